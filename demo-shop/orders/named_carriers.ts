// Named orders of which their carriers know more than Shopify: #1014 to #1021.

import type { NamedContext } from './named.ts';
import type { OrderBuilder } from './builder.ts';
import type { Scan } from './order.ts';
import { addressSpot, scan, spots, type Spot } from './scan.ts';

export function ordersForCarriers({ clock, start }: NamedContext): OrderBuilder[] {
  const at = clock.at.bind(clock);

  // Delivered yesterday, by the carrier's word; Shopify still says in transit.
  const m1014 = start(1014, 'mia', -5, '11:20', [['milepost-hiking-socks', 3]]);
  const hamburg: Spot = { city: 'Hamburg', country: 'DE', zip: '22525' };
  m1014.send(
    'DHL',
    [at(-4, '10:02'), at(-4, '16:41'), at(-1, '18:00')],
    [
      scan(at(-3, '23:18'), 'IN_TRANSIT', 'Processed at the parcel centre of origin', spots.leipzigHub, at(-1, '18:00')),
    ],
    {
      carrierScans: [
        scan(at(-2, '04:27'), 'IN_TRANSIT', 'Arrived at the parcel centre of the destination', hamburg, at(-1, '18:00')),
        scan(at(-1, '08:03'), 'OUT_FOR_DELIVERY', 'Loaded onto the delivery vehicle', hamburg, at(-1, '18:00')),
        scan(at(-1, '12:49'), 'DELIVERED', 'Delivered to a neighbour at number 14', addressSpot(m1014.order.shippingAddress!)),
      ],
    },
  );

  // Delivered two days ago, into the mailbox.
  const n1015 = start(1015, 'noor', -11, '19:05', [['moonrise-titanium-mug', 1]]);
  const portland = addressSpot(n1015.order.shippingAddress!);
  const pacific = 'America/Los_Angeles';
  n1015.send('USPS', [at(-10, '10:30'), at(-10, '17:12')], [
    scan(at(-6, '09:40', 'America/New_York'), 'IN_TRANSIT', 'Processed through the international service centre', spots.newYork),
    scan(at(-3, '02:15', pacific), 'IN_TRANSIT', 'Arrived at the regional facility', portland, at(-2, '12:00', pacific)),
    scan(at(-2, '07:05', pacific), 'OUT_FOR_DELIVERY', 'Out for delivery', portland, at(-2, '12:00', pacific)),
    scan(at(-2, '11:33', pacific), 'DELIVERED', 'Delivered, in or at mailbox', portland),
  ]);

  // Delivery attempted yesterday, with the reason.
  const o1016 = start(1016, 'otto', -5, '08:31', [['windermoor-wool-throw', 1]]);
  const wien = addressSpot(o1016.order.shippingAddress!);
  o1016.send(
    'UPS',
    [at(-4, '09:55'), at(-4, '18:20')],
    [
      scan(at(-3, '02:12'), 'IN_TRANSIT', 'Departed from facility', spots.leipzigHub, at(-1, '18:00')),
      scan(at(-1, '08:40'), 'OUT_FOR_DELIVERY', 'Out for delivery', wien, at(-1, '18:00')),
      scan(
        at(-1, '14:26'),
        'ATTEMPTED_DELIVERY',
        'The receiver was not available to sign. Another delivery will be attempted on the next business day',
        wien,
      ),
    ],
    { estimatedDeliveryAt: null },
  );

  // Held at customs, who want a document from the recipient.
  const p1017 = start(1017, 'priya', -9, '20:48', [['gritstone-grid-fleece', 1]]);
  p1017.send(
    'FedEx',
    [at(-8, '10:14'), at(-8, '17:33')],
    [
      scan(at(-7, '02:58'), 'IN_TRANSIT', 'Departed FedEx hub', spots.cologne),
      because(
        'customs',
        scan(at(-4, '09:21', 'Europe/London'), 'DELAYED', 'Held at customs, proof of the value of the goods is missing', spots.london),
      ),
    ],
    { estimatedDeliveryAt: null },
  );

  // On its way back to the sender: the recipient did not collect it.
  const q1018 = start(1018, 'quinn', -20, '17:09', [['campfire-enamel-mug', 2]]);
  const dublin = addressSpot(q1018.order.shippingAddress!);
  q1018.send(
    'DHL',
    [at(-19, '10:47'), at(-19, '16:58')],
    [
      scan(at(-17, '03:36'), 'IN_TRANSIT', 'Left the export parcel centre', spots.leipzigHub),
      scan(at(-12, '11:15', 'Europe/Dublin'), 'READY_FOR_PICKUP', 'Ready for pickup at the parcel shop, held for seven days', dublin),
      scan(at(-4, '09:10', 'Europe/Dublin'), 'FAILURE', 'Not collected in time, the parcel goes back to the sender', dublin),
    ],
    { estimatedDeliveryAt: null },
  );

  // Back in the warehouse: the address was not found.
  const r1019 = start(1019, 'rosa', -18, '13:52', [['woolpack-ribbed-beanie', 1]]);
  const torino = addressSpot(r1019.order.shippingAddress!);
  r1019.send(
    'UPS',
    [at(-17, '09:40'), at(-17, '18:05')],
    [
      scan(at(-15, '05:11'), 'IN_TRANSIT', 'Departed from facility', spots.cologne),
      scan(at(-12, '15:44'), 'FAILURE', 'The address could not be found, the package is being returned to the sender', torino),
      because('returned', scan(at(-6, '10:20'), 'FAILURE', 'Returned to the sender and received there', spots.warehouse)),
    ],
    { estimatedDeliveryAt: null },
  );

  // On its way, with hours of delivery that only the carrier knows.
  const s1020 = start(1020, 'sven', -4, '10:37', [['hawthorn-leather-gloves', 1]]);
  s1020.send(
    'DHL',
    [at(-3, '11:31'), at(-3, '17:20')],
    [
      scan(at(-1, '03:04'), 'IN_TRANSIT', 'Left the export parcel centre', spots.leipzigHub),
    ],
    { carrierWindow: { from: at(1, '14:00'), to: at(1, '16:00') } },
  );

  // Three parcels at three carriers, each with hours of its own.
  const t1021 = start(1021, 'tara', -6, '21:14', [
    ['tussock-two-person-tent', 1],
    ['haycock-summer-sleeping-bag', 1],
    ['crispbread-foam-mat', 1],
  ]);
  const central = 'America/Chicago';
  const sent = [
    ['UPS', spots.louisville, '10:10', 'Departed from facility', ['09:00', '12:00']],
    ['FedEx', spots.memphis, '10:25', 'Departed FedEx hub', ['12:15', '16:15']],
    ['USPS', spots.newYork, '10:40', 'In transit to next facility', ['13:00', '17:00']],
  ] as const;
  for (const [line, [carrier, hub, time, words, [from, to]]] of sent.entries())
    t1021.parcel(
      carrier,
      at(-5, time),
      [
        scan(at(-5, time), 'LABEL_PRINTED', 'Shipping label created', spots.warehouse),
        scan(at(-5, '17:30'), 'CARRIER_PICKED_UP', 'Picked up', spots.warehouse),
        scan(at(-1, '04:20', central), 'IN_TRANSIT', words, hub),
      ],
      { items: [[line, 1]], carrierWindow: { from: at(2 + line, from, central), to: at(2 + line, to, central) } },
    );

  return [m1014, n1015, o1016, p1017, q1018, r1019, s1020, t1021];
}

function because(cause: NonNullable<Scan['cause']>, one: Scan): Scan {
  return { ...one, cause };
}
