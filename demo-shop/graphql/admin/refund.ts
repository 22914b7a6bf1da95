// Refund: the money that went back, and for what.

import { gid } from '../../gid.ts';
import type { Order, Refund } from '../../orders/order.ts';
import type { Context } from '../context.ts';
import { bag, includedTax, money, plainMoney } from '../money.ts';
import type { View } from '../view.ts';
import { once } from '../views.ts';
import { lineItemView } from './line_item.ts';
import { orderView } from './order.ts';
import { transactionViews } from './transaction.ts';

export function refundView(refund: Refund, order: Order, context: Context): View {
  return once(context, `Refund ${refund.id}`, () => ({
    __typename: 'Refund',
    id: gid('Refund', refund.id),
    legacyResourceId: String(refund.id),
    createdAt: refund.createdAt,
    updatedAt: refund.createdAt,
    processedAt: refund.createdAt,
    note: refund.note,
    totalRefundedSet: bag(refund.cents),
    totalRefunded: money(refund.cents),
    order: () => orderView(order, context),
    refundLineItems: () =>
      refund.items.map(({ line, quantity }, index) => {
        const cents = quantity * line.unitCents;
        return {
          __typename: 'RefundLineItem',
          id: gid('RefundLineItem', refund.id * 10 + index),
          quantity,
          restocked: true,
          restockType: order.cancelledAt ? 'CANCEL' : 'RETURN',
          lineItem: () => lineItemView(line, order, context),
          price: plainMoney(line.unitCents),
          priceSet: bag(line.unitCents),
          subtotal: plainMoney(cents),
          subtotalSet: bag(cents),
          totalTax: plainMoney(includedTax(cents)),
          totalTaxSet: bag(includedTax(cents)),
        };
      }),
    transactions: () => transactionViews(order, context).filter((one) => one.kind === 'REFUND' && one.createdAt === refund.createdAt),
  }));
}
