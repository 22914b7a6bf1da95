// What Shopify would refuse is refused, in Shopify's shapes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adminHeaders, running } from './running.ts';

const run = running();

test('documents that the schema refuses are refused with code, path and place', async () => {
  const rows: [query: string, variables: unknown, message: string, path: string[] | undefined, extensions: object][] = [
    [
      '{ orders(first: 1) { nodes { x } } }',
      {},
      "Field 'x' doesn't exist on type 'Order'",
      ['query', 'orders', 'nodes', 'x'],
      { code: 'undefinedField', typeName: 'Order', fieldName: 'x' },
    ],
    [
      'query Q { shop { nam } }',
      {},
      "Field 'nam' doesn't exist on type 'Shop'",
      ['query Q', 'shop', 'nam'],
      { code: 'undefinedField', typeName: 'Shop', fieldName: 'nam' },
    ],
    [
      '{ node(id: "gid://shopify/Order/1") { ... on Nothing { id } } }',
      {},
      "No such type Nothing, so it can't be a fragment condition",
      ['query', 'node', '... on Nothing'],
      { code: 'undefinedType', typeName: 'Nothing' },
    ],
    [
      '{ orders(first: 1, colour: "red") { nodes { id } } }',
      {},
      "Field 'orders' doesn't accept argument 'colour'",
      ['query', 'orders', 'colour'],
      { code: 'argumentNotAccepted', name: 'orders', typeName: 'Field', argumentName: 'colour' },
    ],
    [
      '{ order { id } }',
      {},
      "Field 'order' is missing required arguments: id",
      ['query', 'order'],
      { code: 'missingRequiredArguments', className: 'Field', name: 'order', arguments: 'id' },
    ],
    [
      '{ shop }',
      {},
      "Field must have selections (field 'shop' returns Shop but has no selections. Did you mean 'shop { ... }'?)",
      ['query', 'shop'],
      { code: 'selectionMismatch', nodeName: "field 'shop'", typeName: 'Shop' },
    ],
    [
      '{ shop { name { x } } }',
      {},
      "Selections can't be made on scalars (field 'name' returns String but has selections [\"x\"])",
      ['query', 'shop', 'name'],
      { code: 'selectionMismatch', nodeName: "field 'name'", typeName: 'String' },
    ],
    [
      'query ($id: String!) { order(id: $id) { id } }',
      { id: 'x' },
      'Type mismatch on variable $id and argument id (String! / ID!)',
      ['query', 'order', 'id'],
      { code: 'variableMismatch', variableName: 'id', typeName: 'String!', argumentName: 'id', errorMessage: 'Type mismatch' },
    ],
    [
      'query ($id: ID) { order(id: $id) { id } }',
      {},
      'Nullability mismatch on variable $id and argument id (ID / ID!)',
      ['query', 'order', 'id'],
      { code: 'variableMismatch', variableName: 'id', typeName: 'ID', argumentName: 'id', errorMessage: 'Nullability mismatch' },
    ],
    [
      'query Q { order(id: $id) { id } }',
      {},
      'Variable $id is used by Q but not declared',
      ['query Q', 'order', 'id'],
      { code: 'variableNotDefined', variableName: 'id' },
    ],
    [
      'query Q($id: ID) { shop { name } }',
      {},
      'Variable $id is declared by Q but not used',
      ['query Q'],
      { code: 'variableNotUsed', variableName: 'id' },
    ],
    [
      '{ orders(first: "one") { nodes { id } } }',
      {},
      "Argument 'first' on Field 'orders' has an invalid value (\"one\"). Expected type 'Int'.",
      ['query', 'orders', 'first'],
      { code: 'argumentLiteralsIncompatible', typeName: 'Field', argumentName: 'first' },
    ],
    [
      '{ ...lost }',
      {},
      'Fragment lost was used, but not defined',
      ['query', '... lost'],
      { code: 'useAndDefineFragment', fragmentName: 'lost' },
    ],
    [
      'query ($n: Int!) { orders(first: $n) { nodes { id } } }',
      { n: 'many' },
      'Variable $n of type Int! was provided invalid value',
      undefined,
      { code: 'INVALID_VARIABLE', value: 'many', problems: [{ path: [], explanation: 'Could not coerce value "many" to Int' }] },
    ],
    [
      'query ($n: Int!) { orders(first: $n) { nodes { id } } }',
      {},
      'Variable $n of type Int! was provided invalid value',
      undefined,
      { code: 'INVALID_VARIABLE', value: null, problems: [{ path: [], explanation: 'Expected value to not be null' }] },
    ],
  ];
  const wrong: unknown[] = [];
  for (const [query, variables, message, path, extensions] of rows) {
    const { data, errors } = await run.admin(query, variables);
    const found = {
      data,
      message: errors?.[0].message,
      path: errors?.[0].path,
      extensions: errors?.[0].extensions,
      hasPlace: errors?.[0].locations?.[0].line > 0,
    };
    const expected = { data: undefined, message, path, extensions, hasPlace: true };
    try {
      assert.deepEqual(found, expected);
    } catch {
      wrong.push({ query, found, expected });
    }
  }
  assert.deepEqual(wrong, []);
});

