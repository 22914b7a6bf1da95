// The shop is the same on every start, moves with its day, and remembers what it looked like two days ago.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { buildShop, staleShop, type Shop } from '../shop.ts';
import { fulfillmentState, lastScan } from '../orders/order.ts';

// Everything but the circles between products and variants.
function digest({ catalog, customers, orders }: Shop): string {
  const text = JSON.stringify({ catalog: catalog.products, customers, orders }, (key, value: unknown) =>
    key === 'product' ? undefined : value,
  );
  return createHash('sha256').update(text).digest('hex');
}

test('two builds from one seed and day are the same', () => {
  assert.equal(digest(buildShop({ today: '2026-11-20' })), digest(buildShop({ today: '2026-11-20' })));
});

test('another seed is another shop, with the same named orders in the same states', () => {
  const [one, other] = [buildShop({ today: '2026-11-20' }), buildShop({ today: '2026-11-20', seed: 2 })];
  assert.notEqual(digest(one), digest(other));
  const named = (shop: Shop) =>
    shop.orders
      .slice(0, 21)
      .map((order) => [order.number, order.email, fulfillmentState(order), order.parcels.map((parcel) => lastScan(parcel)?.happenedAt)]);
  assert.deepEqual(named(one), named(other));
});

test('a later day moves every date and changes no id', () => {
  const [one, later] = [buildShop({ today: '2026-11-20' }), buildShop({ today: '2026-11-21' })];
  for (const [index, order] of one.orders.entries()) {
    const moved = later.orders[index]!;
    assert.equal(moved.id, order.id);
    assert.equal(later.clock.daysFromToday(moved.createdAt), one.clock.daysFromToday(order.createdAt));
  }
});

test('dates keep their local time across a clock change', () => {
  // Clocks go back in Berlin on 2026-10-25.
  const shop = buildShop({ today: '2026-10-26' });
  const delivered = lastScan(shop.orders[0]!.parcels[0]!)!.happenedAt;
  assert.equal(delivered, '2026-10-22T11:37:00Z');
  assert.equal(lastScan(buildShop({ today: '2026-11-20' }).orders[0]!.parcels[0]!)!.happenedAt, '2026-11-16T12:37:00Z');
});

test('no order and no scan lies after the morning of today', () => {
  const shop = buildShop({ today: '2026-11-20' });
  const limit = Date.parse(shop.clock.at(0, '06:00'));
  const late = shop.orders.flatMap((order) =>
    [order.createdAt, ...order.parcels.flatMap((parcel) => parcel.scans.map((scan) => scan.happenedAt))]
      .filter((at) => Date.parse(at) > limit)
      .map((at) => [order.number, at]),
  );
  assert.deepEqual(late, []);
});

test('scans follow each other, after the order was placed', () => {
  const shop = buildShop({ today: '2026-11-20' });
  const wrong = shop.orders.flatMap((order) =>
    order.parcels
      .filter((parcel) => {
        const times = [order.createdAt, ...parcel.scans.map((scan) => scan.happenedAt)].map((at) => Date.parse(at));
        return times.some((at, index) => index > 0 && at < times[index - 1]!);
      })
      .map((parcel) => [order.number, order.createdAt, parcel.scans.map((scan) => `${scan.status} ${scan.happenedAt}`)]),
  );
  assert.deepEqual(wrong, []);
});

test('two days ago the younger orders and scans were not there', () => {
  const shop = buildShop({ today: '2026-11-20' });
  const stale = staleShop(shop);
  const limit = Date.parse(shop.clock.at(-2, '00:00'));
  assert.ok(stale.orders.length < shop.orders.length);
  assert.ok(
    stale.orders.every(
      (order) =>
        Date.parse(order.createdAt) <= limit &&
        order.parcels.every((parcel) => parcel.scans.every((scan) => Date.parse(scan.happenedAt) <= limit)),
    ),
  );
  const before = stale.orders.find((order) => order.number === 1002)!;
  assert.equal(lastScan(before.parcels[0]!)!.status, 'IN_TRANSIT');
});
