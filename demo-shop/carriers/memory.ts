// What the tracking services were told while the demo shop runs: which numbers to follow, and the tokens they gave out.

import { randomBytes } from 'node:crypto';

export class Memory {
  // Numbers created by a POST; those of even orders exist without one.
  readonly aftership = new Set<string>();
  readonly easypost = new Set<string>();
  // How often each registered number was asked for.
  readonly track17 = new Map<string, number>();
  readonly #tokens = new Map<string, { service: string; until: number }>();

  issue(service: string, seconds: number, now: number): string {
    const token = `${service}_demo_${randomBytes(24).toString('base64url')}`;
    this.#tokens.set(token, { service, until: now + seconds * 1000 });
    return token;
  }

  isGiven(service: string, authorization: string | undefined, now: number): boolean {
    const given = this.#tokens.get(/^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '');
    return given !== undefined && given.service === service && given.until > now;
  }

  clear(): void {
    for (const kept of [this.aftership, this.easypost, this.track17, this.#tokens]) kept.clear();
  }
}
