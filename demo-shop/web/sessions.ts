// Storefront sessions by cookie: who is signed in, and the theme's cart.

import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Customer } from '../people/customers.ts';

export interface CartItem {
  key: string;
  variantId: number;
  quantity: number;
  properties: Record<string, unknown>;
}
export interface Session {
  token: string;
  customerId: number | null;
  items: CartItem[];
  note: string;
  attributes: Record<string, string>;
}

const cookieName = '_demo_session';

export class Sessions {
  // Who everybody is that has not signed in: by control only.
  everyone: number | null = null;
  readonly #byToken = new Map<string, Session>();

  find(request: IncomingMessage): Session | null {
    const token = new RegExp(`(?:^|;\\s*)${cookieName}=([0-9a-f]{32})`).exec(request.headers.cookie ?? '')?.[1];
    return (token && this.#byToken.get(token)) || null;
  }

  start(): Session {
    const session: Session = { token: randomBytes(16).toString('hex'), customerId: null, items: [], note: '', attributes: {} };
    this.#byToken.set(session.token, session);
    if (this.#byToken.size > 5000) this.#byToken.delete(this.#byToken.keys().next().value!);
    return session;
  }

  customer(session: Session | null, customers: Customer[]): Customer | null {
    const id = session?.customerId ?? this.everyone;
    return (id !== null && customers.find((one) => one.id === id)) || null;
  }
}

export function sessionCookie(session: Session): string {
  return `${cookieName}=${session.token}; Path=/; HttpOnly; SameSite=Lax`;
}
