// The Storefront API: search, products, collections, texts in two languages, carts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { running } from './running.ts';

const run = running();

const found = async (q: string, rest = '', language = 'EN') => {
  const { data, errors } = await run.storefront(
    `query ($q: String!) @inContext(language: ${language}) { search(query: $q, first: 100, types: [PRODUCT]${rest}) { totalCount nodes { ... on Product { handle title tags productType description availableForSale priceRange { minVariantPrice { amount currencyCode } } } } } }`,
    { q },
  );
  assert.equal(errors, undefined, JSON.stringify(errors));
  return data.search;
};

test('all words must match, anywhere in title, type, tags or description', async () => {
  const { nodes, totalCount } = await found('waterproof hiking');
  assert.equal(totalCount, nodes.length);
  assert.ok(nodes.length >= 3);
  for (const one of nodes)
    assert.match(
      `${one.title} ${one.productType} ${one.tags.join(' ')} ${one.description}`.toLowerCase(),
      /(?=.*waterproof)(?=.*hik)/s,
      one.handle,
    );
});

test('plurals fold, the last word may be unfinished, accents and case do not matter', async () => {
  const handles = async (q: string) => (await found(q)).nodes.map((one: any) => one.handle).sort();
  assert.deepEqual(await handles('JACKETS'), await handles('jacket'));
  assert.ok((await handles('waterpr')).includes('ridgeline-rain-jacket'));
  assert.deepEqual(await handles('jäcket'), await handles('jacket'));
  assert.deepEqual(await handles('zzzz jacket'), []);
  assert.deepEqual(await handles('   '), []);
  assert.deepEqual(await handles('<script> " \\ {{'), []);
});

test('a title match comes before a mention', async () => {
  const { nodes } = await found('poncho');
  assert.match(nodes[0].title, /Poncho/);
});

test('price, availability, type, tag and option filters narrow a search', async () => {
  const under = await found('waterproof', ', productFilters: [{ price: { max: 100 } }, { available: true }]');
  assert.ok(under.nodes.length > 0);
  assert.ok(under.nodes.every((one: any) => Number(one.priceRange.minVariantPrice.amount) <= 100 && one.availableForSale));
  const all = await found('waterproof');
  assert.ok(under.nodes.length < all.nodes.length);
  const typed = await found('jacket', ', productFilters: [{ productType: "Rain jackets" }]');
  assert.ok(typed.nodes.length > 0 && typed.nodes.every((one: any) => one.productType === 'Rain jackets'));
  const tagged = await found('jacket', ', productFilters: [{ tag: "Waterproof" }]');
  assert.ok(tagged.nodes.length > 0 && tagged.nodes.every((one: any) => one.tags.includes('waterproof')));
  const medium = await found('jacket', ', productFilters: [{ variantOption: { name: "Size", value: "M" } }]');
  assert.ok(medium.nodes.length > 0);
});

test('sold-out products come last, are hidden, or stand where they belong', async () => {
  const { nodes } = await found('jacket');
  const firstSoldOut = nodes.findIndex((one: any) => !one.availableForSale);
  if (firstSoldOut >= 0) assert.ok(nodes.slice(firstSoldOut).every((one: any) => !one.availableForSale));
  const hidden = await found('jacket', ', unavailableProducts: HIDE');
  assert.ok(hidden.nodes.every((one: any) => one.availableForSale));
});

test('sorting by price goes up, and down when reversed', async () => {
  const prices = (nodes: any[]) => nodes.map((one) => Number(one.priceRange.minVariantPrice.amount));
  const up = prices((await found('jacket', ', sortKey: PRICE')).nodes);
  assert.deepEqual(
    up,
    [...up].sort((a, b) => a - b),
  );
  assert.deepEqual(
    prices((await found('jacket', ', sortKey: PRICE, reverse: true')).nodes).sort((a, b) => b - a),
    up.toReversed(),
  );
});

test('German is searched and answered in German; other languages fall back to English', async () => {
  const { nodes } = await found('wasserdicht', '', 'DE');
  const jacket = nodes.find((one: any) => one.handle === 'ridgeline-rain-jacket');
  assert.equal(jacket?.title, 'Regenjacke Ridgeline');
  assert.deepEqual(
    (await found('wasserdicht')).nodes.filter((one: any) => one.handle === 'ridgeline-rain-jacket'),
    [],
  );
  const { data } = await run.storefront(
    'query @inContext(language: FR) { product(handle: "ridgeline-rain-jacket") { title } localization { language { isoCode } } }',
  );
  assert.deepEqual(data, { product: { title: 'Ridgeline Rain Jacket' }, localization: { language: { isoCode: 'EN' } } });
});

