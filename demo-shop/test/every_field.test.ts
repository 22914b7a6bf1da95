// Every field of both schemas that needs no argument answers without an error, whether the shop holds data for it or not.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getNamedType, isAbstractType, isLeafType, isNonNullType, type GraphQLArgument, type GraphQLOutputType } from 'graphql';
import { schemaFor, scopesOf, type Api } from '../graphql/schema.ts';
import { running } from './running.ts';

const run = running(async ({ shop }) => {
  // Every scope there is: what is asked here is whether there is an answer, not whether it may be seen.
  shop.store.app.scopes = [...new Set(scopesOf('admin', '2026-10').flatMap((one) => one.offlineScopes))];
});

const orderId = 'gid://shopify/Order/6001000001006';
const needsValue = (argument: GraphQLArgument) => isNonNullType(argument.type) && argument.defaultValue === undefined;

// Null where an argument is needed that nothing here can make up.
function argumentsFor(field: string, args: readonly GraphQLArgument[]): string | null {
  const given: string[] = [];
  for (const argument of args) {
    const type = String(argument.type);
    if (argument.name === 'first') given.push('first: 2');
    else if (!needsValue(argument)) continue;
    else if (type === 'ID!') given.push(`${argument.name}: "${field === 'customer' ? 'gid://shopify/Customer/7200000000000' : orderId}"`);
    else if (type === '[ID!]!') given.push(`${argument.name}: ["${orderId}"]`);
    else if (type === 'String!') given.push(`${argument.name}: "jacket"`);
    else if (type === 'Int!') given.push(`${argument.name}: 3`);
    else return null;
  }
  return given.length ? `(${given.join(', ')})` : '';
}

function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isAbstractType(named)) return ' { __typename }';
  const parts = Object.values(named.getFields()).flatMap((field) => {
    const args = argumentsFor(field.name, field.args);
    const inner = getNamedType(field.type);
    if (args === null || field.args.some(needsValue)) return [];
    if (isLeafType(inner)) return [field.name + args];
    const isPart = inner.name.endsWith('Connection') || inner.name.endsWith('Edge');
    return depth > 0 ? [field.name + args + selection(field.type, isPart ? depth : depth - 1)] : [];
  });
  return ` { __typename ${parts.join(' ')} }`;
}

for (const api of ['admin', 'storefront'] satisfies Api[]) {
  test(`every field of the ${api} schema answers`, { timeout: 300_000 }, async () => {
    const fields = Object.values(schemaFor(api, '2026-10').getQueryType()!.getFields());
    const wrong: unknown[] = [];
    let asked = 0;
    for (const field of fields) {
      const args = argumentsFor(field.name, field.args);
      if (args === null) continue;
      asked++;
      const query = `{ ${field.name}${args}${selection(field.type, 1)} }`;
      const body = await (api === 'admin' ? run.admin(query) : run.storefront(query));
      if (body.errors && body.errors[0].extensions?.code !== 'MAX_COST_EXCEEDED')
        wrong.push({ field: field.name, errors: body.errors.slice(0, 2) });
    }
    assert.deepEqual(wrong, []);
    assert.ok(asked > 30, `${asked} root fields were asked`);
  });
}
