// The mails that were handed over to be sent: none of them goes anywhere.

import { createHash } from 'node:crypto';

export interface Mail {
  from: string;
  to: string[];
  subject: string;
  text: string | null;
  html: string | null;
  headers: Record<string, string>;
}

export interface ReceivedMail extends Mail {
  id: string;
  receivedAt: string;
  idempotencyKey: string | null;
}

export class MailStore {
  readonly #mails: ReceivedMail[] = [];
  readonly #byKey = new Map<string, { id: string; hash: string }>();

  // The id, the same for the same key and mail; null where the key came with another mail before.
  receive(mail: Mail, idempotencyKey: string | null): string | null {
    const hash = createHash('sha256').update(JSON.stringify(mail)).digest('hex');
    const known = idempotencyKey === null ? undefined : this.#byKey.get(idempotencyKey);
    if (known) return known.hash === hash ? known.id : null;
    const id = idOf(`${this.#mails.length} ${hash}`);
    this.#mails.push({ id, receivedAt: new Date().toISOString(), idempotencyKey, ...mail });
    if (idempotencyKey !== null) this.#byKey.set(idempotencyKey, { id, hash });
    return id;
  }

  all(): ReceivedMail[] {
    return [...this.#mails];
  }

  clear(): void {
    this.#mails.length = 0;
    this.#byKey.clear();
  }
}

function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