test('a product shows its variants, options and stock', async () => {
  const { data } =
    await run.storefront(`{ product(handle: "ridgeline-rain-jacket") { id onlineStoreUrl options { name optionValues { name } } variantsCount { count }
    variants(first: 50) { nodes { id title availableForSale currentlyNotInStock quantityAvailable price { amount currencyCode } selectedOptions { name value } } }
    medium: variantBySelectedOptions(selectedOptions: [{ name: "Size", value: "M" }, { name: "Colour", value: "Slate" }]) { title } } }`);
  const { product } = data;
  assert.equal(product.variantsCount.count, product.variants.nodes.length);
  assert.deepEqual(
    product.options.map((one: any) => one.name),
    ['Size', 'Colour'],
  );
  assert.equal(product.medium.title, 'M / Slate');
  for (const one of product.variants.nodes) assert.equal(one.availableForSale, one.quantityAvailable > 0, one.title);
  const again = await run.storefront('query ($id: ID!) { product(id: $id) { handle } node(id: $id) { __typename } }', { id: product.id });
  assert.deepEqual(again.data, { product: { handle: 'ridgeline-rain-jacket' }, node: { __typename: 'Product' } });
});

test('eight collections hold the products, recommendations name others of the kind', async () => {
  const { data } = await run.storefront(
    '{ collections(first: 20) { nodes { handle title products(first: 250) { nodes { handle } } } } productRecommendations(productHandle: "ridgeline-rain-jacket") { handle availableForSale } }',
  );
  assert.equal(data.collections.nodes.length, 8);
  assert.deepEqual(
    data.collections.nodes.filter((one: any) => one.products.nodes.length !== 26).map((one: any) => one.handle),
    [],
  );
  assert.equal(data.productRecommendations.length, 10);
  assert.ok(data.productRecommendations.every((one: any) => one.availableForSale && one.handle !== 'ridgeline-rain-jacket'));
});

test('policies, pages and articles come with their own wording in both languages', async () => {
  const query = (language: string) =>
    `query @inContext(language: ${language}) { shop { refundPolicy { title body url handle } shippingPolicy { body } privacyPolicy { body } termsOfService { body } contactInformation { body } termsOfSale { body } } pages(first: 9) { nodes { handle title } } articles(first: 50) { nodes { title content(truncateAt: 60) publishedAt onlineStoreUrl blog { handle } } } blog(handle: "help") { articles(first: 1) { nodes { handle } } } }`;
  const { data } = await run.storefront(query('EN'));
  const { data: german } = await run.storefront(query('DE'));
  assert.match(data.shop.refundPolicy.body, /^<\w+/);
  assert.notEqual(data.shop.refundPolicy.body, german.shop.refundPolicy.body);
  assert.equal(data.shop.refundPolicy.url, `${run.at.storefront}/policies/refund-policy`);
  assert.equal(data.shop.termsOfSale, null);
  assert.equal(data.articles.nodes.length, 20);
  assert.ok(data.pages.nodes.some((one: any) => one.handle === 'contact'));
  assert.equal((await run.page('/policies/refund-policy')).status, 200);
  assert.equal((await run.page(new URL(data.articles.nodes[0].onlineStoreUrl).pathname)).status, 200);
});

test('predictive search keeps to its limit', async () => {
  const { data } = await run.storefront(
    '{ predictiveSearch(query: "wool", limit: 4, limitScope: EACH, types: [PRODUCT, ARTICLE, QUERY]) { products { handle } articles { handle } pages { handle } queries { text } } }',
  );
  assert.equal(data.predictiveSearch.products.length, 4);
  assert.deepEqual(data.predictiveSearch.pages, []);
});

test('a cart is made, filled and read again; a sold-out variant is refused by name', async () => {
  const { data: found } = await run.storefront(
    '{ product(handle: "markup-test-mug") { variants(first: 2) { nodes { id availableForSale } } } }',
  );
  const [chalk, ink] = found.product.variants.nodes;
  const made = await run.storefront(
    'mutation ($lines: [CartLineInput!]) { cartCreate(input: { lines: $lines }) { cart { id totalQuantity checkoutUrl cost { totalAmount { amount } } } userErrors { code } warnings { code } } }',
    { lines: [{ merchandiseId: chalk.id, quantity: 2 }] },
  );
  const { cart, userErrors } = made.data.cartCreate;
  assert.deepEqual([cart.totalQuantity, cart.cost.totalAmount.amount, userErrors], [2, '36.0', []]);
  const added = await run.storefront(
    'mutation ($id: ID!, $lines: [CartLineInput!]!) { cartLinesAdd(cartId: $id, lines: $lines) { cart { totalQuantity } userErrors { code field message } } }',
    { id: cart.id, lines: [{ merchandiseId: ink.id }] },
  );
  assert.equal(added.data.cartLinesAdd.userErrors[0].code, 'MERCHANDISE_NOT_APPLICABLE');
  const read = await run.storefront(
    'query ($id: ID!) { cart(id: $id) { lines(first: 5) { nodes { quantity merchandise { ... on ProductVariant { title } } } } } }',
    { id: cart.id },
  );
  assert.deepEqual(read.data.cart.lines.nodes, [{ quantity: 2, merchandise: { title: 'Chalk' } }]);
});
