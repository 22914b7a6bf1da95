// The Storefront API's query root. There is no order in it: the schema has none, and so has the demo shop.

import { createdAt, isAvailable, updatedAt, type Product } from '../../catalog.ts';
import { bareId, parseGid } from '../../gid.ts';
import type { Context } from '../context.ts';
import { Long } from '../long.ts';
import { search, type SearchTable } from '../search.ts';
import { publicApiVersions } from '../versions.ts';
import type { Args, View } from '../view.ts';
import { articleViews, blogViews, pageViews, writtenSearch } from '../written.ts';
import { cartQuery, cartView } from './cart.ts';
import { collectionView } from './collection.ts';
import { productKind, productView, variantView } from './product.ts';
import { predict, searchAll } from './search.ts';
import { localizationView, paymentSettings, shopView } from './shop.ts';

export const storefrontQuery: View = {
  ...cartQuery,
  shop: (_: Args, context: Context) => shopView(context),
  localization: (_: Args, context: Context) => localizationView(context),
  paymentSettings,
  publicApiVersions,
  search: searchAll,
  predictiveSearch: predict,

  products: ({ query }: Args, context: Context) =>
    new Long(search(context.shop.catalog.products, query, productSearch(context), context, 'products'), productKind),
  product: ({ id, handle }: Args, context: Context) => productFor(id, handle, context),
  productByHandle: ({ handle }: Args, context: Context) => productFor(null, handle, context),
  productRecommendations: ({ productId, productHandle, intent }: Args, context: Context) =>
    recommendations(productId, productHandle, intent, context),
  productTags: (_: Args, { shop, language }: Context) =>
    unique(
      shop.catalog.products.flatMap((product) => product.text.tags[language]),
      language,
    ),
  productTypes: (_: Args, { shop, language }: Context) =>
    unique(
      shop.catalog.products.map((product) => product.text.type[language]),
      language,
    ),

  collections: ({ query }: Args, context: Context) => search(allCollections(context), query, writtenSearch, context, 'collections'),
  collection: ({ id, handle }: Args, context: Context) =>
    allCollections(context).find((view) => (handle ? view.handle === handle : view.id === id)) ?? null,
  collectionByHandle: ({ handle }: Args, context: Context) => allCollections(context).find((view) => view.handle === handle) ?? null,

  pages: ({ query }: Args, context: Context) => search(pageViews(context), query, writtenSearch, context, 'pages'),
  page: ({ id, handle }: Args, context: Context) =>
    pageViews(context).find((view) => (handle ? view.handle === handle : view.id === id)) ?? null,
  pageByHandle: ({ handle }: Args, context: Context) => pageViews(context).find((view) => view.handle === handle) ?? null,
  articles: ({ query }: Args, context: Context) => search(articleViews(context), query, writtenSearch, context, 'articles'),
  article: ({ id }: Args, context: Context) => articleViews(context).find((view) => view.id === id) ?? null,
  blogs: ({ query }: Args, context: Context) => search(blogViews(context), query, writtenSearch, context, 'blogs'),
  blog: ({ id, handle }: Args, context: Context) =>
    blogViews(context).find((view) => (handle ? view.handle === handle : view.id === id)) ?? null,
  blogByHandle: ({ handle }: Args, context: Context) => blogViews(context).find((view) => view.handle === handle) ?? null,

  node: ({ id }: Args, context: Context) => nodeOf(id, context),
  nodes: ({ ids }: Args, context: Context) => (ids as string[]).map((id) => nodeOf(id, context)),
  // Customers sign in at the theme; their tokens are none of this API's.
  customer: null,
};

function productFor(id: string | null | undefined, handle: string | null | undefined, context: Context): View | null {
  const product = heldProduct(id, handle, context);
  return product ? productView(product, context) : null;
}

function heldProduct(id: string | null | undefined, handle: string | null | undefined, { shop }: Context): Product | undefined {
  if (handle) return shop.catalog.byHandle.get(handle);
  return parseGid(id)?.type === 'Product' ? shop.catalog.byId.get(Number(bareId(id!))) : undefined;
}

// Related: of the same kind, nearest in what they are tagged with. Complementary: of other categories, by the same tags,
// as if the merchant had chosen them; none go with what is not sent anywhere.
function recommendations(id: string | null, handle: string | null, intent: string, context: Context): View[] | null {
  const product = heldProduct(id, handle, context);
  if (!product) return null;
  if (intent === 'COMPLEMENTARY' && product.text.isDigital) return [];
  const own = new Set(product.text.tags.en);
  const shared = (other: Product) =>
    other.text.tags.en.filter((tag) => own.has(tag)).length + (other.text.type.en === product.text.type.en ? 2 : 0);
  return context.shop.catalog.products
    .filter(
      (other) =>
        other !== product &&
        other.variants.some(isAvailable) &&
        (other.text.category === product.text.category) === (intent !== 'COMPLEMENTARY'),
    )
    .map((other) => ({ other, score: shared(other) }))
    .sort((a, b) => b.score - a.score || a.other.id - b.other.id)
    .slice(0, 10)
    .map(({ other }) => productView(other, context));
}

function nodeOf(id: string, context: Context): View | null {
  const parsed = parseGid(id);
  switch (parsed?.type) {
    case 'Product':
      return productFor(id, null, context);
    case 'ProductVariant': {
      const variant = context.shop.catalog.variantById.get(Number(parsed.id));
      return variant ? variantView(variant, context) : null;
    }
    case 'Cart': {
      const cart = context.carts.find(id);
      return cart ? cartView(cart, context) : null;
    }
    case 'Shop':
      return shopView(context);
    default:
      return (
        [...allCollections(context), ...pageViews(context), ...articleViews(context), ...blogViews(context)].find(
          (view) => view.id === id,
        ) ?? null
      );
  }
}

function allCollections(context: Context): View[] {
  return context.shop.content.collections.map((one) => collectionView(one, context));
}

function unique(list: string[], language: string): string[] {
  return [...new Set(list)].sort((a, b) => a.localeCompare(b, language));
}

function productSearch({ language, shop }: Context): SearchTable<Product> {
  return {
    default: {
      kind: 'words',
      of: ({ text }) => [`${text.title[language]} ${text.type[language]} ${text.vendor} ${text.tags[language].join(' ')}`],
    },
    title: { kind: 'words', of: (product) => [product.text.title[language]] },
    handle: { kind: 'exact', of: (product) => [product.handle] },
    product_type: { kind: 'exact', of: (product) => [product.text.type[language]] },
    vendor: { kind: 'exact', of: (product) => [product.text.vendor] },
    tag: { kind: 'exact', of: (product) => product.text.tags[language] },
    tag_not: { kind: 'test', of: (product, value) => !product.text.tags[language].some((tag) => tag.toLowerCase() === value) },
    available_for_sale: { kind: 'flag', of: (product) => product.variants.some(isAvailable) },
    'variants.price': { kind: 'number', of: (product) => product.variants[0]!.priceCents / 100 },
    id: { kind: 'id', of: (product) => product.id },
    created_at: { kind: 'time', of: (product) => createdAt(product, shop.clock) },
    updated_at: { kind: 'time', of: (product) => updatedAt(product, shop.clock) },
  };
}
