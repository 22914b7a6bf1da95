// The Admin API's leaky bucket: charged by cost, restored by time, and told with every answer.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { generous, realistic } from '../app/bucket.ts';
import { running } from './running.ts';

let now = Date.parse('2026-11-20T08:00:00Z');
const run = running(undefined, { now: () => now });
afterEach(() => run.control('PUT', 'bucket', generous));

// Each text is another query, so that nothing is answered from memory.
const query = (first: number) => `{ orders(first: ${first}) { nodes { id name } } }`;

test('a query takes its cost out and time brings it back', async () => {
  await run.control('PUT', 'bucket', realistic);
  const { extensions } = await run.admin(query(16));
  const { requestedQueryCost: cost, throttleStatus } = extensions.cost;
  assert.deepEqual(throttleStatus, { maximumAvailable: 2000, currentlyAvailable: 2000 - cost, restoreRate: 100 });
  now += 1000;
  const { body } = await run.control('GET', 'bucket');
  assert.equal(body.currentlyAvailable, Math.min(2000, 2000 - cost + 100));
});

test('what does not fit is throttled, takes nothing, and goes through once enough is there', async () => {
  const cost: number = (await run.admin(query(9))).extensions.cost.requestedQueryCost;
  await run.control('PUT', 'bucket', { maximum: 2000, restore: 1, available: cost - 1 });
  for (const asked of [query(9), ` ${query(9)}`]) {
    const { data, errors, extensions } = await run.admin(asked);
    assert.deepEqual([data, errors[0].message, errors[0].extensions.code], [undefined, 'Throttled', 'THROTTLED'], asked);
    assert.deepEqual(extensions.cost, {
      requestedQueryCost: cost,
      actualQueryCost: null,
      throttleStatus: { maximumAvailable: 2000, currentlyAvailable: cost - 1, restoreRate: 1 },
    });
  }
  now += 1000;
  const answered = await run.admin(query(9));
  assert.deepEqual([answered.errors, answered.extensions.cost.throttleStatus.currentlyAvailable], [undefined, 0]);
});

test('an answer from memory costs as much as the first', async () => {
  await run.control('PUT', 'bucket', { maximum: 2000, restore: 0 });
  const left = async () => (await run.admin(query(4))).extensions.cost.throttleStatus.currentlyAvailable as number;
  const [first, second] = [await left(), await left()];
  assert.equal(first - second, 2000 - first);
});

test('the Storefront API has no bucket', async () => {
  await run.control('PUT', 'bucket', { maximum: 1, restore: 0, available: 0 });
  const { errors, extensions } = await run.storefront('{ shop { name } }');
  assert.deepEqual([errors, extensions], [undefined, undefined]);
});

test('the control refuses a bucket that is none', async () => {
  for (const body of [{ maximum: 0, restore: 1 }, { maximum: 5 }, { maximum: 5, restore: -1 }, { maximum: 5, restore: 1, available: 6 }])
    assert.equal((await run.control('PUT', 'bucket', body)).status, 400, JSON.stringify(body));
});
