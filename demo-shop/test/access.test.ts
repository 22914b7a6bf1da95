// What an app may see depends on its scopes, and where it asks on the versions that are supported.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { defaultScopes } from '../app/installation.ts';
import { running } from './running.ts';

const run = running();
afterEach(async () => {
  await run.control('PUT', 'scopes', { scopes: defaultScopes });
  await run.control('PUT', 'versions', { supported: ['2026-07', '2026-10'] });
});

const order = 'gid://shopify/Order/6001000001006';
const product = '{ products(first: 1) { nodes { id } } }';

test('a field is denied without the scope that it needs, and read with it', async () => {
  const rows: [scope: string, query: string, path: string[]][] = [
    ['read_orders', '{ orders(first: 1) { nodes { id } } }', ['orders']],
    ['read_orders', `{ order(id: "${order}") { id } }`, ['order']],
    ['read_orders', `{ node(id: "${order}") { id } }`, ['node']],
    ['read_orders', `{ nodes(ids: ["${order}"]) { id } }`, ['nodes']],
    ['read_customers', '{ customers(first: 1) { nodes { id } } }', ['customers']],
    ['read_customers', '{ orders(first: 1, query: "name:1001") { nodes { customer { id } } } }', ['orders', 'nodes', '0', 'customer']],
    ['read_products', product, ['products']],
    ['read_products', '{ shop { productTypes(first: 1) { edges { node } } } }', ['shop', 'productTypes']],
    ['read_returns', `{ order(id: "${order}") { returns(first: 1) { nodes { id } } } }`, ['order', 'returns']],
    ['read_returns', `{ returnableFulfillments(first: 1, orderId: "${order}") { nodes { id } } }`, ['returnableFulfillments']],
    [
      'read_merchant_managed_fulfillment_orders',
      `{ order(id: "${order}") { fulfillmentOrders(first: 1) { nodes { id } } } }`,
      ['order', 'fulfillmentOrders'],
    ],
    ['read_inventory', '{ productVariants(first: 1) { nodes { inventoryItem { inventoryLevels(first: 1) { nodes { id } } } } } }', []],
  ];
  const wrong: unknown[] = [];
  for (const [scope, query, path] of rows) {
    await run.control('PUT', 'scopes', { scopes: defaultScopes });
    const allowed = await run.admin(query);
    await run.control('PUT', 'scopes', { scopes: defaultScopes.filter((one) => one !== scope) });
    const { errors } = await run.admin(query);
    const found = { allowed: allowed.errors, code: errors?.[0].extensions.code, path: path.length ? errors?.[0].path.map(String) : [] };
    if (JSON.stringify(found) !== JSON.stringify({ allowed: undefined, code: 'ACCESS_DENIED', path })) wrong.push({ scope, query, found });
  }
  assert.deepEqual(wrong, []);
});

test('a denial is told in Shopify’s shape', async () => {
  await run.control('PUT', 'scopes', { scopes: ['read_orders'] });
  const { data, errors } = await run.admin(product);
  assert.deepEqual(
    [data, errors[0].message, errors[0].extensions],
    [
      null,
      'Access denied for products field. Required access: `read_products` access scope.',
      {
        code: 'ACCESS_DENIED',
        documentation: 'https://shopify.dev/api/usage/access-scopes',
        requiredAccess: '`read_products` access scope.',
      },
    ],
  );
});

test('leave to write includes leave to read', async () => {
  await run.control('PUT', 'scopes', { scopes: ['write_products'] });
  assert.equal((await run.admin(product)).errors, undefined);
});

test('the installation names its scopes', async () => {
  await run.control('PUT', 'scopes', { scopes: ['read_orders', 'write_app_proxy'] });
  const { data } = await run.admin('{ currentAppInstallation { accessScopes { handle } } }');
  assert.deepEqual(data.currentAppInstallation.accessScopes, [{ handle: 'read_orders' }, { handle: 'write_app_proxy' }]);
});

test('a version that was taken away is a 404, and the others say which they are', async () => {
  const body = JSON.stringify({ query: '{ publicApiVersions { handle displayName supported } }' });
  const both = await run.adminRaw({ body, version: '2026-07' });
  const shown = (handle: string, supported = true) => ({ handle, displayName: handle, supported });
  assert.deepEqual(both.body.data.publicApiVersions, [shown('2026-07'), shown('2026-10'), shown('unstable', false)]);
  await run.control('PUT', 'versions', { supported: ['2026-07'] });
  const gone = await run.adminRaw({ body, version: '2026-10' });
  const left = await run.adminRaw({ body, version: '2026-07' });
  assert.deepEqual([gone.status, left.status, left.headers.get('x-shopify-api-version')], [404, 200, '2026-07']);
  assert.deepEqual(left.body.data.publicApiVersions, [shown('2026-07'), shown('unstable', false)]);
});

test('the control refuses scopes and versions that cannot be', async () => {
  for (const [path, body] of [
    ['scopes', { scopes: ['orders'] }],
    ['scopes', { scopes: 'read_orders' }],
    ['scopes', {}],
    ['versions', { supported: ['2020-01'] }],
    ['versions', { supported: [], more: 1 }],
  ] as const)
    assert.equal((await run.control('PUT', path, body)).status, 400, JSON.stringify(body));
});
