// Named orders whose parcels have arrived: #1001, #1009 and #1012, and #1011, which has nothing to carry.

import type { NamedContext } from './named.ts';
import type { OrderBuilder } from './builder.ts';
import { addressSpot, scan, spots } from './scan.ts';

export function ordersDelivered({ clock, start }: NamedContext): OrderBuilder[] {
  const at = clock.at.bind(clock);

  // Delivered four days ago, one parcel, full scan history.
  const a1001 = start(1001, 'ana', -8, '19:42', [
    ['ridgeline-rain-jacket', 1],
    ['milepost-hiking-socks', 2],
  ]);
  const berlin = addressSpot(a1001.order.shippingAddress!);
  a1001.send('DHL', [at(-7, '10:05'), at(-7, '16:48')], [
    scan(at(-7, '22:31'), 'IN_TRANSIT', 'Processed at the parcel centre of origin', spots.leipzigHub, at(-4, '18:00')),
    scan(at(-5, '03:12'), 'IN_TRANSIT', 'Left the parcel centre of origin', spots.leipzigHub, at(-4, '18:00')),
    scan(at(-5, '17:55'), 'IN_TRANSIT', 'Arrived at the parcel centre of the destination', spots.berlin, at(-4, '18:00')),
    scan(at(-4, '07:26'), 'OUT_FOR_DELIVERY', 'Loaded onto the delivery vehicle', spots.berlin, at(-4, '18:00')),
    scan(at(-4, '13:37'), 'DELIVERED', 'Delivered to the recipient', berlin),
  ]);

  // Delivered; a return is approved and in progress.
  const h1009 = start(1009, 'hana', -20, '04:10', [
    ['gritstone-grid-fleece', 1],
    ['meadow-sun-hat', 1],
  ]);
  const tokyo = addressSpot(h1009.order.shippingAddress!);
  const zone = 'Asia/Tokyo';
  const sent = h1009.send('FedEx', [at(-19, '09:30'), at(-19, '17:20')], [
    scan(at(-18, '02:44'), 'IN_TRANSIT', 'Departed FedEx hub', spots.cologne),
    scan(at(-16, '14:05', zone), 'IN_TRANSIT', 'International shipment release, import', spots.tokyo),
    scan(at(-14, '08:52', zone), 'OUT_FOR_DELIVERY', 'On FedEx vehicle for delivery', spots.tokyo),
    scan(at(-14, '15:18', zone), 'DELIVERED', 'Delivered, signed for by the recipient', tokyo),
  ]);
  h1009.return(
    'OPEN',
    sent,
    0,
    { createdAt: at(-6, '09:15'), approvedAt: at(-5, '11:02') },
    'SIZE_TOO_SMALL',
    'The sleeves are too short for me.',
  );

  // Delivered yesterday; the customer is tagged VIP.
  const k1012 = start(1012, 'kim', -4, '21:03', [['bothy-winter-parka', 1]]);
  k1012.send('UPS', [at(-3, '09:47'), at(-3, '18:14')], [
    scan(at(-2, '01:39'), 'IN_TRANSIT', 'Departed from facility', spots.leipzigHub, at(-1, '18:00')),
    scan(at(-1, '05:08'), 'IN_TRANSIT', 'Arrived at facility', spots.berlin, at(-1, '18:00')),
    scan(at(-1, '08:21'), 'OUT_FOR_DELIVERY', 'Out for delivery', spots.berlin, at(-1, '18:00')),
    scan(at(-1, '11:56'), 'DELIVERED', 'Delivered, left with the recipient', addressSpot(k1012.order.shippingAddress!)),
  ]);

  // Digital goods: marked as fulfilled, nothing to ship, and no address to ship to.
  const j1011 = start(1011, 'jo', -2, '12:20', [['lakeland-map-download', 1]]);
  j1011.parcel(null, at(-2, '12:21'), []);

  return [a1001, h1009, j1011, k1012];
}
