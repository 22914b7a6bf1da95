// What a resolver may know besides its source: the shop, the API and the buyer's language.

import type { Installation } from '../app/installation.ts';
import type { ApiVersion } from '../credentials.ts';
import type { Language } from '../content.ts';
import type { Shop } from '../shop.ts';
import type { needsOf } from './access.ts';
import type { CartStore } from './storefront/cart_store.ts';
import type { View } from './view.ts';

export interface Context {
  shop: Shop;
  language: Language;
  country: string;
  origin: string;
  app: Installation;
  version: ApiVersion;
  carts: CartStore;
  // Search warnings that go out in `extensions.search`, as the Admin API does for filters it does not know.
  searchNotes: { path: string[]; query: string; warnings: { field: string; message: string }[] }[];
  // Views made during this execution, so that an object that is reached twice is made once.
  views: Map<string, View>;
  // Null where every field may be read: the Storefront API.
  needs: ReturnType<typeof needsOf> | null;
}
