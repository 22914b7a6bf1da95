// Collection, as the Admin API shows it: one for each category.

import type { CollectionText } from '../../content.ts';
import { gid } from '../../gid.ts';
import { hash32 } from '../../seeded.ts';
import type { Context } from '../context.ts';
import { plainText, truncated } from '../html.ts';
import { Long } from '../long.ts';
import type { Args, View } from '../view.ts';
import { count, daysAgo, once } from '../views.ts';
import { productKind } from './product.ts';

export function collectionId(handle: string): number {
  return 480_000_000_000 + (hash32(`collection ${handle}`) % 1_000_000_000);
}

export function collectionView(collection: CollectionText, context: Context): View {
  return once(context, `Collection ${collection.handle}`, () => {
    const products = context.shop.catalog.products.filter((product) => product.text.category === collection.handle);
    const id = collectionId(collection.handle);
    const html = `<p>${collection.description.en}</p>`;
    return {
      __typename: 'Collection',
      id: gid('Collection', id),
      legacyResourceId: String(id),
      handle: collection.handle,
      title: collection.title.en,
      sortOrder: 'BEST_SELLING',
      description: ({ truncateAt }: Args) => truncated(plainText(html), truncateAt),
      descriptionHtml: html,
      productsCount: count(products.length),
      products: () => new Long(products, productKind),
      hasProduct: ({ id: wanted }: Args) => products.some((product) => gid('Product', product.id) === wanted),
      updatedAt: daysAgo(context, 3),
      seo: { title: collection.title.en, description: collection.description.en },
      sortProducts: products.length,
    };
  });
}
