// The roots of one API over one shop.

import type { ApiVersion } from '../credentials.ts';
import type { Shop } from '../shop.ts';
import type { Store } from '../store.ts';
import { needsOf } from './access.ts';
import { adminQuery } from './admin/query.ts';
import { webhookMutation } from './admin/webhook.ts';
import type { Context } from './context.ts';
import type { Sized } from './cost.ts';
import { notCarriedOut } from './errors.ts';
import type { Root } from './execute.ts';
import type { Api } from './schema.ts';
import { cartMutation } from './storefront/cart.ts';
import { storefrontQuery } from './storefront/query.ts';
import type { View } from './view.ts';

// Views live as long as their shop: a new day makes a new shop, and with it new views.
const viewsOf: Record<Api, WeakMap<Shop, Map<string, View>>> = { admin: new WeakMap(), storefront: new WeakMap() };

export function rootFor(api: Api, version: ApiVersion, shop: Shop, store: Store, sized: Sized): Root {
  let views = viewsOf[api].get(shop);
  if (!views) viewsOf[api].set(shop, (views = new Map()));
  const held = views;
  return {
    query: api === 'admin' ? adminQuery : storefrontQuery,
    mutation: refusingOthers(api === 'admin' ? webhookMutation : cartMutation),
    sized,
    charge: (cost) => store.app.bucket.take(cost),
    contextFor: ({ language, country }): Context => ({
      shop,
      carts: store.carts,
      origin: store.origin,
      app: store.app,
      version,
      needs: api === 'admin' ? needsOf(version) : null,
      views: held,
      searchNotes: [],
      // Any other language falls back to the shop's own, as Shopify does.
      language: language === 'DE' ? 'de' : 'en',
      country: country ?? 'DE',
    }),
  };
}

function refusingOthers(carriedOut: View): View {
  return new Proxy(carriedOut, {
    get: (held, field) =>
      typeof field !== 'string' || field in held
        ? held[field as string]
        : () => {
            throw notCarriedOut(field);
          },
  });
}
