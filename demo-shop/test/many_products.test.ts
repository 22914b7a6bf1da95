// A catalog of ten thousand: the written products and series of them, read in whole pages.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../content.ts';
import { buildShop } from '../shop.ts';
import { running } from './running.ts';

const run = running(undefined, { products: 10_000 });

test('ten thousand are read in pages of 250, each once, with different handles and SKUs', { timeout: 120_000 }, async () => {
  const query =
    'query ($after: String) { products(first: 250, after: $after, sortKey: ID) { nodes { id handle variants(first: 50) { nodes { id sku } } } pageInfo { hasNextPage endCursor } } }';
  // Some of the written products share a SKU.
  const sharing = buildShop({ today: '2026-11-20' }).catalog.variants;
  const shared = sharing.length - new Set(sharing.map((variant) => variant.sku)).size;
  const seen = { id: new Set<string>(), handle: new Set<string>(), variant: new Set<string>(), sku: new Set<string>() };
  let [pages, variants, after] = [0, 0, null as string | null];
  do {
    const { data, errors } = await run.storefront(query, { after });
    assert.equal(errors, undefined, JSON.stringify(errors));
    for (const product of data.products.nodes) {
      seen.id.add(product.id);
      seen.handle.add(product.handle);
      for (const { id, sku } of product.variants.nodes) {
        seen.variant.add(id);
        seen.sku.add(sku);
        variants++;
      }
    }
    pages++;
    after = data.products.pageInfo.hasNextPage ? data.products.pageInfo.endCursor : null;
  } while (after);
  // Two more for tests are always there.
  assert.deepEqual([pages, seen.id.size, seen.handle.size], [41, 10_002, 10_002]);
  assert.deepEqual([seen.variant.size, seen.sku.size], [variants, variants - shared]);
});

test('a sweep goes on where the product that ended a page is gone', async () => {
  const page = async (after: string | null) =>
    (
      await run.storefront(
        'query ($after: String) { products(first: 3, after: $after, sortKey: UPDATED_AT, reverse: true) { nodes { handle } pageInfo { endCursor } } }',
        { after },
      )
    ).data.products;
  const first = await page(null);
  const second = await page(first.pageInfo.endCursor);
  await run.control('DELETE', `products/${first.nodes[2].handle}`);
  assert.deepEqual((await page(first.pageInfo.endCursor)).nodes, second.nodes);
  await run.control('DELETE', 'products');
});

test('the series are the same each time, and leave the written products as they were', () => {
  const [one, other] = [readContent(1000), readContent(1000)];
  assert.deepEqual(one.products, other.products);
  const written = readContent().products;
  assert.deepEqual(one.products.slice(0, written.length), written);
  const ids = (count: number | undefined) =>
    buildShop({ today: '2026-11-20', products: count })
      .catalog.products.slice(0, written.length)
      .map(({ id, variants }) => [id, variants.map((variant) => [variant.id, variant.sku, variant.priceCents])]);
  assert.deepEqual(ids(3000), ids(undefined));
});