test('arguments that only running can judge are refused beside the data', async () => {
  const rows: [query: string, message: string][] = [
    ['{ orders { nodes { id } } }', 'you must provide one of first or last'],
    ['{ orders(first: 251) { nodes { id } } }', 'first cannot exceed 250'],
    ['{ orders(first: 1, after: "nonsense") { nodes { id } } }', 'Invalid cursor for current pagination sort.'],
    ['{ order(id: "1001") { id } }', "Invalid global id '1001'"],
  ];
  for (const [query, message] of rows) {
    const { errors } = await run.admin(query);
    assert.equal(errors?.[0].message, message, query);
  }
});

test('a syntax error says where it is', async () => {
  const { errors } = await run.admin('{ shop { name }');
  assert.match(errors[0].message, /^syntax error, .* at \[1, 16\]$/);
});

test('an order query of the Storefront API does not exist', async () => {
  const { errors } = await run.storefront('{ orders(first: 1) { nodes { id } } }');
  assert.deepEqual(errors[0].extensions, { code: 'undefinedField', typeName: 'QueryRoot', fieldName: 'orders' });
});

test('a mutation that the demo shop does not carry out says so and changes nothing', async () => {
  const { app } = run.shop.store;
  app.scopes = [...app.scopes, 'write_orders'];
  const { data, errors } = await run.admin('mutation { orderClose(input: { id: "gid://shopify/Order/6001000001004" }) { order { id } } }');
  assert.equal(data.orderClose, null);
  assert.equal(errors[0].extensions.code, 'NOT_IMPLEMENTED');
});

test('the transport is as strict as Shopify', async () => {
  const body = JSON.stringify({ query: '{ shop { name } }' });
  const wrongToken = await run.adminRaw({ body, headers: { ...adminHeaders, 'x-shopify-access-token': 'shpat_other' } });
  assert.deepEqual(
    [wrongToken.status, wrongToken.body],
    [401, { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' }],
  );
  const noToken = await run.adminRaw({ body, headers: { 'content-type': 'application/json' } });
  assert.equal(noToken.status, 401);
  assert.equal((await run.adminRaw({ body, version: '2025-10' })).status, 404);
  assert.equal((await run.adminRaw({ method: 'GET' })).status, 405);
  assert.equal((await run.adminRaw({ body, headers: { ...adminHeaders, 'content-type': 'text/plain' } })).status, 415);
  assert.equal((await run.adminRaw({ body: JSON.stringify({ query: `{ shop { name } } #${'x'.repeat(1_000_000)}` }) })).status, 413);
  assert.equal((await run.adminRaw({ body: '{"query":' })).status, 400);
  assert.equal((await run.adminRaw({ body: '{}' })).status, 400);
  assert.equal((await run.adminRaw({ body: new Uint8Array([0xff, 0xfe, 0x00]) })).status, 400);
  const right = await run.adminRaw({ body, version: '2026-07' });
  assert.deepEqual(
    [right.status, right.headers.get('x-shopify-api-version'), right.body.data],
    [200, '2026-07', { shop: { name: 'Kestrel & Fern' } }],
  );
});

test('the Storefront API answers without a token and refuses a wrong one', async () => {
  const body = JSON.stringify({ query: '{ shop { name } }' });
  assert.equal((await run.storefrontRaw({ body, headers: { 'content-type': 'application/json' } })).status, 200);
  assert.equal(
    (await run.storefrontRaw({ body, headers: { 'content-type': 'application/json', 'shopify-storefront-private-token': 'shpss_other' } }))
      .status,
    401,
  );
});
