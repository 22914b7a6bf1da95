// Shopify's published schemas, built from the introspection that `@shopify/dev-mcp` carries.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema } from 'graphql';
import type { ApiVersion } from '../credentials.ts';

export type Api = 'admin' | 'storefront';

// What Shopify adds to the introspection: the scopes that open a type or a field.
export interface PublishedScope {
  type: 'type' | 'field';
  typeName: string;
  fieldName?: string;
  requiredAccess: string;
  offlineScopes: string[];
}

const files: Record<Api, string> = { admin: 'admin', storefront: 'storefront-graphql' };
const built = new Map<string, { schema: GraphQLSchema; scopes: PublishedScope[] }>();

export function schemaFor(api: Api, version: ApiVersion): GraphQLSchema {
  return published(api, version).schema;
}

export function scopesOf(api: Api, version: ApiVersion): PublishedScope[] {
  return published(api, version).scopes;
}

// Building takes a few hundred milliseconds, so each schema is built once and only when it is asked for.
function published(api: Api, version: ApiVersion): { schema: GraphQLSchema; scopes: PublishedScope[] } {
  const key = `${api} ${version}`;
  let one = built.get(key);
  if (!one) {
    const dist = dirname(fileURLToPath(import.meta.resolve('@shopify/dev-mcp')));
    const packed = readFileSync(join(dist, 'data', `${files[api]}_${version}.json.gz`));
    const { data, offline_scopes: scopes } = JSON.parse(gunzipSync(packed).toString('utf8')) as {
      data: Parameters<typeof buildClientSchema>[0];
      offline_scopes?: { items: PublishedScope[] };
    };
    one = {
      schema: buildClientSchema(data, { assumeValid: true }),
      scopes: scopes?.items.filter((item) => item.offlineScopes.length > 0) ?? [],
    };
    built.set(key, one);
  }
  return one;
}
