// OrderTransaction: the payment and each refund.

import { gid } from '../../gid.ts';
import { refundedCents, totalCents, type Order } from '../../orders/order.ts';
import type { Context } from '../context.ts';
import { bag, money, plainMoney } from '../money.ts';
import type { View } from '../view.ts';
import { once } from '../views.ts';
import { orderView } from './order.ts';

const gatewayNames: Record<string, string> = {
  shopify_payments: 'Shopify Payments',
  paypal: 'PayPal',
  klarna: 'Klarna',
  bank_deposit: 'Bank deposit',
};

export function transactionViews(order: Order, context: Context): View[] {
  const base = 6_600_000_000_000 + order.number * 10;
  const make = (index: number, kind: string, status: string, cents: number, at: string, parent: View | null): View =>
    once(context, `OrderTransaction ${base + index}`, () => ({
      __typename: 'OrderTransaction',
      id: gid('OrderTransaction', base + index),
      kind,
      status,
      createdAt: at,
      processedAt: at,
      parentTransaction: parent,
      gateway: order.paymentGateway,
      formattedGateway: gatewayNames[order.paymentGateway] ?? order.paymentGateway,
      manualPaymentGateway: order.paymentGateway === 'bank_deposit',
      amountSet: bag(cents),
      amount: plainMoney(cents),
      amountV2: money(cents),
      settlementCurrency: 'EUR',
      settlementCurrencyRate: '1.0',
      order: () => orderView(order, context),
      maximumRefundableV2: kind === 'SALE' ? money(totalCents(order) - refundedCents(order)) : null,
    }));
  const isSale = order.payment === 'PAID';
  const first = make(
    0,
    isSale || order.payment === 'PENDING' ? 'SALE' : 'AUTHORIZATION',
    order.payment === 'PENDING' ? 'PENDING' : 'SUCCESS',
    totalCents(order),
    order.createdAt,
    null,
  );
  return [
    first,
    ...(order.payment === 'VOIDED' ? [make(1, 'VOID', 'SUCCESS', totalCents(order), order.cancelledAt ?? order.createdAt, first)] : []),
    ...order.refunds.map((refund, index) => make(2 + index, 'REFUND', 'SUCCESS', refund.cents, refund.createdAt, first)),
  ];
}
