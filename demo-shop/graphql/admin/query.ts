// The Admin API's query root: how each object is found.

import { bareId, parseGid } from '../../gid.ts';
import { Long } from '../long.ts';
import { search } from '../search.ts';
import { publicApiVersions } from '../versions.ts';
import { type Args, type View } from '../view.ts';
import type { Context } from '../context.ts';
import { count } from '../views.ts';
import { articleViews, blogViews, pageViews, writtenSearch } from '../written.ts';
import { collectionView } from './collection.ts';
import { customerView } from './customer.ts';
import { inventoryItemKind } from './inventory.ts';
import { locationView } from './location.ts';
import { nodeOf } from './node.ts';
import { orderView } from './order.ts';
import { orderSearch } from './order_search.ts';
import { productKind, productView, variantKind } from './product.ts';
import { customerSearch, productSearch, variantSearch } from './product_search.ts';
import { returnableViews } from './return.ts';
import { returnReasons } from './return_reason.ts';
import { installationView, shopView } from './shop.ts';
import { webhookQuery } from './webhook.ts';
import { fulfillmentOrderViews } from './fulfillment_order.ts';

const byId =
  (type: string) =>
  ({ id }: Args, context: Context) =>
    nodeOf(id, context, type);
const texts = (list: string[]) => [...new Set(list)].sort((a, b) => a.localeCompare(b, 'en'));
const limited = (of: number, limit: number | null | undefined): View =>
  typeof limit === 'number' && of > limit ? { count: limit, precision: 'AT_LEAST' } : count(of);

const orders = ({ query }: Args, context: Context) => search(context.shop.orders, query, orderSearch, context, 'orders');
const customers = ({ query }: Args, context: Context) => search(context.shop.customers, query, customerSearch, context, 'customers');
const products = ({ query }: Args, context: Context) =>
  search(context.shop.catalog.products, query, productSearch(context), context, 'products');
const variants = ({ query }: Args, context: Context) =>
  search(context.shop.catalog.variants, query, variantSearch(context), context, 'productVariants');

