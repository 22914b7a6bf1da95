// The eight services over one shop: whoever knows a parcel tells its scans, in words of its own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carrierServices, type CarrierService } from '../../faults.ts';
import { running } from '../running.ts';
import { ask, numberOf, read } from './asking.ts';

const run = running();
const aggregators: CarrierService[] = ['aftership', 'easypost', 'shippo', '17track'];
const ownOf = { DHL: 'dhl', UPS: 'ups', FedEx: 'fedex', USPS: 'usps' } as const;

for (const service of carrierServices)
  test(`${service}: the scans of a parcel are the scans of its order`, async () => {
    const parcels = run.shop.store.shop.orders
      .filter((order) => order.number < 1030)
      .flatMap((order) => order.parcels)
      .filter(({ carrier, scans }) => carrier && scans.length && (aggregators.includes(service) || ownOf[carrier] === service));
    assert.ok(parcels.length >= 4, `${parcels.length} parcels`);
    const wrong = [];
    for (const parcel of parcels) {
      const { status, body } = await ask(run, service, parcel.trackingNumber!);
      const known = [...parcel.scans, ...(parcel.carrierScans ?? [])];
      const told = known.map((one) => ({ at: Date.parse(one.happenedAt), message: one.message }));
      const seen = status < 300 ? read[service](body).seen : [];
      if (JSON.stringify(seen) !== JSON.stringify(told)) wrong.push({ number: parcel.trackingNumber, status, seen, told });
    }
    assert.deepEqual(wrong, []);
  });

// Each scene, in the words of each service that knows it.
const scenes: [order: number, words: Partial<Record<CarrierService, string>>][] = [
  [
    1010,
    {
      aftership: 'InfoReceived_001',
      easypost: 'pre_transit label_created',
      shippo: 'PRE_TRANSIT information_received',
      '17track': 'InfoReceived',
      ups: 'M Shipment Ready for UPS',
    },
  ],
  [
    1008,
    {
      aftership: 'InTransit_001',
      easypost: 'in_transit in_transit',
      shippo: 'TRANSIT package_departed',
      '17track': 'InTransit_Other',
      usps: 'In Transit',
    },
  ],
  [
    1002,
    {
      aftership: 'Exception_005',
      easypost: 'in_transit delayed',
      shippo: 'TRANSIT delivery_delayed',
      '17track': 'Exception_Delayed',
      fedex: 'DY Delayed',
    },
  ],
  [
    1003,
    {
      aftership: 'OutForDelivery_001',
      easypost: 'out_for_delivery out_for_delivery',
      shippo: 'TRANSIT out_for_delivery',
      '17track': 'OutForDelivery_Other',
      dhl: 'transit Out for delivery',
    },
  ],
  [
    1007,
    {
      aftership: 'AvailableForPickup_001',
      easypost: 'available_for_pickup arrived_at_pickup_location',
      shippo: 'TRANSIT pickup_available',
      '17track': 'AvailableForPickup_Other',
      dhl: 'transit Ready for collection',
    },
  ],
  [
    1014,
    {
      aftership: 'Delivered_001',
      easypost: 'delivered arrived_at_destination',
      shippo: 'DELIVERED delivered',
      '17track': 'Delivered_Other',
      dhl: 'delivered Delivered',
    },
  ],
  [
    1015,
    {
      aftership: 'Delivered_001',
      easypost: 'delivered arrived_at_destination',
      shippo: 'DELIVERED delivered',
      '17track': 'Delivered_Other',
      usps: 'Delivered',
    },
  ],
  [
    1016,
    {
      aftership: 'AttemptFail_002',
      easypost: 'failure delivery_exception',
      shippo: 'TRANSIT delivery_attempted',
      '17track': 'DeliveryFailure_NoBody',
      ups: 'X First Attempt Made',
    },
  ],
  [
    1017,
    {
      aftership: 'Exception_004',
      easypost: 'in_transit held',
      shippo: 'TRANSIT package_held',
      '17track': 'InTransit_CustomsRequiringInformation',
      fedex: 'CD Clearance delay',
    },
  ],
  [
    1018,
    {
      aftership: 'Exception_010',
      easypost: 'return_to_sender return',
      shippo: 'RETURNED return_to_sender',
      '17track': 'Exception_Returning',
      dhl: 'failure Return to sender',
    },
  ],
  [
    1019,
    {
      aftership: 'Exception_011',
      easypost: 'return_to_sender return',
      shippo: 'RETURNED return_to_sender',
      '17track': 'Exception_Returned',
      ups: 'RS Returned to Sender',
    },
  ],
];

test('each scene has each service’s own word', async () => {
  for (const [order, words] of scenes) {
    const told: Record<string, string> = {};
    for (const service of Object.keys(words) as CarrierService[])
      told[service] = read[service]((await ask(run, service, numberOf(run, order))).body).status;
    assert.deepEqual(told, words, `#${order}`);
  }
});

test('hours of delivery are told by carriers alone', async () => {
  const { data } = await run.admin('{ orders(first: 1, query: "name:1020") { nodes { fulfillments { estimatedDeliveryAt } } } }');
  assert.equal(data.orders.nodes[0].fulfillments[0].estimatedDeliveryAt, null);
  // Two in the afternoon to four, tomorrow in Sweden.
  const window = ['2026-11-21T13:00:00Z', '2026-11-21T15:00:00Z'];
  const rows: [CarrierService, number, number, unknown][] = [
    ['dhl', 1020, 0, window],
    ['aftership', 1020, 0, window],
    ['17track', 1020, 0, window],
    ['easypost', 1020, 0, window[1]],
    ['shippo', 1020, 0, window[1]],
    ['ups', 1021, 0, ['20261122', '090000', '120000']],
    ['fedex', 1021, 1, ['2026-11-23T18:15:00Z', '2026-11-23T22:15:00Z']],
    ['usps', 1021, 2, ['2026-11-24', '13:00:00', '17:00:00']],
  ];
  for (const [service, order, parcel, hours] of rows)
    assert.deepEqual(read[service]((await ask(run, service, numberOf(run, order, parcel))).body).hours, hours, service);
});

test('Shopify says in transit where the carrier has delivered', async () => {
  const query = `{ orders(first: 1, query: "name:1014") { nodes { fulfillments {
    displayStatus deliveredAt events(first: 9, reverse: true) { nodes { happenedAt } } } } } }`;
  const [parcel] = (await run.admin(query)).data.orders.nodes[0].fulfillments;
  assert.deepEqual([parcel.displayStatus, parcel.deliveredAt], ['IN_TRANSIT', null]);
  const { status, seen } = read.dhl((await ask(run, 'dhl', numberOf(run, 1014))).body);
  assert.equal(status, 'delivered Delivered');
  assert.ok(seen.at(-1)!.at > Date.parse(parcel.events.nodes[0].happenedAt));
});

test('an aggregator follows a number that no carrier knows, and says that it knows nothing', async () => {
  const number = '1Z999AA10123456784';
  assert.equal((await ask(run, 'aftership', number)).body.data.trackings[0].tag, 'Pending');
  assert.equal((await ask(run, 'easypost', number)).body.status, 'unknown');
  assert.equal((await ask(run, 'shippo', number)).body.tracking_status.status, 'UNKNOWN');
});
