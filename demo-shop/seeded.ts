// Randomness that is the same on every start: each stream is named, so that adding one draw moves no other.

export class Seeded {
  #state: number;

  constructor(seed: number, stream: string) {
    this.#state = (hash32(stream) ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  }

  // A number in [0, 1). Mulberry32: small, and good enough to deal out demo data.
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  // A whole number, both ends included.
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)]!;
  }

  weighted<T>(from: readonly (readonly [T, number])[]): T {
    const total = from.reduce((sum, [, weight]) => sum + weight, 0);
    let at = this.next() * total;
    for (const [value, weight] of from) {
      at -= weight;
      if (at < 0) return value;
    }
    return from[from.length - 1]![0];
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.between(0, 9)).join('');
  }
}

// FNV-1a: also the source of ids that must not move when the catalog grows.
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
