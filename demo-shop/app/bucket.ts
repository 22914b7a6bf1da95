// The Admin API's leaky bucket: a query takes its cost out, time fills it up again.

export interface BucketSize {
  maximum: number;
  // Points a second.
  restore: number;
}

// So much that nothing is ever throttled, and what an Advanced plan was seen to have.
export const generous: BucketSize = { maximum: 1_000_000, restore: 1_000_000 };
export const realistic: BucketSize = { maximum: 2000, restore: 100 };

export class Bucket {
  readonly #now: () => number;
  #size: BucketSize;
  #held: number;
  #at: number;

  constructor(size: BucketSize, now: () => number) {
    this.#now = now;
    this.#size = size;
    this.#held = size.maximum;
    this.#at = now();
  }

  // Another bucket, full unless told otherwise.
  resize(size: BucketSize, held = size.maximum): void {
    this.#size = size;
    this.#held = held;
    this.#at = this.#now();
  }

  // False, and nothing taken, where the cost is more than there is.
  take(cost: number): boolean {
    this.#fill();
    if (cost > this.#held) return false;
    this.#held -= cost;
    return true;
  }

  state(): { maximumAvailable: number; currentlyAvailable: number; restoreRate: number } {
    this.#fill();
    return { maximumAvailable: this.#size.maximum, currentlyAvailable: Math.floor(this.#held), restoreRate: this.#size.restore };
  }

  #fill(): void {
    const now = this.#now();
    this.#held = Math.min(this.#size.maximum, this.#held + (Math.max(0, now - this.#at) / 1000) * this.#size.restore);
    this.#at = now;
  }
}
