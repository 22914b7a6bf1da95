// Parses and validates query texts, each once per schema.

import { GraphQLError, Kind, parse, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { ShownError } from './errors.ts';
import { Lru } from './lru.ts';
import { validationErrors } from './validation.ts';

export type Checked = { document: DocumentNode; operations: OperationDefinitionNode[] } | { errors: ShownError[] };

const checked = new WeakMap<GraphQLSchema, Lru<Checked>>();

export function checkDocument(schema: GraphQLSchema, text: string): Checked {
  let cache = checked.get(schema);
  if (!cache) checked.set(schema, (cache = new Lru(500)));
  return cache.recall(text) ?? cache.keep(text, check(schema, text));
}

function check(schema: GraphQLSchema, text: string): Checked {
  let document: DocumentNode;
  try {
    // The token limit keeps a hostile document from costing more than its 1 MB.
    document = parse(text, { maxTokens: 20_000 });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const at = error.locations?.[0] ?? { line: 1, column: 1 };
    const what = error.message.replace(/^Syntax Error: /, '').replace(/\.$/, '');
    return {
      errors: [
        { message: `syntax error, ${what.charAt(0).toLowerCase()}${what.slice(1)} at [${at.line}, ${at.column}]`, locations: [{ ...at }] },
      ],
    };
  }
  const errors = validationErrors(schema, document);
  if (errors.length) return { errors };
  return {
    document,
    operations: document.definitions.filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION),
  };
}
