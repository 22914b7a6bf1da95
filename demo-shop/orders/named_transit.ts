// Named orders that are on their way: #1002, #1003, #1006, #1007, #1008 and #1010, which its carrier never saw.

import type { OrderBuilder } from './builder.ts';
import type { NamedContext } from './named.ts';
import { addressSpot, scan, spots } from './scan.ts';

export function ordersInTransit({ clock, start }: NamedContext): OrderBuilder[] {
  const at = clock.at.bind(clock);

  // In transit, delayed by weather, with a new expected date. Noon in California is evening in Berlin: the same day.
  const b1002 = start(1002, 'ben', -8, '20:16', [
    ['fellwander-32-hiking-pack', 1],
    ['moonrise-titanium-mug', 2],
  ]);
  const [firstDate, newDate] = [at(-1, '12:00', 'America/Los_Angeles'), at(2, '12:00', 'America/Los_Angeles')];
  b1002.send('FedEx', [at(-6, '11:18'), at(-6, '17:40'), firstDate], [
    scan(at(-5, '03:05'), 'IN_TRANSIT', 'Departed FedEx hub', spots.cologne, firstDate),
    scan(at(-3, '02:50', 'America/Chicago'), 'IN_TRANSIT', 'Arrived at FedEx hub, customs cleared', spots.memphis, firstDate),
    scan(
      at(-1, '04:35', 'America/Chicago'),
      'DELAYED',
      'Delayed by severe weather: flights from Memphis are grounded by a winter storm',
      spots.memphis,
      newDate,
    ),
  ]);

  // Out for delivery today. The scans are early, so that they lie in the past for most of the day.
  const c1003 = start(1003, 'chloe', -4, '08:55', [['windermoor-wool-throw', 1]]);
  c1003.send('DHL', [at(-3, '10:44'), at(-3, '17:02')], [
    scan(at(-2, '02:20'), 'IN_TRANSIT', 'Left the export parcel centre', spots.leipzigHub, at(0, '18:00')),
    scan(at(-1, '19:33'), 'IN_TRANSIT', 'Arrived at the parcel centre of the destination', spots.paris, at(0, '18:00')),
    scan(at(0, '05:38'), 'OUT_FOR_DELIVERY', 'Loaded onto the delivery vehicle', spots.paris, at(0, '18:00')),
  ]);

  // Two parcels, one delivered and one in transit; the third item is not shipped.
  const e1006 = start(1006, 'emil', -7, '15:31', [
    ['tussock-two-person-tent', 1],
    ['haycock-summer-sleeping-bag', 1],
    ['crispbread-foam-mat', 1],
  ]);
  e1006.send(
    'DHL',
    [at(-6, '09:50'), at(-6, '16:25')],
    [
      scan(at(-5, '04:12'), 'IN_TRANSIT', 'Left the export parcel centre', spots.leipzigHub, at(-2, '18:00')),
      scan(at(-2, '08:05'), 'OUT_FOR_DELIVERY', 'Loaded onto the delivery vehicle', spots.copenhagen, at(-2, '18:00')),
      scan(at(-2, '14:44'), 'DELIVERED', 'Delivered to the recipient', addressSpot(e1006.order.shippingAddress!)),
    ],
    { items: [[0, 1]] },
  );
  e1006.send(
    'UPS',
    [at(-3, '12:36'), at(-3, '18:50')],
    [
      scan(at(-1, '21:15'), 'IN_TRANSIT', 'Departed from facility', spots.cologne, at(1, '18:00')),
    ],
    { items: [[1, 1]] },
  );

  // Delivery attempted and failed; waiting at a pickup point.
  const f1007 = start(1007, 'fatima', -7, '23:12', [['harbour-jute-rug', 1]]);
  f1007.send(
    'DHL',
    [at(-6, '11:04'), at(-6, '16:40')],
    [
      scan(at(-4, '02:58'), 'IN_TRANSIT', 'Left the export parcel centre', spots.leipzigHub, at(-2, '18:00')),
      scan(at(-2, '07:45'), 'OUT_FOR_DELIVERY', 'Loaded onto the delivery vehicle', spots.madrid, at(-2, '18:00')),
      scan(
        at(-2, '12:31'),
        'ATTEMPTED_DELIVERY',
        'Delivery attempted, nobody was there to receive the parcel',
        addressSpot(f1007.order.shippingAddress!),
      ),
      scan(
        at(-1, '10:02'),
        'READY_FOR_PICKUP',
        'Ready for pickup at the parcel shop Papelería Atocha, Calle de Atocha 71, held for seven days',
        { city: 'Madrid', country: 'ES', zip: '28012' },
      ),
    ],
    { estimatedDeliveryAt: null },
  );

  // In transit, but the last scan is nine days old and no carrier date stands.
  const g1008 = start(1008, 'george', -16, '18:27', [
    ['milepost-canvas-weekender', 1],
    ['campfire-enamel-mug', 1],
  ]);
  g1008.send(
    'USPS',
    [at(-14, '10:20'), at(-13, '16:35')],
    [
      scan(at(-11, '09:10', 'America/New_York'), 'IN_TRANSIT', 'Processed through the international service centre', spots.newYork),
      scan(at(-9, '13:22', 'America/New_York'), 'IN_TRANSIT', 'Departed the regional facility', spots.newYork),
    ],
    { estimatedDeliveryAt: null },
  );

  // A label was made; the carrier never picked the parcel up.
  const i1010 = start(1010, 'ivan', -6, '14:38', [
    ['woolpack-ribbed-beanie', 1],
    ['hawthorn-leather-gloves', 1],
  ]);
  i1010.parcel(
    'UPS',
    at(-5, '10:11'),
    [scan(at(-5, '10:11'), 'LABEL_PRINTED', 'Shipper created a label, UPS has not received the package yet', spots.warehouse)],
    { estimatedDeliveryAt: null },
  );

  return [b1002, c1003, e1006, f1007, g1008, i1010];
}
