// Any object by its global id.

import { parseGid } from '../../gid.ts';
import type { Context } from '../context.ts';
import type { View } from '../view.ts';
import { articleViews, blogViews, pageViews } from '../written.ts';
import { collectionView } from './collection.ts';
import { customerView } from './customer.ts';
import { fulfillmentView } from './fulfillment.ts';
import { fulfillmentOrderViews } from './fulfillment_order.ts';
import { inventoryItemView, levelView } from './inventory.ts';
import { lineItemView } from './line_item.ts';
import { locationView } from './location.ts';
import { orderView } from './order.ts';
import { productView, variantView } from './product.ts';
import { refundView } from './refund.ts';
import { returnView, returnableViews } from './return.ts';
import { returnReasons } from './return_reason.ts';
import { shopView } from './shop.ts';
import { transactionViews } from './transaction.ts';

type Find = (id: number, context: Context, wanted: string) => View | null | undefined;

const inOrders =
  (list: (order: Context['shop']['orders'][number], context: Context) => View[]): Find =>
  (_, context, wanted) => {
    for (const order of context.shop.orders) {
      const found = list(order, context).find((view) => view.id === wanted);
      if (found) return found;
    }
    return null;
  };

// Shopify finds by the number; what follows a "?" in an address or inventory id only narrows it.
const finders: Record<string, Find> = {
  Shop: (_, context) => shopView(context),
  Location: (_, context) => locationView(context),
  Order: (id, context) =>
    map(
      context.shop.orders.find((order) => order.id === id),
      (order) => orderView(order, context),
    ),
  Customer: (id, context) =>
    map(
      context.shop.customers.find((customer) => customer.id === id),
      (customer) => customerView(customer, context),
    ),
  Product: (id, context) => map(context.shop.catalog.byId.get(id), (product) => productView(product, context)),
  ProductVariant: (id, context) => map(context.shop.catalog.variantById.get(id), (variant) => variantView(variant, context)),
  InventoryItem: (id, context) => map(context.shop.catalog.variantById.get(id), (variant) => inventoryItemView(variant, context)),
  InventoryLevel: (id, context) => map(context.shop.catalog.variantById.get(id), (variant) => levelView(variant, context)),
  Collection: (_, context, wanted) =>
    context.shop.content.collections.map((one) => collectionView(one, context)).find((view) => view.id === wanted),
  Fulfillment: inOrders((order, context) => order.parcels.map((parcel) => fulfillmentView(parcel, order, context))),
  FulfillmentOrder: inOrders(fulfillmentOrderViews),
  LineItem: inOrders((order, context) => order.lines.map((line) => lineItemView(line, order, context))),
  Refund: inOrders((order, context) => order.refunds.map((refund) => refundView(refund, order, context))),
  Return: inOrders((order, context) => order.returns.map((one) => returnView(one, order, context))),
  ReturnableFulfillment: inOrders(returnableViews),
  OrderTransaction: inOrders(transactionViews),
  ReturnReasonDefinition: (_, __, wanted) => returnReasons.find((one) => one.id === wanted),
  Page: (_, context, wanted) => pageViews(context).find((view) => view.id === wanted),
  Article: (_, context, wanted) => articleViews(context).find((view) => view.id === wanted),
  Blog: (_, context, wanted) => blogViews(context).find((view) => view.id === wanted),
};

// With `type`, an id of another type finds nothing, as at Shopify.
export function nodeOf(id: unknown, context: Context, type?: string): View | null {
  const parsed = parseGid(id);
  if (!parsed || (type && parsed.type !== type)) return null;
  return finders[parsed.type]?.(Number(parsed.id), context, String(id)) ?? null;
}

function map<T>(value: T | undefined, make: (value: T) => View): View | null {
  return value === undefined ? null : make(value);
}
