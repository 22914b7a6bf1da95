// Order, as the Admin API shows it.

import { iso } from '../../clock.ts';
import { gid } from '../../gid.ts';
import {
  confirmationNumber,
  financialState,
  fulfillmentState,
  refundedCents,
  orderToken,
  returnState,
  totalCents,
  unshippedQuantity,
  updatedAt,
  type Order,
} from '../../orders/order.ts';
import type { Context } from '../context.ts';
import { bag, currency, includedTax, money, plainMoney, taxRate } from '../money.ts';
import type { View } from '../view.ts';
import { count, once } from '../views.ts';
import { addressView } from './address.ts';
import { customerView } from './customer.ts';
import { fulfillmentView } from './fulfillment.ts';
import { fulfillmentOrderViews } from './fulfillment_order.ts';
import { lineItemView } from './line_item.ts';
import { refundView } from './refund.ts';
import { returnView } from './return.ts';
import { transactionViews } from './transaction.ts';

export function orderView(order: Order, context: Context): View {
  return once(context, `Order ${order.id}`, () => makeOrder(order, context));
}

function makeOrder(order: Order, context: Context): View {
  const total = totalCents(order);
  const refunded = refundedCents(order);
  const shipping = order.shipping?.cents ?? 0;
  const goods = total - shipping;
  const currentGoods =
    order.cancelledAt && order.payment === 'VOIDED'
      ? 0
      : order.lines.reduce((sum, line) => sum + (line.quantity - line.removed) * line.unitCents, 0);
  const current = currentGoods === 0 && goods > 0 ? 0 : currentGoods + shipping;
  const isPaid = order.payment === 'PAID';
  const received = isPaid ? total : 0;
  const lines = () => order.lines.map((line) => lineItemView(line, order, context));
  const latest = updatedAt(order);
  const isDone = !order.cancelledAt && fulfillmentState(order) === 'FULFILLED' && isPaid;
  const tax = (cents: number) => ({
    title: 'VAT',
    rate: taxRate,
    ratePercentage: taxRate * 100,
    price: plainMoney(includedTax(cents)),
    priceSet: bag(includedTax(cents)),
    channelLiable: false,
  });
  const line = order.shipping
    ? {
        id: gid('ShippingLine', order.id),
        title: order.shipping.title,
        code: order.shipping.title,
        source: 'shopify',
        price: plainMoney(shipping),
        originalPriceSet: bag(shipping),
        discountedPriceSet: bag(shipping),
        currentDiscountedPriceSet: bag(shipping),
        originalPrice: money(shipping),
        discountedPrice: money(shipping),
        taxLines: [tax(shipping)],
      }
    : null;
  return {
    __typename: 'Order',
    id: gid('Order', order.id),
    legacyResourceId: String(order.id),
    name: `#${order.number}`,
    number: order.number,
    confirmationNumber: confirmationNumber(order),
    email: order.email,
    phone: order.shippingAddress?.phone ?? null,
    customer: order.customer ? () => customerView(order.customer!, context) : null,
    customerLocale: order.locale,
    createdAt: order.createdAt,
    processedAt: order.createdAt,
    updatedAt: latest,
    cancelledAt: order.cancelledAt,
    cancelReason: order.cancelReason,
    cancellation: order.cancelledAt ? { staffNote: null } : null,
    closed: isDone,
    closedAt: isDone ? latest : null,
    confirmed: true,
    edited: false,
    test: false,
    displayFinancialStatus: financialState(order),
    displayFulfillmentStatus: fulfillmentState(order),
    returnStatus: returnState(order),
    fulfillable: !order.cancelledAt && order.lines.some((one) => unshippedQuantity(order, one) > 0),
    refundable: received > refunded,
    restockable: received > refunded,
    capturable: order.payment === 'AUTHORIZED',
    fullyPaid: isPaid,
    unpaid: !isPaid,
    canMarkAsPaid: order.payment === 'PENDING',
    canNotifyCustomer: true,
    merchantEditable: !order.cancelledAt,
    requiresShipping: order.shippingAddress !== null,
    tags: order.tags,
    note: order.note,
    sourceName: 'web',
    paymentGatewayNames: [order.paymentGateway],
    currencyCode: currency,
    presentmentCurrencyCode: currency,
    taxesIncluded: true,
    discountCodes: [],
    totalPriceSet: bag(total),
    totalPrice: plainMoney(total),
    originalTotalPriceSet: bag(total),
    currentTotalPriceSet: bag(current),
    subtotalPriceSet: bag(goods),
    subtotalPrice: plainMoney(goods),
    currentSubtotalPriceSet: bag(currentGoods),
    totalShippingPriceSet: bag(shipping),
    totalShippingPrice: plainMoney(shipping),
    currentShippingPriceSet: bag(current ? shipping : 0),
    totalTaxSet: bag(includedTax(total)),
    totalTax: plainMoney(includedTax(total)),
    currentTotalTaxSet: bag(includedTax(current)),
    totalReceivedSet: bag(received),
    totalReceived: plainMoney(received),
    netPaymentSet: bag(received - refunded),
    netPayment: plainMoney(received - refunded),
    totalRefundedSet: bag(refunded),
    totalRefunded: plainMoney(refunded),
    totalOutstandingSet: bag(isPaid || order.payment === 'VOIDED' ? 0 : total),
    totalDiscountsSet: bag(0),
    totalDiscounts: plainMoney(0),
    taxLines: [tax(total)],
    currentTaxLines: [tax(current)],
    subtotalLineItemsQuantity: order.lines.reduce((sum, one) => sum + one.quantity, 0),
    currentSubtotalLineItemsQuantity: order.lines.reduce((sum, one) => sum + one.quantity - one.removed, 0),
    totalWeight: String(order.lines.reduce((sum, one) => sum + one.quantity * one.variant.product.text.weightGrams, 0)),
    currentTotalWeight: String(
      order.lines.reduce((sum, one) => sum + (one.quantity - one.removed) * one.variant.product.text.weightGrams, 0),
    ),
    shippingAddress: order.shippingAddress ? addressView(order.shippingAddress, `order-${order.id}-shipping`) : null,
    billingAddress: addressView(order.billingAddress, `order-${order.id}-billing`),
    displayAddress: addressView(order.shippingAddress ?? order.billingAddress, `order-${order.id}-display`),
    billingAddressMatchesShippingAddress: order.shippingAddress !== null,
    shippingLine: line,
    shippingLines: line ? [line] : [],
    lineItems: lines,
    nonFulfillableLineItems: () =>
      order.lines.filter((one) => unshippedQuantity(order, one) === 0).map((one) => lineItemView(one, order, context)),
    fulfillments: () => order.parcels.map((parcel) => fulfillmentView(parcel, order, context)),
    fulfillmentsCount: count(order.parcels.length),
    fulfillmentOrders: () => fulfillmentOrderViews(order, context),
    refunds: () => order.refunds.map((refund) => refundView(refund, order, context)),
    returns: () => order.returns.map((one) => returnView(one, order, context)),
    transactions: () => transactionViews(order, context),
    transactionsCount: () => count(transactionViews(order, context).length),
    suggestedRefund: () => ({
      amountSet: bag(received - refunded),
      amount: plainMoney(received - refunded),
      subtotalSet: bag(received - refunded),
      maximumRefundableSet: bag(received - refunded),
      maximumRefundable: plainMoney(received - refunded),
      suggestedTransactions: transactionViews(order, context)
        .slice(0, 1)
        .map((sale) => ({
          gateway: order.paymentGateway,
          kind: 'SUGGESTED_REFUND',
          parentTransaction: sale,
          amountSet: bag(received - refunded),
          amount: plainMoney(received - refunded),
          maximumRefundableSet: bag(received - refunded),
        })),
    }),
    statusPageUrl: `${context.origin}/account/orders/${orderToken(order)}`,
    risk: { recommendation: order.hold?.reason === 'HIGH_RISK_OF_FRAUD' ? 'INVESTIGATE' : 'ACCEPT', assessments: [] },
    events: () => orderEvents(order),
    channelInformation: null,
    app: { id: gid('App', 580111), name: 'Online Store' },
    // For sorting and searching; no field of the schema.
    sortPrice: total,
    sortCustomer: order.customer ? `${order.customer.lastName}, ${order.customer.firstName}` : '',
  };
}

function orderEvents(order: Order): View[] {
  const event = (index: number, at: string, action: string, message: string): View => ({
    __typename: 'BasicEvent',
    id: gid('BasicEvent', order.id * 10 + index),
    createdAt: iso(Date.parse(at)),
    action,
    message,
    criticalAlert: false,
    attributeToApp: false,
    attributeToUser: false,
    subjectType: 'ORDER',
    appTitle: 'Online Store',
  });
  return [
    event(0, order.createdAt, 'placed', 'This order was placed online.'),
    ...order.parcels.map((parcel, index) =>
      event(1 + index, parcel.createdAt, 'fulfilled', `${parcel.items.length} item(s) were fulfilled.`),
    ),
    ...(order.cancelledAt ? [event(9, order.cancelledAt, 'cancelled', 'This order was cancelled.')] : []),
  ];
}
