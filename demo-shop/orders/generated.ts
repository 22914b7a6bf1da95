// The generated orders: every state occurs, numbers rise with time, and each parcel has believable scans.

import { isAvailable, type Catalog, type Variant } from '../catalog.ts';
import type { ShopClock } from '../clock.ts';
import { customerCount, type Customer } from '../people/customers.ts';
import { Seeded } from '../seeded.ts';
import { OrderBuilder } from './builder.ts';
import { journey, type Stage } from './journey.ts';
import type { Order } from './order.ts';
import { orderStateNames, orderStates, type OrderStateName } from './state.ts';
import { applyState } from './state_apply.ts';

// A thousand are dealt out from #1014 on; named orders stand in the place of the oldest.
const dealtCount = 1000;
const firstDealt = 1014;
const firstGenerated = 1022;

// A note with markup, Liquid and a right-to-left override: it must reach nobody as anything but text.
export const hostileNote = 'Please ring twice <script>alert(1)</script> {{ shop.name }} {% raw %} \u202Eback to front ☃️';

interface Plan {
  state: OrderStateName;
  customer: Customer;
  age: number;
  time: string;
  isGuest: boolean;
}

export function generatedOrders(catalog: Catalog, customers: Customer[], clock: ShopClock, seed: number): Order[] {
  const random = new Seeded(seed, 'orders');
  const plans = Array.from({ length: dealtCount }, (_, index) => plan(random, index, customers));
  plans.sort((a, b) => b.age - a.age || a.time.localeCompare(b.time));
  const physical = catalog.products.filter((product) => !product.text.isDigital).flatMap((product) => product.variants.filter(isAvailable));
  const digital = catalog.products.filter((product) => product.text.isDigital).flatMap((product) => product.variants);
  return plans.slice(firstGenerated - firstDealt).map((one, index) => {
    const number = firstGenerated + index;
    const own = new Seeded(seed, `generated ${number}`);
    const from = one.state === 'digital' && digital.length ? digital : physical;
    const builder = new OrderBuilder(
      {
        number,
        customer: one.customer,
        isGuest: one.isGuest,
        createdAt: clock.at(-one.age, one.time),
        lines: pickLines(own, from, one.state),
      },
      clock,
      seed,
    );
    applyState({
      builder,
      state: one.state,
      age: one.age,
      clock,
      random: own,
      travel: (stage, shippedDaysAgo, carrier) =>
        journey({ clock, random: own, address: one.customer.address, stage, shippedDaysAgo, carrier }),
    });
    if (number === 1514) builder.order.note = hostileNote;
    else if (own.chance(0.05))
      builder.order.note = own.pick([
        'Please leave it with the neighbour at number 4.',
        'It is a present, no invoice in the box please.',
        'Bitte beim Nachbarn abgeben.',
        'Doorbell is broken, please knock.',
      ]);
    if (own.chance(0.04)) builder.order.tags.push('gift');
    return builder.order;
  });
}

// The first orders go once through the states, so that none is missing; the rest fall by weight.
function plan(random: Seeded, index: number, customers: Customer[]): Plan {
  const state =
    index < orderStateNames.length
      ? orderStateNames[index]!
      : random.weighted(orderStateNames.map((name) => [name, orderStates[name].weight] as const));
  const [low, high] = orderStates[state].age;
  const age = random.between(low, high);
  // An order of today was placed before dawn, so that it lies in the past for most of the day.
  const hour = age === 0 ? random.between(0, 4) : random.between(6, 23);
  return {
    state,
    age,
    // The named customers keep only their named orders.
    customer: customers[random.between(12, customerCount - 1)]!,
    time: `${String(hour).padStart(2, '0')}:${String(random.between(0, 59)).padStart(2, '0')}`,
    isGuest: random.chance(0.05),
  };
}

function pickLines(random: Seeded, from: Variant[], state: OrderStateName): { variant: Variant; quantity: number }[] {
  const needsTwo = state === 'partly_shipped' || state === 'delivered_two_parcels' || state === 'partly_refunded';
  const count =
    state === 'digital'
      ? 1
      : random.weighted([
          [1, needsTwo ? 0 : 5],
          [2, 3],
          [3, 2],
          [4, 1],
        ] as const);
  const chosen = new Map<number, Variant>();
  while (chosen.size < Math.min(count, from.length)) {
    const variant = random.pick(from);
    chosen.set(variant.id, variant);
  }
  return [...chosen.values()].map((variant) => ({
    variant,
    quantity: random.weighted([
      [1, 8],
      [2, 2],
      [3, 1],
    ] as const),
  }));
}

export type Travel = (stage: Stage, shippedDaysAgo: number, carrier?: 'DHL' | 'UPS' | 'FedEx' | 'USPS') => ReturnType<typeof journey>;
