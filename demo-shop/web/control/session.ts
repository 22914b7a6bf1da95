// Control of who is signed in, for tests that keep no cookie.

import type { Site } from '../types.ts';
import { members, ok, wrong, type Answer, type Routes } from './answer.ts';

export const sessionRoutes: Routes = {
  '/_demo/session': {
    GET: (_, { store }) => shown(store),
    PUT: (body, { store }) => {
      const asked = members(body, ['email']);
      if (typeof asked === 'string') return wrong(asked);
      const { email } = asked;
      const customer = typeof email === 'string' ? store.customerByEmail(email.trim().toLowerCase()) : null;
      if (email !== null && !customer) return wrong('email must be that of a customer, or null');
      store.sessions.everyone = customer?.id ?? null;
      return shown(store);
    },
    DELETE: (_, { store }) => {
      store.sessions.everyone = null;
      return shown(store);
    },
  },
};

function shown({ sessions, shop }: Site['store']): Answer {
  const customer = sessions.customer(null, shop.customers);
  return ok({ customer: customer && { id: customer.id, email: customer.email } });
}
