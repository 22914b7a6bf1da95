// The orders that always exist, scan by scan. Instants are told as days from today and a local time.

import type { Catalog, Variant } from '../catalog.ts';
import { isAvailable } from '../catalog.ts';
import type { ShopClock } from '../clock.ts';
import type { Customer } from '../people/customers.ts';
import { OrderBuilder } from './builder.ts';
import type { Order } from './order.ts';
import { ordersForCarriers } from './named_carriers.ts';
import { ordersInTransit } from './named_transit.ts';
import { ordersWithoutScans } from './named_waiting.ts';
import { ordersDelivered } from './named_delivered.ts';

export interface NamedContext {
  clock: ShopClock;
  start(number: number, name: string, days: number, time: string, items: (readonly [handle: string, quantity: number])[]): OrderBuilder;
}

export function namedOrders(catalog: Catalog, customers: Customer[], clock: ShopClock, seed: number): Order[] {
  const context: NamedContext = {
    clock,
    start(number, name, days, time, items) {
      const customer = customers.find((one) => one.email === `${name}@example.com`)!;
      const lines = items.map(([handle, quantity], index) => ({ variant: variantFor(catalog, handle, number * 7 + index), quantity }));
      return new OrderBuilder({ number, customer, createdAt: clock.at(days, time), lines }, clock, seed);
    },
  };
  return [...ordersDelivered(context), ...ordersInTransit(context), ...ordersWithoutScans(context), ...ordersForCarriers(context)]
    .map((builder) => builder.order)
    .sort((a, b) => a.number - b.number);
}

// The product with that handle, else some product: the shop also starts with part of its content.
function variantFor(catalog: Catalog, handle: string, otherwise: number): Variant {
  const shipped = catalog.products.filter((product) => !product.text.isDigital);
  const product = catalog.byHandle.get(handle) ?? shipped[otherwise % shipped.length]!;
  const available = product.variants.filter(isAvailable);
  const from = available.length ? available : product.variants;
  return from[Math.floor(from.length / 2)]!;
}
