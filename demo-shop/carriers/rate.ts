// How often each service may be asked, where limits are kept at all: by default no number of questions is too many.

import type { CarrierService } from '../faults.ts';

// So many within so many seconds. UPS, FedEx, EasyPost and Shippo publish no plain number; that of USPS is UNVERIFIED.
const limits: Partial<Record<CarrierService, readonly (readonly [count: number, seconds: number])[]>> = {
  aftership: [[10, 1]],
  '17track': [[3, 1]],
  dhl: [
    [1, 5],
    [250, 86_400],
  ],
  usps: [[60, 3600]],
};

export class Rate {
  areKept: boolean;
  readonly #asked = new Map<CarrierService, number[]>();

  constructor(areKept: boolean) {
    this.areKept = areKept;
  }

  // Whether this question is one too many; one that is does not count.
  isOver(service: CarrierService, now: number): boolean {
    if (!this.areKept) return false;
    const asked = this.#asked.get(service) ?? [];
    const isOver = (limits[service] ?? []).some(([count, seconds]) => asked.filter((at) => at > now - seconds * 1000).length >= count);
    if (!isOver) this.#asked.set(service, [...asked.slice(-250), now]);
    return isOver;
  }

  clear(): void {
    this.#asked.clear();
  }
}
