// What each filter of an order search means.

import {
  confirmationNumber,
  financialState,
  fulfillmentState,
  returnState,
  totalCents,
  updatedAt,
  type Order,
} from '../../orders/order.ts';
import type { SearchTable } from '../search.ts';

export const orderSearch: SearchTable<Order> = {
  default: {
    kind: 'words',
    of: (order) => [
      `#${order.number}`,
      order.email,
      order.note,
      order.customer ? `${order.customer.firstName} ${order.customer.lastName}` : null,
      order.shippingAddress
        ? `${order.shippingAddress.firstName} ${order.shippingAddress.lastName} ${order.shippingAddress.address1} ${order.shippingAddress.city} ${order.shippingAddress.zip}`
        : null,
      ...order.lines.flatMap((line) => [line.variant.product.text.title.en, line.variant.sku]),
      ...order.parcels.map((parcel) => parcel.trackingNumber),
      ...order.tags,
    ],
  },
  name: { kind: 'exact', of: (order) => [`#${order.number}`, String(order.number)] },
  email: { kind: 'words', of: (order) => [order.email] },
  id: { kind: 'id', of: (order) => order.id },
  customer_id: { kind: 'id', of: (order) => order.customer?.id ?? null },
  created_at: { kind: 'time', of: (order) => order.createdAt },
  processed_at: { kind: 'time', of: (order) => order.createdAt },
  updated_at: { kind: 'time', of: (order) => updatedAt(order) },
  status: { kind: 'test', of: (order, value) => hasStatus(order, value) },
  financial_status: {
    kind: 'exact',
    of: (order) => [
      financialState(order),
      ...(financialState(order) === 'PENDING' || financialState(order) === 'AUTHORIZED' ? ['unpaid'] : []),
    ],
  },
  fulfillment_status: { kind: 'test', of: (order, value) => value.split(',').some((one) => hasFulfillmentStatus(order, one)) },
  return_status: { kind: 'exact', of: (order) => [returnState(order)] },
  tag: { kind: 'exact', of: (order) => order.tags },
  tag_not: { kind: 'test', of: (order, value) => !order.tags.some((tag) => tag.toLowerCase() === value) },
  sku: { kind: 'exact', of: (order) => order.lines.map((line) => line.variant.sku) },
  product_id: { kind: 'test', of: (order, value) => order.lines.some((line) => String(line.variant.product.id) === value) },
  test: { kind: 'flag', of: () => false },
  source_name: { kind: 'exact', of: () => ['web'] },
  gateway: { kind: 'exact', of: (order) => [order.paymentGateway] },
  delivery_method: { kind: 'exact', of: (order) => [order.shippingAddress ? 'shipping' : 'none'] },
  discount_code: { kind: 'exact', of: () => [] },
  confirmation_number: { kind: 'exact', of: (order) => [confirmationNumber(order)] },
  po_number: { kind: 'exact', of: () => [] },
  credit_card_last4: { kind: 'exact', of: () => [] },
  cart_token: { kind: 'exact', of: () => [] },
  checkout_token: { kind: 'exact', of: () => [] },
  current_total_price: { kind: 'number', of: (order) => totalCents(order) / 100 },
  total_weight: {
    kind: 'number',
    of: (order) => order.lines.reduce((sum, line) => sum + line.quantity * line.variant.product.text.weightGrams, 0),
  },
  tracking_number: { kind: 'exact', of: (order) => order.parcels.map((parcel) => parcel.trackingNumber) },
};

function hasStatus(order: Order, value: string): boolean {
  const isClosed = !order.cancelledAt && order.payment === 'PAID' && fulfillmentState(order) === 'FULFILLED';
  switch (value) {
    case 'any':
      return true;
    case 'cancelled':
      return order.cancelledAt !== null;
    case 'closed':
      return isClosed;
    case 'not_closed':
      return !isClosed;
    case 'open':
      return !order.cancelledAt && !isClosed;
    default:
      return false;
  }
}

function hasFulfillmentStatus(order: Order, value: string): boolean {
  const state = fulfillmentState(order);
  switch (value) {
    case 'shipped':
    case 'fulfilled':
      return state === 'FULFILLED';
    case 'partial':
      return state === 'PARTIALLY_FULFILLED';
    case 'unshipped':
      return order.parcels.length === 0 && !order.cancelledAt;
    case 'unfulfilled':
      return state === 'UNFULFILLED' || state === 'PARTIALLY_FULFILLED';
    case 'on_hold':
      return state === 'ON_HOLD';
    default:
      return false;
  }
}
