// The Worker's GraphQL documents are valid in both versions, take the scopes that the Worker says, and its adapters are
// tested with answers that these schemas allow: `BLESS=1` writes them to tests/contract/samples.

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  getNamedType,
  Kind,
  parse,
  print,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { apiVersions } from '../credentials.ts';
import { needsOf } from '../graphql/access.ts';
import { byCount, maximumCost, requestedCost } from '../graphql/cost.ts';
import { sampleOf } from '../graphql/sample.ts';
import { schemaFor, type Api } from '../graphql/schema.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'edge-worker/src/adapters/shopify/documents');
const samples = join(root, 'tests/contract/samples');
// Each with the fragment that it spreads, as the Worker sends it.
const shared = readFileSync(join(folder, 'mirrored.graphql'), 'utf8');
const documents = readdirSync(folder)
  .filter((file) => file.endsWith('.graphql') && file !== 'mirrored.graphql')
  .map((file) => ({ name: file.slice(0, -'.graphql'.length), text: readFileSync(join(folder, file), 'utf8') }))
  .map(({ name, text }) => ({ name, document: parse(text.includes('...Mirrored') ? text + shared : text) }));

const apis: Api[] = ['admin', 'storefront'];
const isValid = (api: Api, document: DocumentNode) =>
  apiVersions.every((version) => validate(schemaFor(api, version), document).length === 0);
const apiOf = (document: DocumentNode) => apis.find((api) => isValid(api, document));

// The document with its nth field renamed; null where it has no so many.
function renamed(document: DocumentNode, nth: number): { name: string; document: DocumentNode } | null {
  let count = 0;
  let name = null as string | null;
  const changed = visit(document, {
    Field(field) {
      if (count++ !== nth) return undefined;
      name = field.name.value;
      return { ...field, name: { kind: Kind.NAME, value: `${name}Renamed` } };
    },
  });
  return name === null ? null : { name, document: changed };
}

test('every document is valid in both versions of one API', () => {
  assert.ok(documents.length >= 12, 'the documents are there');
  for (const { name, document } of documents) {
    const errors = apis.map((api) => validate(schemaFor(api, '2026-10'), document).map((error) => error.message));
    assert.ok(apiOf(document), `${name}: ${JSON.stringify(errors)}`);
  }
});

test('a field that is renamed, whichever it is, makes a document invalid', () => {
  let broken = 0;
  for (const { name, document } of documents) {
    for (let nth = 0; ; nth++) {
      const changed = renamed(document, nth);
      if (!changed) break;
      broken++;
      assert.equal(apiOf(changed.document), undefined, `${name} without ${changed.name}: ${print(changed.document)}`);
    }
  }
  assert.ok(broken > 100, `${broken} fields`);
});

test('answers that the schemas allow are the ones that the adapters are tested with', () => {
  mkdirSync(samples, { recursive: true });
  for (const { name, document } of documents) {
    const api = apiOf(document)!;
    const [older, newer] = apiVersions.map((version) => `${JSON.stringify(sampleOf(schemaFor(api, version), document), null, 1)}\n`);
    assert.equal(older, newer, `${name} is answered alike in both versions`);
    const file = join(samples, `${name}.json`);
    if (process.env['BLESS']) writeFileSync(file, newer!);
    assert.equal(readFileSync(file, 'utf8'), newer, `${file} is old: BLESS=1 node --test demo-shop/test/documents.test.ts`);
  }
});

test('the scopes that the documents need are those that the Worker asks for', () => {
  const table = readFileSync(join(folder, 'scopes.txt'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(' | ')[0]!.split(' '));
  const met = new Set<string[]>();
  for (const version of apiVersions) {
    const needs = needsOf(version);
    for (const { name, document } of documents.filter((one) => apiOf(one.document) === 'admin')) {
      const info = new TypeInfo(schemaFor('admin', version));
      visit(
        document,
        visitWithTypeInfo(info, {
          Field(field) {
            const type = getNamedType(info.getType())?.name ?? '';
            for (const need of [needs.fields.get(`${info.getParentType()?.name}.${field.name.value}`), needs.types.get(type)]) {
              if (!need?.any.length) continue;
              const line = table.find((any) => any.some((scope) => need.any.includes(scope)));
              assert.ok(line, `${name}: ${field.name.value} needs one of ${need.any.join(', ')}`);
              met.add(line);
            }
          },
        }),
      );
    }
  }
  assert.deepEqual(table.filter((line) => !met.has(line)), [], 'nothing is asked for in vain');
});

test('by the dearest rule there was, only an order with its holds costs too much, and the Worker knows what to do then', () => {
  const admin = documents.filter(({ document }) => apiOf(document) === 'admin');
  const cost = (document: DocumentNode) => requestedCost(document, document.definitions[0] as OperationDefinitionNode, {}, byCount);
  assert.deepEqual(
    admin.filter(({ document }) => cost(document) > maximumCost).map(({ name }) => name),
    ['orders'],
  );
});
