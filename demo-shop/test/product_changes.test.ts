// What a merchant does to a product shows at once in both APIs and the theme, and is told by webhook unless it is silent.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, test } from 'node:test';
import { running } from './running.ts';

let got: { topic: unknown; body: any }[] = [];
const receiver = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  got.push({ topic: request.headers['x-shopify-topic'], body: JSON.parse(Buffer.concat(chunks).toString()) });
  response.writeHead(200).end();
});
const run = running(
  async (opened) => {
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', () => resolve()));
    const uri = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhooks`;
    const subscribe =
      'mutation ($topic: WebhookSubscriptionTopic!, $uri: String!) { webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri }) { userErrors { message } } }';
    for (const topic of ['PRODUCTS_UPDATE', 'PRODUCTS_DELETE']) await opened.admin(subscribe, { topic, uri });
  },
  { webhookPauseMs: 5, now: () => Date.parse('2026-11-20T09:30:15.678Z') },
);
after(() => {
  receiver.closeAllConnections();
  receiver.close();
});
afterEach(async () => {
  await run.control('DELETE', 'products');
  got = [];
});

const handle = 'storm-lantern';
const storefrontQuery =
  '{ product(handle: "storm-lantern") { title availableForSale updatedAt priceRange { minVariantPrice { amount } } variants(first: 5) { nodes { quantityAvailable } } } }';
const adminQuery =
  '{ productByIdentifier(identifier: { handle: "storm-lantern" }) { title updatedAt variants(first: 1) { nodes { price } } } }';

test('a changed product shows everywhere, later than everything else, and is told', async () => {
  const { status, body } = await run.control('PUT', `products/${handle}`, { title: 'Gale Lantern', price: '12.50', available: false });
  assert.deepEqual([status, body.title, body.price, body.available, body.webhooks.length], [200, 'Gale Lantern', '12.50', false, 1]);
  const { product } = (await run.storefront(storefrontQuery)).data;
  assert.deepEqual(
    [product.title, product.availableForSale, product.updatedAt, product.priceRange.minVariantPrice.amount],
    ['Gale Lantern', false, '2026-11-20T09:30:15Z', '12.5'],
  );
  assert.ok(product.variants.nodes.every((variant: any) => variant.quantityAvailable === 0));
  const { productByIdentifier } = (await run.admin(adminQuery)).data;
  assert.deepEqual(productByIdentifier, {
    title: 'Gale Lantern',
    updatedAt: '2026-11-20T09:30:15Z',
    variants: { nodes: [{ price: '12.50' }] },
  });
  assert.match((await run.page(`/products/${handle}`)).text, /Gale Lantern/);
  assert.deepEqual(
    got.map(({ topic, body: told }) => [topic, told.handle, told.title, told.updated_at, told.variants[0].price]),
    [['products/update', handle, 'Gale Lantern', '2026-11-20T09:30:15Z', '12.50']],
  );
});

test('changes add up, outlast a new day, and can be undone', async () => {
  const { title } = (await run.storefront(storefrontQuery)).data.product;
  await run.control('PUT', `products/${handle}`, { price: 7 });
  await run.control('PUT', `products/${handle}`, { available: false, silent: true });
  await run.control('PUT', 'today', { today: '2026-11-20' });
  const { product } = (await run.storefront(storefrontQuery)).data;
  assert.deepEqual([product.title, product.availableForSale, product.priceRange.minVariantPrice.amount], [title, false, '7.0']);
  await run.control('PUT', `products/${handle}`, { available: true });
  assert.equal((await run.storefront(storefrontQuery)).data.product.availableForSale, true);
  await run.control('DELETE', 'products');
  assert.notEqual((await run.storefront(storefrontQuery)).data.product.priceRange.minVariantPrice.amount, '7.0');
});

test('a silent change tells nobody', async () => {
  const { body } = await run.control('PUT', `products/${handle}`, { title: 'Quiet Lantern', silent: true });
  assert.deepEqual([body.webhooks, got], [[], []]);
  assert.equal((await run.storefront(storefrontQuery)).data.product.title, 'Quiet Lantern');
});

test('a deleted product is gone from both APIs and the theme, and its id is told', async () => {
  const { body } = await run.control('DELETE', `products/${handle}`);
  assert.equal((await run.storefront(storefrontQuery)).data.product, null);
  assert.equal((await run.admin(adminQuery)).data.productByIdentifier, null);
  assert.equal((await run.admin(`{ product(id: "gid://shopify/Product/${body.id}") { id } }`)).data.product, null);
  const found = await run.storefront('{ search(query: "storm lantern", first: 50) { nodes { ... on Product { handle } } } }');
  assert.ok(found.data.search.nodes.every((one: any) => one.handle !== handle));
  assert.equal((await run.page(`/products/${handle}`)).status, 404);
  assert.deepEqual(got, [{ topic: 'products/delete', body: { id: body.id } }]);
});

test('an order keeps what was bought: its title and price stay, its product is gone', async () => {
  const query =
    '{ orders(first: 1, query: "name:1001") { nodes { lineItems(first: 1) { nodes { title product { handle title } variant { id } originalUnitPriceSet { shopMoney { amount } } } } } } }';
  const line = async () => (await run.admin(query)).data.orders.nodes[0].lineItems.nodes[0];
  const before = await line();
  await run.control('PUT', `products/${before.product.handle}`, { title: 'Renamed', price: '1.00', silent: true });
  const changed = await line();
  assert.deepEqual(
    [changed.title, changed.product.title, changed.originalUnitPriceSet],
    [before.title, 'Renamed', before.originalUnitPriceSet],
  );
  await run.control('DELETE', `products/${before.product.handle}`);
  assert.deepEqual(await line(), { ...before, product: null, variant: null });
});

test('a cart is worth what the shop asks now', async () => {
  const variant = (await run.storefront('{ product(handle: "storm-lantern") { variants(first: 1) { nodes { id } } } }')).data.product
    .variants.nodes[0].id;
  const cart = '{ id totalQuantity cost { subtotalAmount { amount } } }';
  const { id } = (
    await run.storefront(`mutation { cartCreate(input: { lines: [{ merchandiseId: "${variant}", quantity: 2 }] }) { cart ${cart} } }`)
  ).data.cartCreate.cart;
  await run.control('PUT', `products/${handle}`, { price: '10.00', silent: true });
  const now = (await run.storefront(`{ cart(id: "${id}") ${cart} }`)).data.cart;
  assert.deepEqual([now.totalQuantity, now.cost.subtotalAmount.amount], [2, '20.0']);
  await run.control('DELETE', `products/${handle}`);
  assert.equal((await run.storefront(`{ cart(id: "${id}") ${cart} }`)).data.cart.totalQuantity, 0);
});

test('changes that are none are refused', async () => {
  const rows: [name: string, body: object, status: number][] = [
    [handle, { title: ' ' }, 400],
    [handle, { price: '-1' }, 400],
    [handle, { price: '1.005' }, 400],
    [handle, { price: '1e3' }, 400],
    [handle, { available: 'no' }, 400],
    [handle, { silent: 1 }, 400],
    [handle, { colour: 'red' }, 400],
    ['no-such-thing', { title: 'X' }, 404],
  ];
  for (const [name, body, status] of rows)
    assert.equal((await run.control('PUT', `products/${name}`, body)).status, status, JSON.stringify(body));
  assert.equal((await run.control('DELETE', 'products/no-such-thing')).status, 404);
});
