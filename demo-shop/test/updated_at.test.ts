// What was changed since an instant is found through both APIs, oldest change first: what drift repair asks.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { running } from './running.ts';

let now = Date.parse('2026-11-20T09:00:00Z');
const run = running(undefined, { now: () => now });
afterEach(() => run.control('DELETE', 'products'));

const query =
  'query ($query: String) { products(first: 250, query: $query, sortKey: UPDATED_AT) { nodes { handle updatedAt createdAt } } }';
const apis = { admin: (of: string) => run.admin(query, { query: of }), storefront: (of: string) => run.storefront(query, { query: of }) };
type Changed = { handle: string; updatedAt: string; createdAt: string };

for (const [api, ask] of Object.entries(apis)) {
  const found = async (of: string): Promise<Changed[]> => {
    const { data, errors, extensions } = await ask(of);
    assert.deepEqual([errors, extensions?.search], [undefined, undefined], of);
    return data.products.nodes as Changed[];
  };

  test(`every product of the ${api} API was changed some day, after it was made and before today`, async () => {
    const all = await found('');
    const instants = all.map((one) => one.updatedAt);
    assert.equal(all.length, 210);
    assert.ok(new Set(instants.map((at) => at.slice(0, 10))).size > 30);
    assert.deepEqual(instants, [...instants].sort());
    assert.deepEqual(
      all.filter((one) => one.updatedAt >= '2026-11-20' || one.updatedAt < one.createdAt),
      [],
    );
  });

  test(`the ${api} API finds what was changed since`, async () => {
    assert.deepEqual(await found('updated_at:>2026-11-20T00:00:00Z'), []);
    for (const handle of ['storm-lantern', 'markup-test-mug']) {
      await run.control('PUT', `products/${handle}`, { price: '5.00', silent: true });
      now += 60_000;
    }
    const handles = async (of: string) => (await found(of)).map((one) => one.handle);
    const [first] = await found('updated_at:>2026-11-20T00:00:00Z');
    const both = ['storm-lantern', 'markup-test-mug'];
    for (const [of, expected] of [
      ['updated_at:>2026-11-20T00:00:00Z', both],
      ['updated_at:>"2026-11-20T00:00:00Z"', both],
      ["updated_at:>'2026-11-20T00:00:00Z'", both],
      ['updated_at:>2026-11-19', both],
      [`updated_at:>${first!.updatedAt}`, ['markup-test-mug']],
      [`updated_at:>=${first!.updatedAt}`, both],
      [`updated_at:>=${first!.updatedAt} updated_at:<2026-11-21`, both],
    ] as const)
      assert.deepEqual(await handles(of), expected, of);
    const older = await found(`updated_at:<${first!.updatedAt}`);
    // A page holds no more than 250, and nothing is in both.
    assert.equal(older.length, 208);
  });
}
