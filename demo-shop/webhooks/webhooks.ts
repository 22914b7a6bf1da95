// Sends what happened in the shop to whoever subscribed to it, and remembers what was sent.

import { randomUUID } from 'node:crypto';
import { deliver, type Attempt, type Family, type Parcel } from './delivery.ts';
import { Subscriptions, type Subscription } from './subscriptions.ts';
import { complianceTopics, enumName } from './topic.ts';

export interface Occasion {
  topic: string;
  payload: Record<string, unknown>;
  family?: Family | undefined;
  // Sent twice under one webhook id, as at least once allows.
  isDuplicated?: boolean | undefined;
  triggeredAt?: string | undefined;
}

export interface Sent {
  webhook_id: string;
  event_id: string;
  topic: string;
  uri: string;
  family: Family;
  triggered_at: string;
  payload: unknown;
  attempts: Attempt[];
  delivered: boolean;
}

const maximumSent = 500;

export class Webhooks {
  readonly subscriptions: Subscriptions;
  readonly #now: () => number;
  readonly #pauseMs: number;
  #sent: Sent[] = [];

  constructor(now: () => number, pauseMs: number) {
    this.#now = now;
    this.#pauseMs = pauseMs;
    this.subscriptions = new Subscriptions(now);
  }

  sent(): Sent[] {
    return this.#sent;
  }

  clear(): void {
    this.#sent = [];
  }

  // Returns once each delivery was taken or given up. A compliance topic goes to the Worker: the app's own file says so.
  async send({ topic, payload, family = 'webhooks', isDuplicated, triggeredAt }: Occasion, workerUrl: string | null): Promise<Sent[]> {
    const eventId = randomUUID();
    const triggered = triggeredAt ?? new Date(this.#now()).toISOString();
    const compliance: Target[] = complianceTopics.includes(topic)
      ? [{ uri: `${workerUrl}/webhooks`, id: null, version: '2026-10', name: null, includeFields: [] }]
      : [];
    const targets: Target[] = [...compliance, ...this.subscriptions.all().filter((one) => one.topic === enumName(topic))];
    const sending = targets.map(async (target) => {
      const parcel: Parcel = {
        uri: target.uri,
        topic,
        family,
        version: target.version,
        webhookId: randomUUID(),
        eventId,
        triggeredAt: triggered,
        name: target.name,
        body: JSON.stringify(onlyFields(payload, target.includeFields)),
      };
      const first = await this.#deliver(parcel, target.id);
      return isDuplicated ? [first, await this.#deliver(parcel, target.id)] : [first];
    });
    return (await Promise.all(sending)).flat();
  }

  async #deliver(parcel: Parcel, subscription: number | null): Promise<Sent> {
    const sent: Sent = {
      webhook_id: parcel.webhookId,
      event_id: parcel.eventId,
      topic: parcel.topic,
      uri: parcel.uri,
      family: parcel.family,
      triggered_at: parcel.triggeredAt,
      payload: JSON.parse(parcel.body) as unknown,
      attempts: [],
      delivered: false,
    };
    this.#sent = [...this.#sent, sent].slice(-maximumSent);
    sent.delivered = await deliver(parcel, this.#pauseMs, (attempt) => sent.attempts.push(attempt));
    if (subscription !== null) this.subscriptions.note(subscription, sent.delivered);
    return sent;
  }
}

type Target = Pick<Subscription, 'uri' | 'includeFields' | 'name' | 'version'> & { id: number | null };

// `includeFields` names members, those of members too: "id", "customer.email". No names leave the payload whole.
function onlyFields(payload: Record<string, unknown>, fields: string[]): Record<string, unknown> {
  if (fields.length === 0) return payload;
  const kept: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(payload)) {
    if (fields.includes(member)) {
      kept[member] = value;
      continue;
    }
    const inner = fields.filter((field) => field.startsWith(`${member}.`)).map((field) => field.slice(member.length + 1));
    if (inner.length === 0) continue;
    const narrow = (one: unknown) => (typeof one === 'object' && one !== null ? onlyFields(one as Record<string, unknown>, inner) : one);
    kept[member] = Array.isArray(value) ? value.map(narrow) : narrow(value);
  }
  return kept;
}
