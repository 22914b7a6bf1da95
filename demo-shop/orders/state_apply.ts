// Brings a fresh order into one of the states: parcels, refunds, returns and holds, dated by the order's age.

import type { ShopClock } from '../clock.ts';
import type { Seeded } from '../seeded.ts';
import type { OrderBuilder } from './builder.ts';
import type { Travel } from './generated.ts';
import type { Stage } from './journey.ts';
import type { Hold, Parcel } from './order.ts';
import type { OrderStateName } from './state.ts';

interface Make {
  builder: OrderBuilder;
  state: OrderStateName;
  age: number;
  clock: ShopClock;
  random: Seeded;
  travel: Travel;
}

export function applyState(make: Make): void {
  const { builder, state, age, clock, random } = make;
  const { order } = builder;
  switch (state) {
    case 'delivered':
    case 'in_transit':
    case 'out_for_delivery':
    case 'delayed':
    case 'attempted':
    case 'at_pickup_point':
    case 'failed':
    case 'silent':
    case 'label_only':
      ship(make, state);
      return;
    case 'shipped_without_scans':
      ship(make, 'no_scans');
      return;
    case 'not_shipped':
      return;
    case 'on_hold':
      order.hold = random.pick(holds);
      return;
    case 'awaiting_payment':
      order.payment = 'PENDING';
      order.paymentGateway = 'bank_deposit';
      return;
    case 'authorized':
      order.payment = 'AUTHORIZED';
      return;
    case 'digital':
      builder.parcel(null, order.createdAt, []);
      return;
    case 'partly_shipped':
      ship(make, 'in_transit', [[0, order.lines[0]!.quantity]]);
      return;
    case 'delivered_two_parcels':
      ship(make, 'delivered', [[0, order.lines[0]!.quantity]]);
      ship(
        make,
        'delivered',
        order.lines.slice(1).map((line, index) => [index + 1, line.quantity]),
      );
      return;
    case 'cancelled_voided': {
      order.payment = 'VOIDED';
      builder.cancel(clock.at(-age + 1, '07:55'), random.pick(['FRAUD', 'DECLINED', 'STAFF'] as const));
      return;
    }
    case 'cancelled_refunded': {
      const at = clock.at(-age + 1, '08:20');
      builder.cancel(at, random.pick(['CUSTOMER', 'INVENTORY', 'OTHER', 'STAFF'] as const));
      builder.refund(
        at,
        order.lines.map((line, index) => [index, line.quantity]),
        null,
      );
      return;
    }
    case 'partly_refunded': {
      ship(make, 'delivered');
      builder.refund(
        clock.at(-1, '10:40'),
        [[1, 1]],
        random.pick(['Arrived with a scratch, kept by the customer', 'Missing from the parcel', 'Goodwill']),
      );
      return;
    }
    case 'return_requested':
      returned(make, 'REQUESTED');
      return;
    case 'return_open':
      returned(make, 'OPEN');
      return;
    case 'return_declined':
      returned(make, 'DECLINED');
      return;
    case 'returned_refunded': {
      returned(make, 'CLOSED');
      builder.refund(clock.at(-Math.max(2, age - 21), '11:30'), [[0, 1]], 'Return received');
      return;
    }
  }
}

const holds: Hold[] = [
  { reason: 'INVENTORY_OUT_OF_STOCK', notes: 'One item is missing in the warehouse' },
  { reason: 'INCORRECT_ADDRESS', notes: 'House number missing, customer asked by e-mail' },
  { reason: 'HIGH_RISK_OF_FRAUD', notes: 'Payment is being checked' },
];

function ship({ builder, age, clock, travel }: Make, stage: Stage, items?: [number, number][]): Parcel {
  const shippedDaysAgo = Math.max(age - 1, 0);
  const { carrier, scans, estimatedDeliveryAt } = travel(stage, shippedDaysAgo);
  const createdAt = scans[0]?.happenedAt ?? clock.at(-shippedDaysAgo, shippedDaysAgo ? '10:30' : '04:59');
  return builder.parcel(carrier, createdAt, scans, { estimatedDeliveryAt, ...(items ? { items } : {}) });
}

function returned(make: Make, status: 'REQUESTED' | 'OPEN' | 'CLOSED' | 'DECLINED'): void {
  const { builder, age, clock, random } = make;
  const parcel = ship(make, 'delivered');
  const asked = -Math.max(2, age - 10);
  const reason = random.pick(['SIZE_TOO_SMALL', 'SIZE_TOO_LARGE', 'UNWANTED', 'COLOR', 'DEFECTIVE', 'NOT_AS_DESCRIBED']);
  builder.return(
    status,
    parcel,
    0,
    {
      createdAt: clock.at(asked, '18:05'),
      ...(status === 'OPEN' || status === 'CLOSED' ? { approvedAt: clock.at(asked + 1, '09:30') } : {}),
      ...(status === 'CLOSED' ? { closedAt: clock.at(-Math.max(1, age - 21), '11:29') } : {}),
      ...(status === 'DECLINED' ? { closedAt: clock.at(asked + 1, '09:30') } : {}),
    },
    reason,
  );
}
