// A generated parcel's way: which carrier takes it, and its scans up to the stage that it has reached.

import type { ShopClock } from '../clock.ts';
import type { Address } from '../people/place.ts';
import type { Seeded } from '../seeded.ts';
import { phrases } from './phrases.ts';
import type { Carrier, Scan, ScanStatus } from './order.ts';
import { addressSpot, scan, spots, type Spot } from './scan.ts';

export type Stage =
  | 'no_scans'
  | 'label_only'
  | 'in_transit'
  | 'silent'
  | 'delayed'
  | 'out_for_delivery'
  | 'attempted'
  | 'at_pickup_point'
  | 'failed'
  | 'delivered';

interface Trip {
  clock: ShopClock;
  random: Seeded;
  address: Address;
  stage: Stage;
  shippedDaysAgo: number;
  carrier?: Carrier | undefined;
}

export function journey(trip: Trip): { carrier: Carrier; scans: Scan[]; estimatedDeliveryAt: string | null } {
  const { clock, random, address, stage, shippedDaysAgo } = trip;
  const carrier = trip.carrier ?? pickCarrier(random, address.countryCode);
  const say = phrases[carrier];
  const isFar = !address.zone.startsWith('Europe/');
  const hub = carrier === 'DHL' ? spots.leipzigHub : spots.cologne;
  const entry: Spot = isFar ? entryFor(carrier, address) : addressSpot(address);
  const scans: Scan[] = [];
  // The day that is being told, as days from today, and never later than the early morning of today.
  const add = (day: number, time: string, status: ScanStatus, spot: Spot | null, expected: string | null = null) => {
    scans.push(scan(clock.at(day, day >= 0 ? earlyTime(scans.length) : time), status, say[status], spot, expected));
  };
  const start = -shippedDaysAgo;
  // Noon is the same calendar day everywhere that the shop sends to.
  const due = (day: number) => clock.at(day, '18:00');
  const jitter = () => String(random.between(0, 59)).padStart(2, '0');

  if (stage === 'no_scans') return { carrier, scans, estimatedDeliveryAt: null };
  add(start, `09:${jitter()}`, 'LABEL_PRINTED', spots.warehouse);
  if (stage === 'label_only') return { carrier, scans, estimatedDeliveryAt: null };

  const arrival = arrivalDay(stage, start, isFar, random);
  add(start, `17:${jitter()}`, 'CARRIER_PICKED_UP', spots.warehouse, due(arrival));
  if (stage === 'silent') {
    add(start + 1, `03:${jitter()}`, 'IN_TRANSIT', hub);
    return { carrier, scans, estimatedDeliveryAt: null };
  }
  const left = Math.min(start + 1, -1);
  if (left >= start) add(left, left > start ? `03:${jitter()}` : `23:${jitter()}`, 'IN_TRANSIT', hub, due(arrival));
  if (stage === 'in_transit') return { carrier, scans, estimatedDeliveryAt: due(arrival) };
  if (stage === 'delayed') {
    add(-1, `06:${jitter()}`, 'DELAYED', isFar ? entry : hub, due(arrival));
    return { carrier, scans, estimatedDeliveryAt: due(arrival) };
  }

  if (arrival - 1 > left) add(arrival - 1, `19:${jitter()}`, 'IN_TRANSIT', entry, due(arrival));
  add(arrival, `07:${jitter()}`, 'OUT_FOR_DELIVERY', entry, due(arrival));
  if (stage === 'out_for_delivery') return { carrier, scans, estimatedDeliveryAt: due(arrival) };
  const home = addressSpot(address);
  if (stage === 'delivered') add(arrival, `13:${jitter()}`, 'DELIVERED', home);
  else if (stage === 'failed') add(arrival, `14:${jitter()}`, 'FAILURE', home);
  else {
    add(arrival, `12:${jitter()}`, 'ATTEMPTED_DELIVERY', home);
    if (stage === 'at_pickup_point') add(arrival + 1, `10:${jitter()}`, 'READY_FOR_PICKUP', home);
  }
  return { carrier, scans, estimatedDeliveryAt: stage === 'delivered' ? due(arrival) : null };
}

// Where a parcel enters a country far away.
function entryFor(carrier: Carrier, address: Address): Spot {
  if (address.countryCode === 'AU') return spots.sydney;
  return carrier === 'UPS' ? spots.louisville : carrier === 'FedEx' ? spots.memphis : spots.newYork;
}

function arrivalDay(stage: Stage, start: number, isFar: boolean, random: Seeded): number {
  const usual = start + (isFar ? random.between(8, 14) : random.between(2, 5));
  switch (stage) {
    case 'out_for_delivery':
      return 0;
    case 'in_transit':
      return Math.max(usual, 1);
    case 'delayed':
      return random.between(1, 3);
    case 'at_pickup_point':
      return Math.min(usual, -2);
    default:
      return Math.min(usual, -1);
  }
}

function pickCarrier(random: Seeded, countryCode: string): Carrier {
  if (countryCode === 'US')
    return random.weighted([
      ['USPS', 4],
      ['FedEx', 3],
      ['UPS', 3],
    ] as const);
  if (countryCode === 'AU')
    return random.weighted([
      ['FedEx', 1],
      ['UPS', 1],
    ] as const);
  return random.weighted([
    ['DHL', 6],
    ['UPS', 3],
    ['FedEx', 1],
  ] as const);
}

function earlyTime(index: number): string {
  return `0${Math.min(4, Math.floor(index / 2))}:${String(10 + index * 5).padStart(2, '0')}`;
}
