// Shopify's published schemas, built from the introspection that `@shopify/dev-mcp` carries.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema } from 'graphql';
import type { ApiVersion } from '../credentials.ts';

export type Api = 'admin' | 'storefront';

const files: Record<Api, string> = { admin: 'admin', storefront: 'storefront-graphql' };
const built = new Map<string, GraphQLSchema>();

// Building takes a few hundred milliseconds, so each schema is built once and only when it is asked for.
export function schemaFor(api: Api, version: ApiVersion): GraphQLSchema {
  const key = `${api} ${version}`;
  let schema = built.get(key);
  if (!schema) {
    const dist = dirname(fileURLToPath(import.meta.resolve('@shopify/dev-mcp')));
    const packed = readFileSync(join(dist, 'data', `${files[api]}_${version}.json.gz`));
    const introspection = JSON.parse(gunzipSync(packed).toString('utf8')) as { data: Parameters<typeof buildClientSchema>[0] };
    schema = buildClientSchema(introspection.data, { assumeValid: true });
    built.set(key, schema);
  }
  return schema;
}
