// Queries that the Worker never sends: the Admin API executes, it does not match.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { running } from './running.ts';

const run = running();

const names = async (q: string, rest = '') =>
  (await run.admin(`query ($q: String!) { orders(first: 250, query: $q${rest}) { nodes { name } } }`, { q })).data.orders.nodes.map(
    (one: any) => one.name,
  );

test('searches for orders mean what Shopify says they mean', async () => {
  const rows: [query: string, found: string[]][] = [
    ['name:1001', ['#1001']],
    ['name:"#1001"', ['#1001']],
    ['#1001', ['#1001']],
    ['email:"ana@example.com"', ['#1005', '#1001']],
    ['email:ana@example.com status:cancelled', ['#1005']],
    ['email:"ana@example.com" AND NOT status:cancelled', ['#1001']],
    ['email:"ana@example.com" -name:1001', ['#1005']],
    ['(name:1003 OR name:1004) email:"dev@example.com"', ['#1004']],
    ['name:1002 OR name:1003', ['#1002', '#1003']],
    ['customer_id:7200000000000', ['#1005', '#1001']],
    ['id:6001000001007', ['#1007']],
    ['id:<6001000001003', ['#1002', '#1001']],
    ['return_status:in_progress email:"hana@example.com"', ['#1009']],
    ['fulfillment_status:on_hold email:"liam@example.com"', ['#1013']],
    ['fulfillment_status:partial email:"emil@example.com"', ['#1006']],
    ['financial_status:refunded email:"ana@example.com"', ['#1005']],
    ['created_at:2026-11-19 email:"dev@example.com"', ['#1004']],
    ['created_at:<2026-11-12 email:"ana@example.com"', ['#1005']],
    ['created_at:>=2026-11-12 email:"ana@example.com"', ['#1001']],
    ['Kowalski', ['#1010']],
    ['kowal*', ['#1010']],
    ['name:9999999', []],
    ['email:"ana@example.co"', []],
    ['name:"#1001" email:"ben@example.com"', []],
  ];
  const wrong: unknown[] = [];
  for (const [query, expected] of rows) {
    const found = await names(query);
    if (JSON.stringify([...found].sort()) !== JSON.stringify([...expected].sort())) wrong.push({ query, expected, found });
  }
  assert.deepEqual(wrong, []);
});

test('messy searches are answered, never refused', async () => {
  for (const query of ['"', '((((', ')', 'AND OR NOT', 'name:', 'name:"', '-', ':::', '\\', 'é😀', 'name:"#1001" )', 'email:a"b@c']) {
    const body = await run.admin('query ($q: String!) { orders(first: 1, query: $q) { nodes { name } } }', { q: query });
    assert.equal(body.errors, undefined, query);
  }
});

test('an unknown filter is left out and reported', async () => {
  const body = await run.admin('{ orders(first: 5, query: "colour:red name:1001") { nodes { name } } }');
  assert.deepEqual(body.data.orders.nodes, [{ name: '#1001' }]);
  assert.deepEqual(body.extensions.search[0].warnings, [{ field: 'colour', message: 'Invalid search field for this query.' }]);
});

