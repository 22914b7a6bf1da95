// Collection, as the Storefront API shows it.

import type { CollectionText } from '../../content.ts';
import { gid } from '../../gid.ts';
import { collectionId } from '../admin/collection.ts';
import type { Context } from '../context.ts';
import { Long } from '../long.ts';
import type { Args, View } from '../view.ts';
import { daysAgo, once } from '../views.ts';
import { filterProducts, filtersOf, type ProductFilter } from './filter.ts';
import { productKind } from './product.ts';

export function collectionView(collection: CollectionText, context: Context): View {
  return once(context, `Collection ${collection.handle}`, () => {
    const products = context.shop.catalog.products.filter((product) => product.text.category === collection.handle);
    return {
      __typename: 'Collection',
      id: gid('Collection', collectionId(collection.handle)),
      handle: collection.handle,
      title: (_: Args, { language }: Context) => collection.title[language],
      description: (_: Args, { language }: Context) => collection.description[language],
      descriptionHtml: (_: Args, { language }: Context) => `<p>${collection.description[language]}</p>`,
      onlineStoreUrl: `${context.origin}/collections/${collection.handle}`,
      updatedAt: daysAgo(context, 3),
      products: ({ filters }: Args, now: Context) => {
        const found = filterProducts(products, filters as ProductFilter[] | null, now.language);
        return new Long(found, productKind, { filters: () => filtersOf(products, now.language) });
      },
      seo: { title: (_: Args, { language }: Context) => collection.title[language], description: null },
    };
  });
}
