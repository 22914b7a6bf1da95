// The hand-offs that reached the merchant, each delivery once.

export interface ReceivedHandOff {
  delivery: string;
  receivedAt: string;
  payload: unknown;
  duplicates: number;
}

export class HandOffStore {
  readonly #byDelivery = new Map<string, ReceivedHandOff>();

  // False where this delivery had been received before.
  receive(delivery: string, payload: unknown): boolean {
    const known = this.#byDelivery.get(delivery);
    if (known) {
      known.duplicates++;
      return false;
    }
    this.#byDelivery.set(delivery, { delivery, payload, receivedAt: new Date().toISOString(), duplicates: 0 });
    return true;
  }

  all(): ReceivedHandOff[] {
    return [...this.#byDelivery.values()];
  }

  clear(): void {
    this.#byDelivery.clear();
  }
}
