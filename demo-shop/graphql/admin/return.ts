// Return: what the customer sends back, and how far it has come; and what could still be returned.

import { gid } from '../../gid.ts';
import { lastScan, type Order, type Return } from '../../orders/order.ts';
import type { Context } from '../context.ts';
import { bag } from '../money.ts';
import type { View } from '../view.ts';
import { once } from '../views.ts';
import { fulfillmentLineItemView, fulfillmentView } from './fulfillment.ts';
import { orderView } from './order.ts';
import { refundView } from './refund.ts';
import { returnReason } from './return_reason.ts';

export function returnView(one: Return, order: Order, context: Context): View {
  return once(context, `Return ${one.id}`, () => ({
    __typename: 'Return',
    id: gid('Return', one.id),
    name: `#${order.number}-R${order.returns.indexOf(one) + 1}`,
    status: one.status,
    createdAt: one.createdAt,
    requestApprovedAt: one.approvedAt,
    closedAt: one.closedAt,
    totalQuantity: one.items.reduce((sum, item) => sum + item.quantity, 0),
    order: () => orderView(order, context),
    decline: one.status === 'DECLINED' ? { reason: 'RETURN_PERIOD_ENDED', note: 'The return period of this order has ended.' } : null,
    returnLineItems: () =>
      one.items.map((item, index) => {
        const at = item.parcel.items.findIndex((piece) => piece.line === item.line);
        const isDone = one.status === 'CLOSED';
        return {
          __typename: 'ReturnLineItem',
          id: gid('ReturnLineItem', one.id * 10 + index),
          quantity: item.quantity,
          fulfillmentLineItem: () => fulfillmentLineItemView(item.parcel, Math.max(0, at), order, context),
          returnReason: one.reason,
          returnReasonDefinition: returnReason(one.reason),
          returnReasonNote: '',
          customerNote: one.note,
          refundableQuantity: isDone ? 0 : item.quantity,
          refundedQuantity: isDone ? item.quantity : 0,
          processedQuantity: isDone ? item.quantity : 0,
          unprocessedQuantity: isDone ? 0 : item.quantity,
          processableQuantity: one.status === 'OPEN' ? item.quantity : 0,
          withCodeDiscountedTotalPriceSet: bag(item.quantity * item.line.unitCents),
          totalWeight: { value: item.line.variant.product.text.weightGrams, unit: 'GRAMS' },
        };
      }),
    refunds: () => (one.status === 'CLOSED' ? order.refunds.map((refund) => refundView(refund, order, context)) : []),
    reverseFulfillmentOrders: () =>
      one.approvedAt
        ? [
            {
              __typename: 'ReverseFulfillmentOrder',
              id: gid('ReverseFulfillmentOrder', one.id),
              status: one.status === 'OPEN' ? 'OPEN' : 'CLOSED',
              order: orderView(order, context),
            },
          ]
        : [],
  }));
}

// Shopify lists what was fulfilled and is neither returned nor refunded; the merchant's return window is not its business.
export function returnableViews(order: Order, context: Context): View[] {
  const open = order.returns.filter((one) => one.status === 'OPEN' || one.status === 'REQUESTED').flatMap((one) => one.items);
  return order.parcels
    .filter((parcel) => parcel.carrier && lastScan(parcel)?.status !== 'LABEL_PRINTED')
    .map((parcel): View => ({
      __typename: 'ReturnableFulfillment',
      id: gid('ReturnableFulfillment', parcel.id),
      fulfillment: () => fulfillmentView(parcel, order, context),
      returnableFulfillmentLineItems: () =>
        parcel.items.flatMap((item, index) => {
          const taken = item.line.removed + open.filter((one) => one.line === item.line).reduce((sum, one) => sum + one.quantity, 0);
          const quantity = item.quantity - taken;
          return quantity > 0 ? [{ quantity, fulfillmentLineItem: fulfillmentLineItemView(parcel, index, order, context) }] : [];
        }),
    }));
}
