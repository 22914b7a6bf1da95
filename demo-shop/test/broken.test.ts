// The faults that are the same at every upstream, as a client sees them.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { handOffSignature } from '../hand_offs.ts';
import { running, adminHeaders, storefrontHeaders } from './running.ts';

const run = running();
afterEach(() => run.control('DELETE', 'faults'));

const query = JSON.stringify({ query: '{ shop { name } }' });
const handedOver = JSON.stringify({ text: 'help' });
const requests: Record<string, () => { url: string; init: RequestInit }> = {
  admin: () => ({ url: `${run.at.admin}/admin/api/2026-10/graphql.json`, init: { body: query, headers: adminHeaders } }),
  storefront_api: () => ({ url: `${run.at.storefront_api}/api/2026-10/graphql.json`, init: { body: query, headers: storefrontHeaders } }),
  hand_offs: () => ({
    url: run.at.hand_offs,
    init: {
      body: handedOver,
      headers: {
        'content-type': 'application/json',
        'x-shopdesk-signature': handOffSignature(handedOver),
        'x-shopdesk-delivery': 'd-1',
      },
    },
  }),
};

async function under(upstream: string, fault: string, init: RequestInit = {}): Promise<Response> {
  const { status, body } = await run.control('PUT', `faults/${upstream}`, { fault });
  assert.equal(status, 200, JSON.stringify(body));
  const { url, init: own } = requests[upstream]!();
  return fetch(url, { method: 'POST', redirect: 'manual', ...own, ...init });
}

for (const upstream of Object.keys(requests)) {
  test(`${upstream}: reset breaks the connection off in mid-body`, async () => {
    const outcome = await under(upstream, 'reset')
      .then((response) => response.text())
      .catch((error: Error) => error);
    assert.ok(outcome instanceof Error, 'the body arrived whole');
  });

  test(`${upstream}: huge is valid JSON of 8 MB`, async () => {
    const text = await (await under(upstream, 'huge')).text();
    assert.ok(text.length > 8_000_000);
    assert.ok(JSON.parse(text).data.filler);
  });

  test(`${upstream}: deep is valid JSON, 10,000 deep`, async () => {
    const text = await (await under(upstream, 'deep')).text();
    assert.equal(text.split('{').length - 1, 10_000);
    assert.ok(JSON.parse(text).data.data.data);
  });

  test(`${upstream}: html is a page and a 200`, async () => {
    const response = await under(upstream, 'html');
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type')!, /^text\/html/);
    assert.match(await response.text(), /^<!doctype html>/);
  });

  test(`${upstream}: redirect leads to another host, where a follower is seen`, async () => {
    const response = await under(upstream, 'redirect');
    assert.equal(response.status, 302);
    const target = new URL(response.headers.get('location')!);
    assert.notEqual(target.host, new URL(requests[upstream]!().url).host);
    await run.control('DELETE', 'requests');
    assert.equal((await fetch(target, { headers: { 'x-told': 'too much' } })).status, 200);
    const { body: log } = await run.control('GET', 'requests');
    assert.deepEqual([log[0].upstream, log[0].operation, log[0].variables.headers['x-told']], ['elsewhere', 'GET', 'too much']);
  });
}

test('revoked is each upstream’s own refusal', async () => {
  const rows: [string, unknown][] = [
    ['admin', { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' }],
    ['storefront_api', { errors: [{ message: '', extensions: { code: 'UNAUTHORIZED' } }] }],
    ['hand_offs', { error: 'wrong signature' }],
  ];
  for (const [upstream, body] of rows) {
    const response = await under(upstream, 'revoked');
    assert.equal(response.status, 401, upstream);
    assert.deepEqual(await response.json(), body, upstream);
  }
});

test('empty finds nothing, and answers a hand-off with nothing', async () => {
  const orders = JSON.stringify({ query: '{ orders(first: 5) { nodes { id } } products(first: 5) { nodes { id } } }' });
  const products = JSON.stringify({ query: '{ products(first: 5) { nodes { id } } }' });
  assert.deepEqual(((await (await under('admin', 'empty', { body: orders })).json()) as any).data, {
    orders: { nodes: [] },
    products: { nodes: [] },
  });
  assert.deepEqual(((await (await under('storefront_api', 'empty', { body: products })).json()) as any).data, { products: { nodes: [] } });
  assert.equal(await (await under('hand_offs', 'empty')).text(), '');
});
