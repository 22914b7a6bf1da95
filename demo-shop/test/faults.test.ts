// Each fault, as a client sees it.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { handOffSignature } from '../hand_offs.ts';
import { running } from './running.ts';

const run = running();
afterEach(() => run.control('DELETE', 'faults'));

const shopName = JSON.stringify({ query: '{ shop { name } }' });
const set = async (upstream: string, fault: object) => {
  const { status, body } = await run.control('PUT', `faults/${upstream}`, fault);
  assert.equal(status, 200, JSON.stringify(body));
};

test('throttled is a 200 with THROTTLED at the Admin API', async () => {
  await set('admin', { fault: 'throttled' });
  const { status, body } = await run.adminRaw({ body: shopName });
  assert.equal(status, 200);
  assert.equal(body.errors[0].extensions.code, 'THROTTLED');
  assert.ok(body.extensions.cost.requestedQueryCost > body.extensions.cost.throttleStatus.currentlyAvailable);
});

test('throttled is a 430 at the Storefront API', async () => {
  await set('storefront_api', { fault: 'throttled' });
  assert.equal((await run.storefrontRaw({ body: shopName })).status, 430);
});

test('slow answers late and truly', async () => {
  await set('admin', { fault: 'slow', delay_ms: 300 });
  const start = performance.now();
  const { body } = await run.adminRaw({ body: shopName });
  assert.ok(performance.now() - start >= 290);
  assert.equal(body.data.shop.name, 'Kestrel & Fern');
});

test('error is a 500 that is no JSON', async () => {
  await set('storefront_api', { fault: 'error' });
  const { status, body } = await run.storefrontRaw({ body: shopName });
  assert.equal(status, 500);
  assert.equal(typeof body, 'string');
});

test('malformed is a 200 whose body breaks off', async () => {
  await set('admin', { fault: 'malformed' });
  const { status, body } = await run.adminRaw({ body: shopName });
  assert.equal(status, 200);
  assert.equal(typeof body, 'string');
});

test('refused refuses connections, kept-alive ones too, until it is cleared on the same port', async () => {
  assert.equal((await run.adminRaw({ body: shopName })).status, 200);
  await set('admin', { fault: 'refused' });
  const refused = await run.adminRaw({ body: shopName }).then(
    () => null,
    (error: Error) => (error.cause as NodeJS.ErrnoException).code,
  );
  assert.equal(refused, 'ECONNREFUSED');
  await run.control('DELETE', 'faults');
  assert.equal((await run.adminRaw({ body: shopName })).status, 200);
});

test('stale answers as two days ago', async () => {
  const query = JSON.stringify({ query: '{ orders(first: 1, query: "name:1002") { nodes { fulfillments { displayStatus } } } }' });
  await set('admin', { fault: 'stale' });
  assert.equal((await run.adminRaw({ body: query })).body.data.orders.nodes[0].fulfillments[0].displayStatus, 'IN_TRANSIT');
  await run.control('DELETE', 'faults');
  assert.equal((await run.adminRaw({ body: query })).body.data.orders.nodes[0].fulfillments[0].displayStatus, 'DELAYED');
});

test('costly counts every item that is asked for, and refuses what is too much', async () => {
  const cost = async (lines: number) => {
    const query = `{ orders(first: 10) { nodes { id lineItems(first: ${lines}) { nodes { id } } } } }`;
    const { body } = await run.adminRaw({ body: JSON.stringify({ query }) });
    return body.errors?.[0].extensions ?? body.extensions.cost.requestedQueryCost;
  };
  assert.ok((await cost(98)) < 400);
  await set('admin', { fault: 'costly' });
  assert.equal(await cost(96), 2 + 10 * (1 + 2 + 96));
  const { code, cost: asked, maxCost } = await cost(97);
  assert.deepEqual([code, asked, maxCost], ['MAX_COST_EXCEEDED', 2 + 10 * (1 + 2 + 97), 1000]);
});

test('a fault with `times` clears itself after so many requests', async () => {
  await set('admin', { fault: 'error', times: 2 });
  const statuses = [];
  for (let i = 0; i < 4; i++) statuses.push((await run.adminRaw({ body: shopName })).status);
  assert.deepEqual(statuses, [500, 500, 200, 200]);
  assert.equal((await run.control('GET', 'faults')).body.admin.fault, 'none');
});

test('faults of one upstream leave the others alone', async () => {
  await set('admin', { fault: 'error' });
  assert.equal((await run.storefrontRaw({ body: shopName })).status, 200);
});

test('a hand-off that is stored but answered as failed is kept once however often it is sent', async () => {
  const body = JSON.stringify({ text: 'help' });
  const send = () =>
    fetch(run.at.hand_offs, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-shopdesk-signature': handOffSignature(body), 'x-shopdesk-delivery': 'd-1' },
    });
  await set('hand_offs', { fault: 'stale', times: 1 });
  assert.equal((await send()).status, 500);
  assert.equal((await send()).status, 200);
  const { body: kept } = await run.control('GET', 'hand-offs.json');
  assert.deepEqual(
    kept.map((one: any) => [one.delivery, one.duplicates]),
    [['d-1', 1]],
  );
});

test('wrong orders are refused', async () => {
  const rows: [string, unknown][] = [
    ['faults/admin', { fault: 'sideways' }],
    ['faults/admin', { fault: 'refused', times: 2 }],
    ['faults/storefront_api', { fault: 'costly' }],
    ['faults/admin', { fault: 'slow', delay_ms: -1 }],
    ['faults/admin', { fault: 'slow', dely_ms: 5 }],
    ['faults/admin', 'error'],
    ['today', { today: '2026-13-01' }],
    ['worker', { url: 'javascript:alert(1)' }],
  ];
  for (const [path, body] of rows) assert.equal((await run.control('PUT', path, body)).status, 400, JSON.stringify(body));
  assert.equal((await run.control('POST', 'faults', {})).status, 405);
  assert.equal((await run.control('PUT', 'faults/nobody', { fault: 'none' })).status, 405);
});

test('a new day reaches both APIs at once, and requests are logged', async () => {
  const query = '{ orders(first: 1, query: "name:1003") { nodes { createdAt } } }';
  await run.control('DELETE', 'requests');
  const before = (await run.admin(query)).data.orders.nodes[0].createdAt;
  await run.control('PUT', 'today', { today: '2026-11-21' });
  const after = (await run.admin(query)).data.orders.nodes[0].createdAt;
  await run.control('PUT', 'today', { today: '2026-11-20' });
  assert.equal(Date.parse(after) - Date.parse(before), 86_400_000);
  await run.admin('query Named($q: String) { orders(first: 1, query: $q) { nodes { id } } }', { q: 'x' });
  const { body: log } = await run.control('GET', 'requests');
  assert.deepEqual(
    log.map((one: any) => [one.upstream, one.operation, one.status]),
    [
      ['admin', null, 200],
      ['admin', null, 200],
      ['admin', 'Named', 200],
    ],
  );
  assert.deepEqual(log[2].variables, { q: 'x' });
});
