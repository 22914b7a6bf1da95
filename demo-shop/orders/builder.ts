// Puts an order together: ids that follow from the order's number, lines at catalog prices, refunds that add up.

import type { Variant } from '../catalog.ts';
import type { ShopClock } from '../clock.ts';
import type { Customer } from '../people/customers.ts';
import { Seeded } from '../seeded.ts';
import { trackingNumber } from './carrier.ts';
import type { Carrier, Line, Order, Parcel, Refund, Return, Scan } from './order.ts';
import { phrases } from './phrases.ts';
import { scan, spots } from './scan.ts';

export interface Draft {
  number: number;
  customer: Customer;
  createdAt: string;
  lines: { variant: Variant; quantity: number }[];
  isGuest?: boolean;
}

interface ParcelOptions extends Pick<Parcel, 'carrierScans' | 'carrierWindow'> {
  items?: [line: number, quantity: number][];
  estimatedDeliveryAt?: string | null;
}

export class OrderBuilder {
  readonly order: Order;
  readonly clock: ShopClock;
  readonly #random: Seeded;

  constructor(draft: Draft, clock: ShopClock, seed: number) {
    this.clock = clock;
    this.#random = new Seeded(seed, `order ${draft.number}`);
    const { number, customer } = draft;
    const lines = draft.lines.map(({ variant, quantity }, index): Line => ({
      id: 15_000_000_000_000 + number * 100 + index,
      variant,
      quantity,
      unitCents: variant.priceCents,
      removed: 0,
    }));
    const isDigital = lines.every((line) => line.variant.product.text.isDigital);
    const goods = lines.reduce((sum, line) => sum + line.quantity * line.unitCents, 0);
    this.order = {
      id: 6_001_000_000_000 + number,
      number,
      lines,
      customer: draft.isGuest ? null : customer,
      email: customer.email,
      locale: customer.locale,
      createdAt: draft.createdAt,
      payment: 'PAID',
      paymentGateway: this.#random.pick(['shopify_payments', 'shopify_payments', 'paypal', 'klarna']),
      cancelledAt: null,
      cancelReason: null,
      shipping: isDigital ? null : shippingFor(customer.address.countryCode, goods),
      shippingAddress: isDigital ? null : customer.address,
      billingAddress: customer.address,
      parcels: [],
      refunds: [],
      returns: [],
      hold: null,
      tags: [],
      note: null,
    };
  }

  // Sends the given quantities of lines (by index; all of the rest when left out) as one parcel.
  parcel(
    carrier: Carrier | null,
    createdAt: string,
    scans: Scan[],
    options: ParcelOptions = {},
  ): Parcel {
    const { order } = this;
    const index = order.parcels.length;
    const items =
      options.items?.map(([line, quantity]) => ({ line: order.lines[line]!, quantity })) ??
      order.lines.map((line) => ({ line, quantity: line.quantity }));
    const latest = scans.findLast((one) => one.estimatedDeliveryAt)?.estimatedDeliveryAt ?? null;
    const parcel: Parcel = {
      id: 5_300_000_000_000 + order.number * 10 + index,
      carrier,
      trackingNumber: carrier ? trackingNumber(carrier, this.#random) : null,
      items,
      createdAt,
      scans,
      estimatedDeliveryAt: options.estimatedDeliveryAt === undefined ? latest : options.estimatedDeliveryAt,
      ...(options.carrierScans && { carrierScans: options.carrierScans }),
      ...(options.carrierWindow && { carrierWindow: options.carrierWindow }),
    };
    order.parcels.push(parcel);
    return parcel;
  }

  // The same of a parcel that the carrier took from the warehouse, in the carrier's own words; `scans` are what followed.
  send(
    carrier: Carrier,
    [labelledAt, pickedUpAt, expected]: [labelledAt: string, pickedUpAt: string, expected?: string],
    scans: Scan[],
    options?: ParcelOptions,
  ): Parcel {
    const say = phrases[carrier];
    const label = scan(labelledAt, 'LABEL_PRINTED', say.LABEL_PRINTED, spots.warehouse);
    const pickup = scan(pickedUpAt, 'CARRIER_PICKED_UP', say.CARRIER_PICKED_UP, spots.warehouse, expected);
    return this.parcel(carrier, labelledAt, [label, pickup, ...scans], options);
  }

  cancel(at: string, reason: NonNullable<Order['cancelReason']>): void {
    this.order.cancelledAt = at;
    this.order.cancelReason = reason;
  }

  // Takes quantities off lines and gives their price back; with every line gone, the delivery charge as well.
  refund(createdAt: string, items: [line: number, quantity: number][], note: string | null): Refund {
    const { order } = this;
    const taken = items.map(([line, quantity]) => ({ line: order.lines[line]!, quantity }));
    for (const item of taken) item.line.removed += item.quantity;
    const isAll = order.lines.every((line) => line.removed >= line.quantity);
    const cents = taken.reduce((sum, item) => sum + item.quantity * item.line.unitCents, 0) + (isAll ? (order.shipping?.cents ?? 0) : 0);
    const refund: Refund = { id: 940_000_000_000 + order.number * 10 + order.refunds.length, createdAt, note, cents, items: taken };
    order.refunds.push(refund);
    return refund;
  }

  return(
    status: Return['status'],
    parcel: Parcel,
    line: number,
    dates: { createdAt: string; approvedAt?: string; closedAt?: string },
    reason: string,
    note: string | null = null,
  ): Return {
    const { order } = this;
    const made: Return = {
      id: 8_800_000_000 + order.number * 10 + order.returns.length,
      status,
      reason,
      note,
      createdAt: dates.createdAt,
      approvedAt: dates.approvedAt ?? null,
      closedAt: dates.closedAt ?? null,
      items: [{ parcel, line: order.lines[line]!, quantity: 1 }],
    };
    order.returns.push(made);
    return made;
  }
}

// The prices of the shop's own shipping policy.
function shippingFor(countryCode: string, goodsCents: number): { title: string; cents: number } {
  switch (countryCode) {
    case 'DE':
      return { title: 'Standard delivery', cents: goodsCents >= 7500 ? 0 : 490 };
    case 'GB':
      return { title: 'United Kingdom standard', cents: 1490 };
    case 'US':
    case 'JP':
    case 'AU':
      return { title: 'International tracked', cents: 2490 };
    default:
      return { title: 'EU standard', cents: goodsCents >= 15000 ? 0 : 990 };
  }
}