export const adminQuery: View = {
  ...webhookQuery,
  shop: (_: Args, context: Context) => shopView(context),
  currentAppInstallation: (_: Args, context: Context) => installationView(context),
  appInstallation: (_: Args, context: Context) => installationView(context),
  app: (_: Args, context: Context) => installationView(context).app,
  publicApiVersions,
  shopLocales: [
    { locale: 'en', name: 'English', primary: true, published: true },
    { locale: 'de', name: 'German', primary: false, published: true },
  ],
  node: ({ id }: Args, context: Context) => nodeOf(id, context),
  nodes: ({ ids }: Args, context: Context) => (ids as string[]).map((id) => nodeOf(id, context)),

  orders: (args: Args, context: Context) => orders(args, context).map((order) => orderView(order, context)),
  ordersCount: (args: Args, context: Context) => limited(orders(args, context).length, args.limit),
  order: byId('Order'),
  orderByIdentifier: ({ identifier }: Args, context: Context) => (identifier.id ? nodeOf(identifier.id, context, 'Order') : null),
  fulfillment: byId('Fulfillment'),
  fulfillmentOrder: byId('FulfillmentOrder'),
  refund: byId('Refund'),
  return: byId('Return'),
  fulfillmentOrders: ({ includeClosed }: Args, context: Context) =>
    context.shop.orders
      .flatMap((order) => fulfillmentOrderViews(order, context))
      .filter((one) => includeClosed || (one.status !== 'CLOSED' && one.status !== 'CANCELLED')),
  returnableFulfillments: ({ orderId }: Args, context: Context) => {
    const order = context.shop.orders.find((one) => String(one.id) === bareId(orderId));
    return order ? returnableViews(order, context) : [];
  },
  returnReasonDefinitions: ({ handles, ids }: Args) =>
    returnReasons.filter((one) => (!handles || handles.includes(one.handle)) && (!ids || ids.includes(one.id))),

  customers: (args: Args, context: Context) => customers(args, context).map((customer) => customerView(customer, context)),
  customersCount: (args: Args, context: Context) => limited(customers(args, context).length, args.limit),
  customer: byId('Customer'),
  customerByIdentifier: ({ identifier }: Args, context: Context) => {
    const { id, emailAddress, phoneNumber } = identifier as { id?: string; emailAddress?: string; phoneNumber?: string };
    if (id) return nodeOf(id, context, 'Customer');
    const found = context.shop.customers.find((one) =>
      emailAddress ? one.email === emailAddress.toLowerCase() : Boolean(phoneNumber) && one.phone === phoneNumber,
    );
    return found ? customerView(found, context) : null;
  },

  products: (args: Args, context: Context) => new Long(products(args, context), productKind),
  productsCount: (args: Args, context: Context) => limited(products(args, context).length, args.limit),
  product: byId('Product'),
  productByIdentifier: ({ identifier }: Args, context: Context) => productFor(identifier, context),
  productByHandle: ({ handle }: Args, context: Context) => productFor({ handle }, context),
  productVariants: (args: Args, context: Context) => new Long(variants(args, context), variantKind),
  productVariantsCount: (args: Args, context: Context) => limited(variants(args, context).length, args.limit),
  productVariant: byId('ProductVariant'),
  productVariantByIdentifier: ({ identifier }: Args, context: Context) =>
    identifier.id ? nodeOf(identifier.id, context, 'ProductVariant') : null,
  productTags: (_: Args, { shop }: Context) => texts(shop.catalog.products.flatMap((product) => product.text.tags.en)),
  productTypes: (_: Args, { shop }: Context) => texts(shop.catalog.products.map((product) => product.text.type.en)),
  productVendors: (_: Args, { shop }: Context) => texts(shop.catalog.products.map((product) => product.text.vendor)),
  collections: ({ query }: Args, context: Context) =>
    search(
      context.shop.content.collections.map((one) => collectionView(one, context)),
      query,
      writtenSearch,
      context,
      'collections',
    ),
  collectionsCount: (_: Args, { shop }: Context) => count(shop.content.collections.length),
  collection: byId('Collection'),
  collectionByHandle: ({ handle }: Args, context: Context) => collectionFor({ handle }, context),
  collectionByIdentifier: ({ identifier }: Args, context: Context) => collectionFor(identifier, context),

  inventoryItem: byId('InventoryItem'),
  inventoryLevel: byId('InventoryLevel'),
  inventoryItems: (_: Args, context: Context) => new Long(context.shop.catalog.variants, inventoryItemKind),
  location: (_: Args, context: Context) => locationView(context),
  locations: (_: Args, context: Context) => [locationView(context)],
  locationsCount: count(1),
  locationByIdentifier: (_: Args, context: Context) => locationView(context),

  pages: ({ query }: Args, context: Context) => search(pageViews(context), query, writtenSearch, context, 'pages'),
  page: byId('Page'),
  pagesCount: (_: Args, context: Context) => count(pageViews(context).length),
  articles: ({ query }: Args, context: Context) => search(articleViews(context), query, writtenSearch, context, 'articles'),
  article: byId('Article'),
  blogs: ({ query }: Args, context: Context) => search(blogViews(context), query, writtenSearch, context, 'blogs'),
  blog: byId('Blog'),
  blogsCount: (_: Args, context: Context) => count(blogViews(context).length),
};

function productFor({ id, handle }: { id?: string; handle?: string }, context: Context): View | null {
  const { byHandle, byId: products } = context.shop.catalog;
  const product = handle ? byHandle.get(handle) : parseGid(id)?.type === 'Product' ? products.get(Number(bareId(id!))) : undefined;
  return product ? productView(product, context) : null;
}

function collectionFor({ id, handle }: { id?: string; handle?: string }, context: Context): View | null {
  const views = context.shop.content.collections.map((one) => collectionView(one, context));
  return views.find((view) => (handle ? view.handle === handle : view.id === id)) ?? null;
}
