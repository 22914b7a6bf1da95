// What the app has subscribed to, by the rules that Shopify refuses subscriptions by.

import type { ApiVersion } from '../credentials.ts';

export interface Subscription {
  id: number;
  // As the schema names it: ORDERS_UPDATED.
  topic: string;
  uri: string;
  includeFields: string[];
  name: string | null;
  version: ApiVersion;
  createdAt: string;
  updatedAt: string;
  // Deliveries that were given up, one after another.
  failures: number;
}

export interface SubscriptionInput {
  uri?: string | null;
  callbackUrl?: string | null;
  format?: string | null;
  includeFields?: string[] | null;
  filter?: string | null;
  name?: string | null;
}

export interface UserError {
  field: string[];
  message: string;
}

// As often in a row may deliveries fail before Shopify takes a subscription away.
const maximumFailures = 8;

export class Subscriptions {
  readonly #now: () => number;
  readonly #held = new Map<number, Subscription>();
  #nextId = 1_300_000_000_001;
  // Told when one was taken away unasked.
  onLost: () => void = () => undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  all(): Subscription[] {
    return [...this.#held.values()];
  }

  find(id: number): Subscription | null {
    return this.#held.get(id) ?? null;
  }

  create(topic: string, input: SubscriptionInput, scopes: readonly string[], version: ApiVersion): Subscription | UserError[] {
    const scope = scopeFor(topic);
    if (scope && !scopes.includes(scope))
      return [{ field: ['topic'], message: `You do not have permission to subscribe to this topic: it needs ${scope}` }];
    const wrong = this.#refuse(topic, input, null);
    if (wrong.length) return wrong;
    const now = this.#instant();
    const one: Subscription = {
      id: this.#nextId++,
      topic,
      uri: address(input)!,
      includeFields: input.includeFields ?? [],
      name: input.name ?? null,
      version,
      createdAt: now,
      updatedAt: now,
      failures: 0,
    };
    this.#held.set(one.id, one);
    return one;
  }

  // What the input leaves out stays.
  update(id: number, input: SubscriptionInput): Subscription | UserError[] {
    const held = this.#held.get(id);
    if (!held) return [missing];
    const wrong = this.#refuse(held.topic, { ...input, uri: address(input) ?? held.uri }, held);
    if (wrong.length) return wrong;
    Object.assign(held, {
      uri: address(input) ?? held.uri,
      includeFields: input.includeFields ?? held.includeFields,
      name: input.name === undefined ? held.name : input.name,
      updatedAt: this.#instant(),
    });
    return held;
  }

  delete(id: number): UserError[] {
    return this.#held.delete(id) ? [] : [missing];
  }

  clear(): void {
    this.#held.clear();
  }

  note(id: number, isDelivered: boolean): void {
    const held = this.#held.get(id);
    if (!held) return;
    held.failures = isDelivered ? 0 : held.failures + 1;
    if (held.failures < maximumFailures) return;
    this.#held.delete(id);
    this.onLost();
  }

  #instant(): string {
    return `${new Date(this.#now()).toISOString().slice(0, 19)}Z`;
  }

  // The field that Shopify names for an address is UNVERIFIED, as are all words but those of a taken address.
  #refuse(topic: string, input: SubscriptionInput, but: Subscription | null): UserError[] {
    const errors: UserError[] = [];
    const at = (name: string, message: string) => errors.push({ field: ['webhookSubscription', name], message });
    const uri = address(input);
    const trouble = uri === null ? "Address can't be blank" : addressTrouble(uri);
    if (trouble) at('uri', trouble);
    else if (this.all().some((one) => one !== but && one.topic === topic && one.uri === uri))
      at('uri', 'Address for this topic has already been taken');
    if (input.format === 'XML') at('format', 'the demo shop sends JSON only');
    if (input.filter) at('filter', 'the demo shop does not filter');
    return errors;
  }
}

const missing: UserError = { field: ['id'], message: 'Webhook subscription does not exist' };

function address({ uri, callbackUrl }: SubscriptionInput): string | null {
  return uri?.trim() || callbackUrl?.trim() || null;
}

// Beyond https, only what never leaves this machine. Queues of other clouds are what the demo shop has none of.
function addressTrouble(uri: string): string | null {
  let url: URL;
  try {
    url = new URL(uri);
  } catch {
    return 'Address is invalid';
  }
  if (url.username || url.password || url.hash) return 'Address is invalid';
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback)) return null;
  return `Address protocol ${url.protocol}// is not supported`;
}

const scopesByTopic: [prefix: string, scope: string][] = [
  ['ORDERS_', 'read_orders'],
  ['REFUNDS_', 'read_orders'],
  ['FULFILLMENTS_', 'read_fulfillments'],
  ['FULFILLMENT_EVENTS_', 'read_fulfillments'],
  ['PRODUCTS_', 'read_products'],
  ['INVENTORY_', 'read_inventory'],
  ['CUSTOMERS_', 'read_customers'],
  ['RETURNS_', 'read_returns'],
];

function scopeFor(topic: string): string | null {
  return scopesByTopic.find(([prefix]) => topic.startsWith(prefix))?.[1] ?? null;
}
