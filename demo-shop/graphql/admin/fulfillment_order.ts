// FulfillmentOrder: the warehouse's view of what is sent, waits, or is on hold.

import { variantTitle } from '../../catalog.ts';
import { gid } from '../../gid.ts';
import { shippedQuantity, unshippedQuantity, type Hold, type Line, type Order } from '../../orders/order.ts';
import type { Context } from '../context.ts';
import type { View } from '../view.ts';
import { imageOf, once } from '../views.ts';
import { fulfillmentView } from './fulfillment.ts';
import { lineItemView } from './line_item.ts';
import { locationView } from './location.ts';
import { orderView } from './order.ts';
import { variantView } from './product.ts';

// One that is closed for what was sent, one for what is left.
export function fulfillmentOrderViews(order: Order, context: Context): View[] {
  const sent = order.lines.filter((line) => shippedQuantity(order, line) > 0);
  const left = order.lines.filter((line) => unshippedQuantity(order, line) > 0);
  const views: View[] = [];
  if (sent.length)
    views.push(
      make(
        order,
        context,
        1,
        'CLOSED',
        sent.map((line) => [line, shippedQuantity(order, line), 0]),
      ),
    );
  if (order.cancelledAt)
    views.push(
      make(
        order,
        context,
        2,
        'CANCELLED',
        order.lines.map((line) => [line, line.quantity, 0]),
      ),
    );
  else if (left.length)
    views.push(
      make(
        order,
        context,
        2,
        order.hold ? 'ON_HOLD' : 'OPEN',
        left.map((line) => [line, unshippedQuantity(order, line), unshippedQuantity(order, line)]),
      ),
    );
  return views;
}

function make(
  order: Order,
  context: Context,
  index: number,
  status: string,
  lines: [line: Line, total: number, remaining: number][],
): View {
  const id = 6_900_000_000_000 + order.number * 10 + index;
  return once(context, `FulfillmentOrder ${id}`, () => ({
    __typename: 'FulfillmentOrder',
    id: gid('FulfillmentOrder', id),
    status,
    requestStatus: 'UNSUBMITTED',
    order: () => orderView(order, context),
    orderId: gid('Order', order.id),
    orderName: `#${order.number}`,
    orderProcessedAt: order.createdAt,
    createdAt: order.createdAt,
    updatedAt: order.parcels.at(-1)?.createdAt ?? order.cancelledAt ?? order.createdAt,
    fulfillAt: order.createdAt,
    fulfillBy: null,
    fulfillmentHolds: status === 'ON_HOLD' && order.hold ? [holdView(order.hold, id)] : [],
    lineItems: () => lines.map(([line, total, remaining], at) => pieceView(id * 10 + at, line, total, remaining, order, context)),
    fulfillments: () => (status === 'CLOSED' ? order.parcels.map((parcel) => fulfillmentView(parcel, order, context)) : []),
    assignedLocation: () => ({
      name: 'Leipzig warehouse',
      address1: 'Torgauer Straße 240',
      city: 'Leipzig',
      zip: '04347',
      countryCode: 'DE',
      location: locationView(context),
    }),
    destination: order.shippingAddress
      ? {
          __typename: 'FulfillmentOrderDestination',
          id: gid('FulfillmentOrderDestination', id),
          ...order.shippingAddress,
          email: order.email,
        }
      : null,
    deliveryMethod: {
      id: gid('DeliveryMethod', id),
      methodType: order.shippingAddress ? 'SHIPPING' : 'NONE',
      presentedName: order.shipping?.title ?? null,
    },
    supportedActions:
      status === 'ON_HOLD' ? [{ action: 'RELEASE_HOLD' }] : status === 'OPEN' ? [{ action: 'CREATE_FULFILLMENT' }, { action: 'HOLD' }] : [],
  }));
}

const reasonNames: Record<Hold['reason'], string> = {
  INVENTORY_OUT_OF_STOCK: 'Inventory out of stock',
  INCORRECT_ADDRESS: 'Incorrect address',
  HIGH_RISK_OF_FRAUD: 'High risk of fraud',
  AWAITING_PAYMENT: 'Awaiting payment',
  OTHER: 'Other',
};

function holdView(hold: Hold, id: number): View {
  return {
    __typename: 'FulfillmentHold',
    id: gid('FulfillmentHold', id),
    reason: hold.reason,
    reasonNotes: hold.notes,
    displayReason: reasonNames[hold.reason],
    handle: null,
    heldByRequestingApp: false,
  };
}

function pieceView(id: number, line: Line, total: number, remaining: number, order: Order, context: Context): View {
  const { variant } = line;
  const { product } = variant;
  return {
    __typename: 'FulfillmentOrderLineItem',
    id: gid('FulfillmentOrderLineItem', id),
    totalQuantity: total,
    remainingQuantity: remaining,
    productTitle: product.text.title.en,
    variantTitle: variant.values.length ? variantTitle(variant, 'en') : null,
    sku: variant.sku,
    vendor: product.text.vendor,
    requiresShipping: !product.text.isDigital,
    image: () => imageOf(product, context),
    inventoryItemId: gid('InventoryItem', variant.id),
    lineItem: () => lineItemView(line, order, context),
    variant: () => {
      const now = context.shop.catalog.variantById.get(variant.id);
      return now ? variantView(now, context) : null;
    },
    weight: { value: product.text.weightGrams, unit: 'GRAMS' },
  };
}
