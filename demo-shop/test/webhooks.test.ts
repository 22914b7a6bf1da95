// Webhooks: who may subscribe to what, and how what happened reaches whoever did.

import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { defaultScopes } from '../app/installation.ts';
import { credentials } from '../credentials.ts';
import { webhookSignature } from '../webhooks/delivery.ts';
import { topics } from '../webhooks/topic.ts';
import { running } from './running.ts';

interface Got {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}
let got: Got[] = [];
// Statuses for the next requests; then 200.
let statuses: number[] = [];
const receiver = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  got.push({ path: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString() });
  response.writeHead(statuses.shift() ?? 200).end();
});
let address = '';
before(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', () => resolve()));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
const run = running(undefined, { webhookPauseMs: 5 });
after(() => {
  receiver.closeAllConnections();
  receiver.close();
});
afterEach(async () => {
  run.shop.store.app.webhooks.subscriptions.clear();
  run.shop.store.app.scopes = defaultScopes;
  run.shop.store.workerUrl = null;
  await run.control('DELETE', 'webhooks.json');
  [got, statuses] = [[], []];
});

const create = `mutation ($topic: WebhookSubscriptionTopic!, $input: WebhookSubscriptionInput!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: $input) {
    webhookSubscription { id topic uri format includeFields apiVersion { handle } }
    userErrors { field message }
  }
}`;
async function subscribe(topic: string, input: object): Promise<any> {
  const { data, errors } = await run.admin(create, { topic, input });
  assert.equal(errors, undefined, JSON.stringify(errors));
  return data.webhookSubscriptionCreate;
}
const trigger = (body: object) => run.control('POST', 'webhooks', body);

test('the signature of a webhook, as Shopify computes it', () => {
  assert.equal(webhookSignature('{"id":820982911946154508,"name":"#9999"}', 'hush'), 'YBwnJ9vsibq7srObgXybmGHWuwos+jDEL//7749XS78=');
});

test('a subscription is made, read, changed and taken away', async () => {
  const { webhookSubscription: made, userErrors } = await subscribe('ORDERS_UPDATED', { uri: `${address}/a`, includeFields: ['id'] });
  assert.deepEqual(userErrors, []);
  assert.deepEqual(
    { ...made, id: '' },
    { id: '', topic: 'ORDERS_UPDATED', uri: `${address}/a`, format: 'JSON', includeFields: ['id'], apiVersion: { handle: '2026-10' } },
  );
  const list = '{ webhookSubscriptions(first: 5, topics: [ORDERS_UPDATED]) { nodes { id uri } } }';
  assert.deepEqual((await run.admin(list)).data.webhookSubscriptions.nodes, [{ id: made.id, uri: `${address}/a` }]);
  const update =
    'mutation ($id: ID!, $input: WebhookSubscriptionInput!) { webhookSubscriptionUpdate(id: $id, webhookSubscription: $input) { webhookSubscription { uri includeFields } userErrors { field message } } }';
  const changed = await run.admin(update, { id: made.id, input: { uri: `${address}/b` } });
  assert.deepEqual(changed.data.webhookSubscriptionUpdate, {
    webhookSubscription: { uri: `${address}/b`, includeFields: ['id'] },
    userErrors: [],
  });
  assert.deepEqual((await run.admin(list)).data.webhookSubscriptions.nodes, [{ id: made.id, uri: `${address}/b` }]);
  const remove = 'mutation ($id: ID!) { webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { field message } } }';
  assert.deepEqual((await run.admin(remove, { id: made.id })).data.webhookSubscriptionDelete, {
    deletedWebhookSubscriptionId: made.id,
    userErrors: [],
  });
  const again = (await run.admin(remove, { id: made.id })).data.webhookSubscriptionDelete;
  assert.deepEqual([again.deletedWebhookSubscriptionId, again.userErrors[0].field], [null, ['id']]);
  assert.deepEqual((await run.admin(list)).data.webhookSubscriptions.nodes, []);
});

test('what Shopify refuses to subscribe is refused', async () => {
  await subscribe('PRODUCTS_UPDATE', { uri: 'https://worker.example/webhooks' });
  const rows: [topic: string, input: object, field: string[], message: string][] = [
    [
      'PRODUCTS_UPDATE',
      { uri: 'https://worker.example/webhooks' },
      ['webhookSubscription', 'uri'],
      'Address for this topic has already been taken',
    ],
    ['PRODUCTS_DELETE', {}, ['webhookSubscription', 'uri'], "Address can't be blank"],
    ['PRODUCTS_DELETE', { uri: 'worker.example' }, ['webhookSubscription', 'uri'], 'Address is invalid'],
    ['PRODUCTS_DELETE', { uri: 'http://worker.example/' }, ['webhookSubscription', 'uri'], 'Address protocol http:// is not supported'],
    ['PRODUCTS_DELETE', { uri: 'pubsub://project:topic' }, ['webhookSubscription', 'uri'], 'Address is invalid'],
    [
      'PRODUCTS_DELETE',
      { uri: 'https://worker.example/', format: 'XML' },
      ['webhookSubscription', 'format'],
      'the demo shop sends JSON only',
    ],
  ];
  const wrong: unknown[] = [];
  for (const [topic, input, field, message] of rows) {
    const found = await subscribe(topic, input);
    if (JSON.stringify(found) !== JSON.stringify({ webhookSubscription: null, userErrors: [{ field, message }] }))
      wrong.push({ topic, input, found });
  }
  assert.deepEqual(wrong, []);
  const { errors } = await run.admin(create, { topic: 'CUSTOMERS_REDACT', input: { uri: 'https://worker.example/' } });
  assert.equal(errors[0].extensions.code, 'INVALID_VARIABLE');
  run.shop.store.app.scopes = ['read_products'];
  const { userErrors } = await subscribe('FULFILLMENTS_CREATE', { uri: 'https://worker.example/' });
  assert.match(userErrors[0].message, /read_fulfillments/);
});

test('what happened is delivered with every header, signed over the raw body', async () => {
  await subscribe('ORDERS_UPDATED', { uri: `${address}/webhooks`, name: 'orders' });
  const { body: sent } = await trigger({ topic: 'orders/updated', id: '#1002', triggered_at: '2026-11-20T08:00:00Z' });
  const [{ path, headers, body }] = got as [Got];
  const webhookId = String(headers['x-shopify-webhook-id']);
  assert.equal(path, '/webhooks');
  assert.deepEqual(Object.fromEntries(Object.entries(headers).filter(([name]) => /shopify|content-type/.test(name))), {
    'content-type': 'application/json',
    'x-shopify-hmac-sha256': webhookSignature(body, credentials.clientSecret),
    'x-shopify-topic': 'orders/updated',
    'x-shopify-shop-domain': credentials.shopDomain,
    'x-shopify-api-version': '2026-10',
    'x-shopify-webhook-id': webhookId,
    'x-shopify-event-id': sent[0].event_id,
    'x-shopify-triggered-at': '2026-11-20T08:00:00Z',
    'x-shopify-name': 'orders',
  });
  const order = JSON.parse(body);
  assert.deepEqual(
    [order.name, order.admin_graphql_api_id, typeof order.id, order.fulfillments[0].shipment_status],
    ['#1002', `gid://shopify/Order/${order.id}`, 'number', 'in_transit'],
  );
  const [shown] = (await run.control('GET', 'webhooks.json')).body;
  assert.deepEqual(
    [shown.webhook_id, shown.delivered, shown.attempts.map((one: any) => one.status), shown.payload],
    [webhookId, true, [200], order],
  );
});

test('the other family has headers of its own', async () => {
  await subscribe('PRODUCTS_UPDATE', { uri: `${address}/webhooks` });
  await trigger({ topic: 'products/update', family: 'events', id: 'storm-lantern' });
  const { headers, body } = got[0]!;
  assert.deepEqual(
    Object.keys(headers)
      .filter((name) => name.includes('shopify-'))
      .sort(),
    [
      'shopify-action',
      'shopify-api-version',
      'shopify-handle',
      'shopify-hmac-sha256',
      'shopify-shop-domain',
      'shopify-topic',
      'shopify-triggered-at',
      'shopify-webhook-id',
    ],
  );
  assert.deepEqual(
    [headers['shopify-hmac-sha256'], headers['shopify-action'], JSON.parse(body).handle],
    [webhookSignature(body, credentials.clientSecret), 'update', 'storm-lantern'],
  );
});

test('a delivery is tried three times under one id, and what is not taken is given up', async () => {
  await subscribe('PRODUCTS_UPDATE', { uri: `${address}/webhooks` });
  const rows: [statuses: number[], seen: number[], isDelivered: boolean][] = [
    [[500, 302, 200], [500, 302, 200], true],
    [[500, 404, 503], [500, 404, 503], false],
    [[], [200], true],
  ];
  for (const [answers, seen, isDelivered] of rows) {
    [got, statuses] = [[], [...answers]];
    const { body } = await trigger({ topic: 'products/update' });
    assert.deepEqual([body[0].attempts.map((one: any) => one.status), body[0].delivered], [seen, isDelivered]);
    assert.equal(new Set(got.map((one) => one.headers['x-shopify-webhook-id'])).size, 1);
    assert.equal(new Set(got.map((one) => one.body)).size, 1);
  }
});

test('a subscription whose deliveries fail eight times in a row is gone', async () => {
  const { webhookSubscription } = await subscribe('PRODUCTS_UPDATE', { uri: `${address}/webhooks` });
  const held = async () => (await run.admin('{ webhookSubscriptions(first: 5) { nodes { id } } }')).data.webhookSubscriptions.nodes;
  statuses = Array.from({ length: 24 }, () => 500);
  for (let count = 0; count < 7; count++) await trigger({ topic: 'products/update' });
  assert.deepEqual(await held(), [{ id: webhookSubscription.id }]);
  await trigger({ topic: 'products/update' });
  assert.deepEqual(await held(), []);
});

test('a duplicate has the same webhook id, two subscriptions have one event id', async () => {
  for (const path of ['a', 'b']) await subscribe('PRODUCTS_DELETE', { uri: `${address}/${path}` });
  await trigger({ topic: 'products/delete', id: 'storm-lantern', duplicate: true });
  assert.deepEqual(got.map((one) => one.path).sort(), ['/a', '/a', '/b', '/b']);
  const ids = (name: string, path?: string) => new Set(got.filter((one) => !path || one.path === path).map((one) => one.headers[name]));
  assert.deepEqual([ids('x-shopify-webhook-id').size, ids('x-shopify-webhook-id', '/a').size, ids('x-shopify-event-id').size], [2, 1, 1]);
  assert.deepEqual(Object.keys(JSON.parse(got[0]!.body)), ['id']);
});

test('fields that were not asked for are left out', async () => {
  await subscribe('ORDERS_UPDATED', { uri: `${address}/webhooks`, includeFields: ['id', 'customer.email', 'line_items.sku'] });
  await trigger({ topic: 'orders/updated', id: 1001 });
  const payload = JSON.parse(got[0]!.body);
  assert.deepEqual(Object.keys(payload).sort(), ['customer', 'id', 'line_items']);
  assert.deepEqual([Object.keys(payload.customer), Object.keys(payload.line_items[0])], [['email'], ['sku']]);
});

test('compliance topics go to the Worker, with the orders of the customer', async () => {
  assert.equal((await trigger({ topic: 'shop/redact' })).status, 409);
  run.shop.store.workerUrl = address;
  for (const topic of ['customers/data_request', 'customers/redact', 'shop/redact']) await trigger({ topic });
  const payloads = got.map((one) => JSON.parse(one.body));
  assert.deepEqual(
    got.map((one) => one.path),
    ['/webhooks', '/webhooks', '/webhooks'],
  );
  assert.deepEqual(
    payloads.map((one) => Object.keys(one).sort()),
    [
      ['customer', 'data_request', 'orders_requested', 'shop_domain', 'shop_id'],
      ['customer', 'orders_to_redact', 'shop_domain', 'shop_id'],
      ['shop_domain', 'shop_id'],
    ],
  );
  assert.deepEqual(payloads[0].orders_requested, payloads[1].orders_to_redact);
  assert.ok(payloads[0].orders_requested.length > 0);
  assert.deepEqual(Object.keys(payloads[0].customer).sort(), ['email', 'id', 'phone']);
});

test('every topic has a payload, and the names that the older interface gives', async () => {
  const expected: Record<string, string[]> = {
    'orders/create': ['id', 'name', 'order_number', 'email', 'financial_status', 'line_items', 'fulfillments', 'refunds', 'updated_at'],
    'orders/cancelled': ['id', 'cancelled_at', 'cancel_reason'],
    'fulfillments/create': ['id', 'order_id', 'name', 'status', 'shipment_status', 'tracking_numbers', 'tracking_urls'],
    'fulfillments/update': ['id', 'order_id', 'updated_at'],
    'fulfillment_events/create': ['id', 'fulfillment_id', 'order_id', 'shop_id', 'status', 'message', 'happened_at'],
    'products/create': ['id', 'handle', 'title', 'body_html', 'tags', 'variants', 'options', 'variant_gids'],
    'inventory_levels/update': ['inventory_item_id', 'location_id', 'available', 'updated_at'],
    'app/uninstalled': ['id', 'myshopify_domain'],
  };
  for (const [topic, tell] of Object.entries(topics)) {
    const payload = tell(run.shop.store.scene(), null);
    assert.ok(payload, topic);
    for (const name of expected[topic] ?? []) assert.notEqual(payload[name], undefined, `${topic} ${name}`);
  }
  assert.notEqual(topics['orders/cancelled']!(run.shop.store.scene(), null)!['cancelled_at'], null);
});

test('the control refuses what it does not know', async () => {
  const rows: [body: object, status: number][] = [
    [{ topic: 'orders/paid' }, 400],
    [{ topic: 'constructor' }, 400],
    [{ topic: 'orders/updated', id: '#9999999' }, 404],
    [{ topic: 'orders/updated', family: 'other' }, 400],
    [{ topic: 'orders/updated', triggered_at: 'now' }, 400],
    [{ topic: 'orders/updated', twice: true }, 400],
  ];
  for (const [body, status] of rows) assert.equal((await trigger(body)).status, status, JSON.stringify(body));
});
