// The app proxy signs as Shopify does and keeps back what Shopify keeps back.

import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { credentials } from '../credentials.ts';
import { signature } from '../web/proxy.ts';
import { running } from './running.ts';

const seen: { request: IncomingMessage; body: string }[] = [];
const worker = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  seen.push({ request, body: Buffer.concat(chunks).toString() });
  if (request.url?.startsWith('/proxy/liquid'))
    response.writeHead(200, { 'content-type': 'application/liquid' }).end('<p>{{ shop.name }}</p>');
  else
    response
      .writeHead(201, {
        'content-type': 'application/json',
        'set-cookie': 'a=b',
        server: 'x',
        'x-powered-by': 'y',
        'cache-control': 'no-store',
        'x-own': 'kept',
      })
      .end('{"token":"t"}');
});
const run = running(async (opened) => {
  await new Promise<void>((resolve) => worker.listen(0, '127.0.0.1', () => resolve()));
  await opened.control('PUT', 'worker', { url: `http://127.0.0.1:${(worker.address() as AddressInfo).port}` });
});
after(() => {
  worker.closeAllConnections();
  worker.close();
});

test("Shopify's own signature vectors", () => {
  const query = 'extra=1&extra=2&shop=shop-name.myshopify.com&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555';
  assert.equal(
    signature(new URLSearchParams(`${query}&logged_in_customer_id=1`), 'hush'),
    '4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb',
  );
  assert.equal(
    signature(new URLSearchParams(`${query}&logged_in_customer_id=`), 'hush'),
    'e072b6d7e6622d85912a5214b860d3100dc1e73d9bc29f43796ac8c9ff8093cb',
  );
});

async function signIn(email: string): Promise<string> {
  const { status, headers } = await run.page('/account/login', { method: 'POST', body: new URLSearchParams({ email }) });
  assert.equal(status, 303);
  return headers.get('set-cookie')!.split(';')[0]!;
}

test('a signed-in request carries the customer, the body and a valid signature, and no cookie', async () => {
  const cookie = await signIn('ana@example.com');
  const { status, headers, text } = await run.page('/apps/shopdesk/session?a=1&a=2&signature=mine&logged_in_customer_id=9&shop=other', {
    method: 'POST',
    body: '{"x":1}',
    headers: { cookie, 'content-type': 'application/json', origin: run.at.storefront },
  });
  const { request, body } = seen.at(-1)!;
  const url = new URL(request.url!, 'http://worker');
  assert.deepEqual([status, text, body, url.pathname, request.method], [201, '{"token":"t"}', '{"x":1}', '/proxy/session', 'POST']);
  assert.deepEqual(
    [
      url.searchParams.getAll('a'),
      url.searchParams.getAll('shop'),
      url.searchParams.getAll('logged_in_customer_id'),
      url.searchParams.get('path_prefix'),
    ],
    [['1', '2'], [credentials.shopDomain], ['7200000000000'], '/apps/shopdesk'],
  );
  assert.equal(url.searchParams.get('signature'), signature(url.searchParams, credentials.clientSecret));
  assert.ok(Math.abs(Number(url.searchParams.get('timestamp')) - Date.now() / 1000) < 10);
  assert.equal(request.headers.cookie, undefined);
  assert.equal(request.headers.origin, run.at.storefront);
  assert.equal(request.headers['x-forwarded-host'], new URL(run.at.storefront).host);
  assert.deepEqual(
    [headers.get('set-cookie'), headers.get('server'), headers.get('x-powered-by'), headers.get('x-own'), headers.get('cache-control')],
    [null, null, null, 'kept', 'no-store'],
  );
});

test('signed out, the customer is empty', async () => {
  await run.page('/apps/shopdesk/session', { method: 'POST', body: '{}' });
  assert.equal(new URL(seen.at(-1)!.request.url!, 'http://worker').searchParams.get('logged_in_customer_id'), '');
});

test('by control everybody is a customer, except who signed in as another', async () => {
  const passes = async (cookie = ''): Promise<string | null> => {
    await run.page('/apps/shopdesk/pass', { headers: { cookie } });
    const { request } = seen.at(-1)!;
    const { searchParams } = new URL(request.url!, 'http://worker');
    assert.equal(searchParams.get('signature'), signature(searchParams, credentials.clientSecret));
    return searchParams.get('logged_in_customer_id');
  };
  const { body } = await run.control('PUT', 'session', { email: 'ben@example.com' });
  assert.deepEqual([body.customer.email, await passes()], ['ben@example.com', String(body.customer.id)]);
  const own = await passes(await signIn('ana@example.com'));
  assert.equal(own, '7200000000000');
  assert.equal((await run.control('PUT', 'session', { email: 'nobody@example.com' })).status, 400);
  await run.control('DELETE', 'session');
  assert.equal(await passes(), '');
});

test('who can sign in has orders of their own, under their own address', async () => {
  const { customers, orders } = run.shop.store.shop;
  const known = customers.slice(0, 12);
  assert.deepEqual(
    known.filter((customer) => !orders.some((order) => order.customer === customer)),
    [],
  );
  assert.deepEqual(
    orders.filter((order) => order.customer && order.email !== order.customer.email).map((order) => order.number),
    [],
  );
  const query = 'query ($of: String!) { orders(first: 5, query: $of) { nodes { email customer { id } } } }';
  for (const { id, email } of known) {
    const { data } = await run.admin(query, { of: `customer_id:${id}` });
    assert.ok(data.orders.nodes.length > 0, email);
    for (const order of data.orders.nodes) assert.deepEqual(order, { email, customer: { id: `gid://shopify/Customer/${id}` } });
  }
});

test('Liquid from the app is rendered inside the theme', async () => {
  const { text, headers } = await run.page('/apps/shopdesk/liquid');
  assert.match(headers.get('content-type')!, /text\/html/);
  assert.match(text, /<p>Kestrel & Fern<\/p>/);
  assert.match(text, /<header class="site-header">/);
});

test('a path cannot leave the proxy', async () => {
  for (const path of ['/apps/shopdesk/../account', '/apps/shopdesk/%2e%2e/account', '/apps/shopdesk/..%2faccount']) {
    const count = seen.length;
    const { status } = await run.page(path);
    assert.ok(status === 400 || status === 303 || status === 404, `${path} ${status}`);
    assert.equal(seen.length, count, path);
  }
});