test('pages follow each other without gap or overlap, both ways', async () => {
  const all = await names('status:any', ', sortKey: ORDER_NUMBER');
  const forward: string[] = [];
  for (let after: string | null = null, more = true; more && forward.length < 250;) {
    const { data } = await run.admin(
      'query ($after: String) { orders(first: 50, after: $after, sortKey: ORDER_NUMBER) { edges { cursor node { name } } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    forward.push(...data.orders.edges.map((edge: any) => edge.node.name));
    assert.equal(data.orders.pageInfo.endCursor, data.orders.edges.at(-1).cursor);
    ({ hasNextPage: more, endCursor: after } = data.orders.pageInfo);
  }
  assert.deepEqual(forward, all);
  const { data } = await run.admin(
    '{ orders(last: 2, sortKey: ORDER_NUMBER) { nodes { name } pageInfo { hasPreviousPage hasNextPage } } }',
  );
  assert.deepEqual(data.orders, { nodes: [{ name: '#2012' }, { name: '#2013' }], pageInfo: { hasPreviousPage: true, hasNextPage: false } });
});

test('fragments, aliases, interfaces and nested connections resolve', async () => {
  const { data, errors } = await run.admin(
    `
    query ($id: ID!) { node(id: $id) { __typename id ...on Order { ...parts } ... on LegacyInteroperability { legacyResourceId } } }
    fragment parts on Order { first: lineItems(first: 1) { nodes { title product { handle variants(first: 1) { nodes { sku inventoryItem { tracked } } } } } } customer { orders(first: 5, reverse: true, sortKey: CREATED_AT) { nodes { name } } lastOrder { name } } }`,
    { id: 'gid://shopify/Order/6001000001001' },
  );
  assert.equal(errors, undefined);
  assert.equal(data.node.__typename, 'Order');
  assert.equal(data.node.legacyResourceId, '6001000001001');
  assert.equal(data.node.first.nodes[0].product.handle, 'ridgeline-rain-jacket');
  assert.deepEqual(data.node.customer.orders.nodes, [{ name: '#1001' }, { name: '#1005' }]);
  assert.deepEqual(data.node.customer.lastOrder, { name: '#1001' });
});

test('objects are found by id and by identifier, and only under their own type', async () => {
  const { data } = await run.admin(`{
    order(id: "gid://shopify/Order/6001000001004") { name }
    none: order(id: "gid://shopify/Order/1") { name }
    other: order(id: "gid://shopify/Customer/7200000000000") { name }
    orderByIdentifier(identifier: { id: "gid://shopify/Order/6001000001002" }) { name }
    customerByIdentifier(identifier: { emailAddress: "kim@example.com" }) { displayName tags numberOfOrders amountSpent { amount currencyCode } defaultEmailAddress { emailAddress } }
    customer(id: "gid://shopify/Customer/7200000000001") { displayName }
    nodes(ids: ["gid://shopify/Customer/7200000000002", "gid://shopify/Order/1"]) { id }
  }`);
  assert.deepEqual(data, {
    order: { name: '#1004' },
    none: null,
    other: null,
    orderByIdentifier: { name: '#1002' },
    customerByIdentifier: {
      displayName: 'Kim Sander',
      tags: ['VIP'],
      numberOfOrders: '1',
      amountSpent: { amount: '329.0', currencyCode: 'EUR' },
      defaultEmailAddress: { emailAddress: 'kim@example.com' },
    },
    customer: { displayName: 'Ben Alvarez' },
    nodes: [{ id: 'gid://shopify/Customer/7200000000002' }, null],
  });
});

test('the shop knows its zone, its policies and the app its scopes', async () => {
  const { data } = await run.admin(
    '{ shop { name myshopifyDomain currencyCode ianaTimezone timezoneOffsetMinutes shopPolicies { type title body url } } currentAppInstallation { accessScopes { handle } } publicApiVersions { handle supported } }',
  );
  assert.equal(data.shop.myshopifyDomain, 'kestrel-and-fern.myshopify.com');
  assert.deepEqual([data.shop.currencyCode, data.shop.ianaTimezone, data.shop.timezoneOffsetMinutes], ['EUR', 'Europe/Berlin', 60]);
  assert.equal(data.shop.shopPolicies.length, 5);
  assert.ok(data.shop.shopPolicies.every((policy: any) => policy.body.startsWith('<')));
  assert.ok(data.currentAppInstallation.accessScopes.some((scope: any) => scope.handle === 'read_orders'));
  assert.ok(data.publicApiVersions.some((version: any) => version.handle === '2026-10' && version.supported));
});

test('what can be returned leaves out what is returned already', async () => {
  const { data } = await run.admin(
    'query ($id: ID!) { returnableFulfillments(orderId: $id, first: 5) { nodes { returnableFulfillmentLineItems(first: 5) { nodes { quantity fulfillmentLineItem { lineItem { title } } } } } } }',
    { id: 'gid://shopify/Order/6001000001009' },
  );
  const items = data.returnableFulfillments.nodes[0].returnableFulfillmentLineItems.nodes;
  assert.equal(items.length, 1);
});

test('sums agree: what was paid, refunded and is left', async () => {
  const { data } = await run.admin(
    '{ orders(first: 250, query: "financial_status:partially_refunded") { nodes { name totalPriceSet { shopMoney { amount } } totalRefundedSet { shopMoney { amount } } netPaymentSet { shopMoney { amount } } refunds { totalRefundedSet { shopMoney { amount } } } } } }',
  );
  assert.ok(data.orders.nodes.length > 3);
  const cents = (bag: any) => Math.round(Number(bag.shopMoney.amount) * 100);
  const wrong = data.orders.nodes.filter((one: any) => {
    const refunded = one.refunds.reduce((sum: number, refund: any) => sum + cents(refund.totalRefundedSet), 0);
    return cents(one.totalRefundedSet) !== refunded || cents(one.netPaymentSet) !== cents(one.totalPriceSet) - refunded;
  });
  assert.deepEqual(wrong, []);
});

test('every generated state occurs', async () => {
  const { data } =
    await run.admin(`{ ${['UNFULFILLED', 'PARTIALLY_FULFILLED', 'FULFILLED', 'ON_HOLD'].map((state) => `${state}: ordersCount(query: "fulfillment_status:${state.toLowerCase().replace('_fulfilled', '').replace('partially', 'partial')}") { count }`).join(' ')}
    ${['paid', 'pending', 'authorized', 'refunded', 'partially_refunded', 'voided'].map((state) => `${state}: ordersCount(query: "financial_status:${state}") { count }`).join(' ')}
    ${['return_requested', 'in_progress', 'returned', 'no_return'].map((state) => `${state}: ordersCount(query: "return_status:${state}") { count }`).join(' ')}
    all: ordersCount { count precision } customers: customersCount { count } products: productsCount { count } }`);
  assert.deepEqual(
    Object.entries<any>(data).filter(([, value]) => value.count === 0),
    [],
  );
  assert.deepEqual([data.all, data.customers.count, data.products.count], [{ count: 1013, precision: 'EXACT' }, 308, 210]);
});

test('an anticipated cost stands in every answer', async () => {
  const { extensions } = await run.admin('{ shop { name } }');
  assert.deepEqual(Object.keys(extensions.cost), ['requestedQueryCost', 'actualQueryCost', 'throttleStatus']);
});
