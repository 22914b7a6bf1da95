// The orders that always exist, read through the Admin API.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isValidTrackingNumber } from '../orders/carrier.ts';
import { running } from './running.ts';

const run = running();

const query = `query ($q: String!) { orders(first: 2, query: $q) { nodes {
  name email displayFinancialStatus displayFulfillmentStatus returnStatus cancelledAt cancelReason customerLocale
  customer { tags } billingAddress { zip } shippingAddress { zip }
  refunds { totalRefundedSet { presentmentMoney { amount currencyCode } } } totalPriceSet { presentmentMoney { amount currencyCode } }
  lineItems(first: 9) { nodes { title quantity unfulfilledQuantity requiresShipping variant { id inventoryQuantity inventoryPolicy } } }
  fulfillmentOrders(first: 3) { nodes { status fulfillmentHolds { reason reasonNotes } } }
  returns(first: 3) { nodes { status } }
  fulfillments { displayStatus estimatedDeliveryAt deliveredAt trackingInfo { company number url } events(first: 30, reverse: true) { nodes { status happenedAt message city estimatedDeliveryAt } } } } } }`;

// Today is 2026-11-20; `parcels` tells display status and the day of the last scan in Berlin.
const table = [
  ['#1001', 'ana', '10115', 'PAID', 'FULFILLED', 'NO_RETURN', ['DELIVERED 2026-11-16']],
  ['#1002', 'ben', '94110', 'PAID', 'FULFILLED', 'NO_RETURN', ['DELAYED 2026-11-19']],
  ['#1003', 'chloe', '75011', 'PAID', 'FULFILLED', 'NO_RETURN', ['OUT_FOR_DELIVERY 2026-11-20']],
  ['#1004', 'dev', 'SW1A 1AA', 'PAID', 'UNFULFILLED', 'NO_RETURN', []],
  ['#1005', 'ana', '10115', 'REFUNDED', 'UNFULFILLED', 'NO_RETURN', []],
  ['#1006', 'emil', '2100', 'PAID', 'PARTIALLY_FULFILLED', 'NO_RETURN', ['DELIVERED 2026-11-18', 'IN_TRANSIT 2026-11-19']],
  ['#1007', 'fatima', '28001', 'PAID', 'FULFILLED', 'NO_RETURN', ['READY_FOR_PICKUP 2026-11-19']],
  ['#1008', 'george', '60601', 'PAID', 'FULFILLED', 'NO_RETURN', ['IN_TRANSIT 2026-11-11']],
  ['#1009', 'hana', '150-0001', 'PAID', 'FULFILLED', 'IN_PROGRESS', ['DELIVERED 2026-11-06']],
  ['#1010', 'ivan', '00-001', 'PAID', 'FULFILLED', 'NO_RETURN', ['LABEL_PRINTED 2026-11-15']],
  ['#1011', 'jo', '1012 AB', 'PAID', 'FULFILLED', 'NO_RETURN', ['FULFILLED -']],
  ['#1012', 'kim', '10115', 'PAID', 'FULFILLED', 'NO_RETURN', ['DELIVERED 2026-11-19']],
  ['#1013', 'liam', '2000', 'PAID', 'ON_HOLD', 'NO_RETURN', []],
  ['#1014', 'mia', '20357', 'PAID', 'FULFILLED', 'NO_RETURN', ['IN_TRANSIT 2026-11-17']],
  ['#1015', 'noor', '97214', 'PAID', 'FULFILLED', 'NO_RETURN', ['DELIVERED 2026-11-18']],
  ['#1016', 'otto', '1070', 'PAID', 'FULFILLED', 'NO_RETURN', ['ATTEMPTED_DELIVERY 2026-11-19']],
  ['#1017', 'priya', 'BS6 5QA', 'PAID', 'FULFILLED', 'NO_RETURN', ['DELAYED 2026-11-16']],
  ['#1018', 'quinn', 'D07 X2F4', 'PAID', 'FULFILLED', 'NO_RETURN', ['FAILURE 2026-11-16']],
  ['#1019', 'rosa', '10122', 'PAID', 'FULFILLED', 'NO_RETURN', ['FAILURE 2026-11-14']],
  ['#1020', 'sven', '413 01', 'PAID', 'FULFILLED', 'NO_RETURN', ['IN_TRANSIT 2026-11-19']],
  ['#1021', 'tara', '55407', 'PAID', 'FULFILLED', 'NO_RETURN', ['IN_TRANSIT 2026-11-19', 'IN_TRANSIT 2026-11-19', 'IN_TRANSIT 2026-11-19']],
] as const;

async function order(name: string): Promise<any> {
  const { data } = await run.admin(query, { q: `name:"${name}"` });
  assert.equal(data.orders.nodes.length, 1, `${name} is found once`);
  return data.orders.nodes[0];
}

const dayInBerlin = (instant: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date(instant));

