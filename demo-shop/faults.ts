// Failures on purpose: which upstream fails, how, and for how many requests more.

// The tracking services, each behind a prefix of this name on one listener.
export const carrierServices = ['aftership', 'easypost', 'shippo', '17track', 'dhl', 'ups', 'fedex', 'usps'] as const;
export type CarrierService = (typeof carrierServices)[number];

export const upstreams = ['admin', 'storefront_api', 'hand_offs', ...carrierServices, 'mail'] as const;
export type Upstream = (typeof upstreams)[number];

export const faultNames = [
  'none',
  'throttled',
  'slow',
  'error',
  'refused',
  'malformed',
  'stale',
  'reset',
  'revoked',
  'empty',
  'huge',
  'redirect',
  'deep',
  'html',
  'costly',
] as const;
export type FaultName = (typeof faultNames)[number];

export interface Fault {
  fault: FaultName;
  delay_ms: number;
  times: number | null;
  // Seconds that a throttled tracking service names as Retry-After; it names none where null.
  retry_after: number | null;
}

const none: Fault = { fault: 'none', delay_ms: 0, times: null, retry_after: null };

export class Faults {
  readonly #set = new Map<Upstream, Fault>();
  readonly #changed: (upstream: Upstream, fault: FaultName) => Promise<void>;

  // `changed` closes and reopens listeners, and throws away what was remembered.
  constructor(changed: (upstream: Upstream, fault: FaultName) => Promise<void>) {
    this.#changed = changed;
  }

  all(): Record<Upstream, Fault> {
    return Object.fromEntries(upstreams.map((upstream) => [upstream, this.#set.get(upstream) ?? none])) as Record<Upstream, Fault>;
  }

  async put(upstream: Upstream, fault: Fault): Promise<void> {
    this.#set.set(upstream, fault);
    await this.#changed(upstream, fault.fault);
  }

  async clear(): Promise<void> {
    for (const upstream of upstreams) await this.put(upstream, none);
  }

  // The fault for this request; counts it off.
  take(upstream: Upstream): Fault {
    const fault = this.#set.get(upstream) ?? none;
    if (fault.times !== null) {
      if (fault.times <= 1) this.#set.set(upstream, none);
      else this.#set.set(upstream, { ...fault, times: fault.times - 1 });
    }
    return fault;
  }
}

// What a control request asked for, or what is wrong with it.
export function readFault(upstream: Upstream, body: unknown): Fault | string {
  if (typeof body !== 'object' || body === null) return 'the body must be a JSON object';
  const { fault, delay_ms = 3000, times = null, retry_after = null, ...rest } = body as Record<string, unknown>;
  if (!faultNames.includes(fault as FaultName)) return `fault must be one of ${faultNames.join(', ')}`;
  if (typeof delay_ms !== 'number' || delay_ms < 0 || delay_ms > 120_000) return 'delay_ms must be a number from 0 to 120000';
  if (times !== null && !(Number.isInteger(times) && (times as number) > 0)) return 'times must be a whole number above 0';
  if (retry_after !== null && !(Number.isInteger(retry_after) && (retry_after as number) >= 0))
    return 'retry_after must be a whole number';
  // Nobody can count the connections that were never made.
  if (fault === 'refused' && times !== null) return 'times cannot be used with refused';
  if (fault === 'costly' && upstream !== 'admin') return 'only queries of the Admin API have a cost';
  const unknown = Object.keys(rest);
  if (unknown.length) return `unknown key ${unknown[0]}`;
  return { fault: fault as FaultName, delay_ms, times: times as number | null, retry_after: retry_after as number | null };
}
