// What the shop knows of an order, and the states that follow from it.

import type { Variant } from '../catalog.ts';
import type { Customer } from '../people/customers.ts';
import type { Address } from '../people/place.ts';
import { hash32 } from '../seeded.ts';

export type Carrier = 'DHL' | 'UPS' | 'FedEx' | 'USPS';

export type ScanStatus =
  | 'LABEL_PURCHASED'
  | 'LABEL_PRINTED'
  | 'CONFIRMED'
  | 'CARRIER_PICKED_UP'
  | 'IN_TRANSIT'
  | 'DELAYED'
  | 'OUT_FOR_DELIVERY'
  | 'ATTEMPTED_DELIVERY'
  | 'READY_FOR_PICKUP'
  | 'DELIVERED'
  | 'FAILURE';

export interface Scan {
  status: ScanStatus;
  happenedAt: string;
  message: string;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
  estimatedDeliveryAt: string | null;
  // What the carrier knows beyond Shopify's status.
  cause?: 'customs' | 'returned';
}

export interface Line {
  id: number;
  variant: Variant;
  quantity: number;
  unitCents: number;
  // How many of them were taken off the order by a refund.
  removed: number;
}

export interface Parcel {
  id: number;
  // Null where nothing is carried: digital goods.
  carrier: Carrier | null;
  trackingNumber: string | null;
  items: { line: Line; quantity: number }[];
  createdAt: string;
  // Oldest first.
  scans: Scan[];
  estimatedDeliveryAt: string | null;
  // Later scans, of which only the carrier knows.
  carrierScans?: Scan[];
  // The hours of delivery, where the carrier tells them to whoever asks it.
  carrierWindow?: { from: string; to: string };
}

export interface Refund {
  id: number;
  createdAt: string;
  note: string | null;
  cents: number;
  items: { line: Line; quantity: number }[];
}

export type ReturnState = 'REQUESTED' | 'OPEN' | 'CLOSED' | 'DECLINED' | 'CANCELED';
export interface Return {
  id: number;
  status: ReturnState;
  createdAt: string;
  approvedAt: string | null;
  closedAt: string | null;
  reason: string;
  note: string | null;
  items: { parcel: Parcel; line: Line; quantity: number }[];
}

export interface Hold {
  reason: 'INVENTORY_OUT_OF_STOCK' | 'INCORRECT_ADDRESS' | 'HIGH_RISK_OF_FRAUD' | 'AWAITING_PAYMENT' | 'OTHER';
  notes: string;
}

export type Payment = 'PAID' | 'PENDING' | 'AUTHORIZED' | 'VOIDED' | 'EXPIRED' | 'PARTIALLY_PAID';

export interface Order {
  id: number;
  number: number;
  // Null for a guest.
  customer: Customer | null;
  email: string;
  locale: string;
  createdAt: string;
  payment: Payment;
  paymentGateway: string;
  cancelledAt: string | null;
  cancelReason: 'CUSTOMER' | 'DECLINED' | 'FRAUD' | 'INVENTORY' | 'OTHER' | 'STAFF' | null;
  lines: Line[];
  shipping: { title: string; cents: number } | null;
  // Null where nothing is sent.
  shippingAddress: Address | null;
  billingAddress: Address;
  parcels: Parcel[];
  refunds: Refund[];
  returns: Return[];
  hold: Hold | null;
  tags: string[];
  note: string | null;
}

export function lastScan(parcel: Parcel): Scan | null {
  return parcel.scans.at(-1) ?? null;
}

export function shippedQuantity(order: Order, line: Line): number {
  return order.parcels
    .flatMap((parcel) => parcel.items)
    .filter((item) => item.line === line)
    .reduce((sum, item) => sum + item.quantity, 0);
}

export function unshippedQuantity(order: Order, line: Line): number {
  return Math.max(0, line.quantity - line.removed - shippedQuantity(order, line));
}

export function fulfillmentState(order: Order): string {
  const left = order.lines.reduce((sum, line) => sum + unshippedQuantity(order, line), 0);
  if (order.parcels.length === 0) {
    if (order.cancelledAt) return 'UNFULFILLED';
    return order.hold ? 'ON_HOLD' : 'UNFULFILLED';
  }
  return left > 0 && !order.cancelledAt ? 'PARTIALLY_FULFILLED' : 'FULFILLED';
}

export function returnState(order: Order): string {
  const states = new Set(order.returns.map((one) => one.status));
  if (states.has('OPEN')) return 'IN_PROGRESS';
  if (states.has('REQUESTED')) return 'RETURN_REQUESTED';
  if (states.has('CLOSED')) return 'RETURNED';
  return 'NO_RETURN';
}

export function totalCents(order: Order): number {
  return order.lines.reduce((sum, line) => sum + line.quantity * line.unitCents, 0) + (order.shipping?.cents ?? 0);
}

export function refundedCents(order: Order): number {
  return order.refunds.reduce((sum, refund) => sum + refund.cents, 0);
}

export function financialState(order: Order): string {
  const refunded = refundedCents(order);
  if (refunded > 0) return refunded >= totalCents(order) ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  return order.payment;
}

// The latest thing that happened to the order.
export function updatedAt(order: Order): string {
  const instants = [
    order.createdAt,
    order.cancelledAt,
    ...order.parcels.flatMap((parcel) => [parcel.createdAt, lastScan(parcel)?.happenedAt]),
    ...order.refunds.map((refund) => refund.createdAt),
    ...order.returns.flatMap((one) => [one.createdAt, one.approvedAt, one.closedAt]),
  ].filter((instant): instant is string => Boolean(instant));
  return instants.reduce((latest, instant) => (Date.parse(instant) > Date.parse(latest) ? instant : latest));
}

// Names an order in its status page's address; nobody guesses it from the number alone.
export function orderToken(order: Order): string {
  return `${order.number}-${hash32(`status ${order.id}`).toString(16)}`;
}

// Random-looking, the same on every start, and not promised to be unique.
export function confirmationNumber(order: Order): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  let state = hash32(`confirmation ${order.number}`);
  return Array.from({ length: 9 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return letters[(state >>> 16) % letters.length];
  }).join('');
}
