// What a token must be allowed for a field of the Admin API: read from `offline_scopes`, which Shopify publishes with
// the schema.

import { getNamedType, GraphQLError, isAbstractType, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import type { ApiVersion } from '../credentials.ts';
import { schemaFor, scopesOf } from './schema.ts';

interface Need {
  // Any of these,
  any: string[];
  // and all of these.
  all: string[];
  text: string;
}
interface Needs {
  types: Map<string, Need>;
  fields: Map<string, Need>;
}

const bySchema = new WeakMap<GraphQLSchema, Needs>();

export function needsOf(version: ApiVersion): Needs {
  const schema = schemaFor('admin', version);
  let needs = bySchema.get(schema);
  if (!needs) bySchema.set(schema, (needs = readNeeds(version)));
  return needs;
}

// Throws where the scopes do not suffice for a field or for what it returns.
export function checkField(info: GraphQLResolveInfo, needs: Needs, scopes: readonly string[]): void {
  const { parentType, fieldName, returnType } = info;
  const named = getNamedType(returnType).name;
  const need =
    lacking(needs.fields.get(`${parentType.name}.${fieldName}`), scopes) ??
    lacking(needs.types.get(named.endsWith('Connection') ? named.slice(0, -'Connection'.length) : named), scopes);
  if (need) throw denied(fieldName, need);
}

// An interface says nothing about access; the object that was found does, or each of a list.
export function checkFound(value: unknown, info: GraphQLResolveInfo, needs: Needs, scopes: readonly string[]): void {
  if (!isAbstractType(getNamedType(info.returnType))) return;
  for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
    const name = (one as { __typename?: string } | null | undefined)?.__typename;
    const need = name ? lacking(needs.types.get(name), scopes) : undefined;
    if (need) throw denied(info.fieldName, need);
  }
}

function lacking(need: Need | undefined, scopes: readonly string[]): Need | undefined {
  if (!need) return undefined;
  // Leave to write includes leave to read.
  const has = (scope: string) => scopes.includes(scope) || scopes.includes(scope.replace(/^read_/, 'write_'));
  return (need.any.length === 0 || need.any.some(has)) && need.all.every(has) ? undefined : need;
}

function denied(field: string, { text }: Need): GraphQLError {
  return new GraphQLError(`Access denied for ${field} field. Required access: ${text}`, {
    extensions: { code: 'ACCESS_DENIED', documentation: 'https://shopify.dev/api/usage/access-scopes', requiredAccess: text },
  });
}

function readNeeds(version: ApiVersion): Needs {
  const needs: Needs = { types: new Map(), fields: new Map() };
  for (const one of scopesOf('admin', version)) {
    // "… Also: Requires the `read_returns` access scope." names one more, in the same list.
    const all = [...one.requiredAccess.matchAll(/Also: Requires the `(\w+)` access scope/g)].map((found) => found[1]!);
    const need = { any: one.offlineScopes.filter((scope) => !all.includes(scope)), all, text: one.requiredAccess };
    if (one.type === 'type') needs.types.set(one.typeName, need);
    else needs.fields.set(`${one.typeName}.${one.fieldName}`, need);
  }
  return needs;
}
