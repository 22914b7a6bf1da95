// The Admin API's access tokens: the permanent one of an older custom app, and those of the client credentials grant.

import { randomBytes } from 'node:crypto';
import { credentials } from '../credentials.ts';

// What Shopify names as `expires_in`: a second less than a day.
const dayLong = 86_399;

export class Tokens {
  lifeSeconds = dayLong;
  readonly #now: () => number;
  // When each issued token ends, in milliseconds.
  readonly #ends = new Map<string, number>();
  #isPermanentRevoked = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(): { token: string; expiresIn: number } {
    const token = `shpat_${randomBytes(16).toString('hex')}`;
    this.#ends.set(token, this.#now() + this.lifeSeconds * 1000);
    if (this.#ends.size > 1000) this.#ends.delete(this.#ends.keys().next().value!);
    return { token, expiresIn: this.lifeSeconds };
  }

  isValid(token: unknown): boolean {
    if (token === credentials.adminToken) return !this.#isPermanentRevoked;
    return typeof token === 'string' && (this.#ends.get(token) ?? 0) > this.#now();
  }

  // What was issued is gone for good; a token that is asked for afterwards works.
  revoke(): void {
    this.#ends.clear();
    this.#isPermanentRevoked = true;
  }

  restorePermanent(): void {
    this.#isPermanentRevoked = false;
  }

  state(): { life_seconds: number; valid: number; permanent: 'valid' | 'revoked' } {
    return {
      life_seconds: this.lifeSeconds,
      valid: [...this.#ends.values()].filter((end) => end > this.#now()).length,
      permanent: this.#isPermanentRevoked ? 'revoked' : 'valid',
    };
  }
}