test('each of the named orders is in its state', async () => {
  const rows = await Promise.all(
    table.map(async ([name]) => {
      const one = await order(name);
      const parcels = one.fulfillments.map(
        (parcel: any) => `${parcel.displayStatus} ${parcel.events.nodes[0] ? dayInBerlin(parcel.events.nodes[0].happenedAt) : '-'}`,
      );
      return [
        one.name,
        one.email.replace('@example.com', ''),
        one.billingAddress.zip,
        one.displayFinancialStatus,
        one.displayFulfillmentStatus,
        one.returnStatus,
        parcels,
      ];
    }),
  );
  assert.deepEqual(rows, table);
});

test('#1001 has its full scan history, newest first when reversed', async () => {
  const [parcel] = (await order('#1001')).fulfillments;
  assert.equal(parcel.trackingInfo[0].company, 'DHL');
  assert.deepEqual(
    parcel.events.nodes.map((event: any) => event.status),
    ['DELIVERED', 'OUT_FOR_DELIVERY', 'IN_TRANSIT', 'IN_TRANSIT', 'IN_TRANSIT', 'CARRIER_PICKED_UP', 'LABEL_PRINTED'],
  );
});

test('#1002 is delayed by weather to a later date than was first given', async () => {
  const [parcel] = (await order('#1002')).fulfillments;
  const [latest, before] = parcel.events.nodes;
  assert.match(latest.message, /weather/);
  assert.equal(parcel.estimatedDeliveryAt, latest.estimatedDeliveryAt);
  assert.ok(Date.parse(parcel.estimatedDeliveryAt) > Date.parse(before.estimatedDeliveryAt));
});

test('#1003 is expected today', async () => {
  const [parcel] = (await order('#1003')).fulfillments;
  assert.equal(dayInBerlin(parcel.estimatedDeliveryAt), '2026-11-20');
});

test('#1005 was cancelled by the customer and all of it refunded', async () => {
  const one = await order('#1005');
  assert.equal(one.cancelReason, 'CUSTOMER');
  assert.ok(one.cancelledAt);
  assert.deepEqual(one.refunds[0].totalRefundedSet, one.totalPriceSet);
});

test('#1006 leaves one item unshipped', async () => {
  const one = await order('#1006');
  assert.deepEqual(
    one.lineItems.nodes.map((line: any) => line.unfulfilledQuantity),
    [0, 0, 1],
  );
});

test('#1007 was attempted before it waited at a pickup point', async () => {
  const [parcel] = (await order('#1007')).fulfillments;
  assert.deepEqual(
    parcel.events.nodes.slice(0, 2).map((event: any) => event.status),
    ['READY_FOR_PICKUP', 'ATTEMPTED_DELIVERY'],
  );
  assert.equal(parcel.estimatedDeliveryAt, null);
});

test('#1008 and #1010 state no expected date', async () => {
  for (const name of ['#1008', '#1010']) assert.equal((await order(name)).fulfillments[0].estimatedDeliveryAt, null);
});

test('#1009 has an open return', async () => {
  assert.deepEqual((await order('#1009')).returns.nodes, [{ status: 'OPEN' }]);
});

test('#1011 ships nothing, so only its billing address has a postcode', async () => {
  const one = await order('#1011');
  assert.equal(one.shippingAddress, null);
  assert.ok(one.lineItems.nodes.every((line: any) => line.requiresShipping === false));
  assert.deepEqual(one.fulfillments[0].trackingInfo, []);
});

test('#1012 belongs to a VIP', async () => {
  assert.deepEqual((await order('#1012')).customer.tags, ['VIP']);
});

test('#1013 is held for a back-ordered item that can still be bought', async () => {
  const one = await order('#1013');
  assert.equal(one.fulfillmentOrders.nodes[0].status, 'ON_HOLD');
  assert.equal(one.fulfillmentOrders.nodes[0].fulfillmentHolds[0].reason, 'INVENTORY_OUT_OF_STOCK');
  const { variant } = one.lineItems.nodes[0];
  assert.ok(variant.inventoryQuantity <= 0 && variant.inventoryPolicy === 'CONTINUE');
  const { data } = await run.storefront(
    'query ($id: ID!) { node(id: $id) { ... on ProductVariant { currentlyNotInStock availableForSale } } }',
    { id: variant.id },
  );
  assert.deepEqual(data.node, { currentlyNotInStock: true, availableForSale: true });
});

test('every order has a locale, every carrier occurs and every tracking number passes its check digit', async () => {
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data } = await run.admin(
      'query ($after: String) { orders(first: 250, after: $after) { nodes { name customerLocale fulfillments { trackingInfo { company number url } } } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    for (const one of data.orders.nodes) {
      if (!one.customerLocale) wrong.push(`${one.name} has no locale`);
      for (const { company, number, url } of one.fulfillments.flatMap((parcel: any) => parcel.trackingInfo)) {
        seen.add(company);
        if (!isValidTrackingNumber(company, number) || !url.includes(number)) wrong.push(`${one.name} ${company} ${number}`);
      }
    }
    ({ hasNextPage: more, endCursor: after } = data.orders.pageInfo);
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual([...seen].sort(), ['DHL', 'FedEx', 'UPS', 'USPS']);
});
