// What carriers know of the shop's parcels: the scans that Shopify shows, and those that it has not been told of.

import { localTime, type LocalTime } from '../clock.ts';
import type { Carrier, Order, Parcel, Scan } from '../orders/order.ts';
import type { Address } from '../people/place.ts';
import { zoneOf } from './zone.ts';

// How far a parcel has come, in words that each service has a word of its own for.
export type Stage =
  | 'announced'
  | 'picked_up'
  | 'moving'
  | 'customs'
  | 'delayed'
  | 'out'
  | 'attempted'
  | 'waiting'
  | 'delivered'
  | 'returning'
  | 'returned';

export interface Sighting extends Omit<Scan, 'status'> {
  stage: Stage;
  local: LocalTime;
}

export interface Tracked {
  order: number;
  carrier: Carrier;
  number: string;
  address: Address | null;
  // Oldest first; none where the carrier never heard of the parcel.
  sightings: Sighting[];
  // While it is on its way. `from` is null where only a day is promised.
  expected: { from: string | null; to: string; zone: string } | null;
}

export class Truth {
  readonly #byNumber = new Map<string, Tracked>();

  constructor(orders: Order[]) {
    for (const order of orders)
      for (const parcel of order.parcels)
        if (parcel.carrier && parcel.trackingNumber) this.#byNumber.set(parcel.trackingNumber, tracked(order, parcel, parcel.carrier));
  }

  // The parcel with that number; spaces and case do not matter.
  find(number: string): Tracked | null {
    return this.#byNumber.get(number.replace(/\s/g, '').toUpperCase()) ?? null;
  }

  all(): Tracked[] {
    return [...this.#byNumber.values()];
  }
}

export function latest(parcel: Tracked): Sighting | null {
  return parcel.sightings.at(-1) ?? null;
}

export function placeOf({ city, province, country }: Sighting): string {
  return [city, province, country].filter(Boolean).join(', ');
}

function tracked(order: Order, parcel: Parcel, carrier: Carrier): Tracked {
  const address = order.shippingAddress;
  const sightings = [...parcel.scans, ...(parcel.carrierScans ?? [])].map(
    (scan): Sighting => ({ ...scan, stage: stageOf(scan), local: localTime(scan.happenedAt, zoneOf(scan, address)) }),
  );
  const zone = address?.zone ?? 'UTC';
  const to = parcel.carrierWindow?.to ?? parcel.estimatedDeliveryAt;
  const isOver = ['delivered', 'returning', 'returned'].includes(sightings.at(-1)?.stage ?? '');
  return {
    carrier,
    address,
    sightings,
    order: order.number,
    number: parcel.trackingNumber!,
    expected: to === null || isOver ? null : { from: parcel.carrierWindow?.from ?? null, to, zone },
  };
}

function stageOf({ status, cause }: Scan): Stage {
  if (cause === 'customs' || cause === 'returned') return cause;
  switch (status) {
    case 'LABEL_PURCHASED':
    case 'LABEL_PRINTED':
    case 'CONFIRMED':
      return 'announced';
    case 'CARRIER_PICKED_UP':
      return 'picked_up';
    case 'IN_TRANSIT':
      return 'moving';
    case 'DELAYED':
      return 'delayed';
    case 'OUT_FOR_DELIVERY':
      return 'out';
    case 'ATTEMPTED_DELIVERY':
      return 'attempted';
    case 'READY_FOR_PICKUP':
      return 'waiting';
    case 'DELIVERED':
      return 'delivered';
    // What cannot be delivered goes back: each carrier's phrase says so.
    case 'FAILURE':
      return 'returning';
  }
}
