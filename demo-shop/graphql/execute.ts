// Carries out one request body against one API of one shop, and answers with the JSON that Shopify would.

import { execute, getDirectiveValues, type ExecutionResult, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { maximumCost, requestedCost, type Sized } from './cost.ts';
import type { Context } from './context.ts';
import { checkDocument } from './document.ts';
import { shown, throttled, type ShownError } from './errors.ts';
import { resolveField } from './field.ts';
import type { Api } from './schema.ts';
import { variableErrors } from './variables.ts';
import type { View } from './view.ts';

export interface Request {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | null;
}
export interface Answer {
  // Without `extensions`: what stands there is another each time.
  body: { data?: unknown; errors?: ShownError[] };
  extensions: Record<string, unknown>;
  // What it took, or would have taken, out of the bucket; null where nothing was carried out.
  cost: number | null;
  isThrottled: boolean;
  operation: string | null;
  isMutation: boolean;
}
export interface Root {
  query: View;
  mutation: View;
  sized: Sized;
  // False where the bucket does not hold so much.
  charge(cost: number): boolean;
  contextFor(localization: { language?: string; country?: string }): Context;
}

export async function answer(api: Api, schema: GraphQLSchema, request: Request, root: Root): Promise<Answer> {
  const checked = checkDocument(schema, request.query);
  if ('errors' in checked) return refuse(checked.errors, request.operationName);
  const operation = pick(checked.operations, request.operationName);
  if ('message' in operation) return refuse([operation], request.operationName);
  const name = operation.name?.value ?? null;
  const wrong = variableErrors(schema, operation, request.variables);
  if (wrong.length) return refuse(wrong, name);
  const cost = api === 'admin' ? requestedCost(checked.document, operation, request.variables, root.sized) : 0;
  if (cost > maximumCost) return refuse([tooCostly(cost)], name);
  if (api === 'admin' && !root.charge(cost)) return { ...refuse([throttled], name), cost, isThrottled: true };

  const directive = schema.getDirective('inContext');
  const localization = directive ? (getDirectiveValues(directive, operation, request.variables) ?? {}) : {};
  const context = root.contextFor(localization as { language?: string; country?: string });
  const result: ExecutionResult = await execute({
    schema,
    document: checked.document,
    operationName: request.operationName,
    variableValues: request.variables,
    rootValue: operation.operation === 'mutation' ? root.mutation : root.query,
    contextValue: context,
    fieldResolver: resolveField,
  });
  return {
    operation: name,
    isMutation: operation.operation === 'mutation',
    body: {
      ...(result.data !== undefined ? { data: result.data } : {}),
      ...(result.errors ? { errors: result.errors.map(shown) } : {}),
    },
    extensions: context.searchNotes.length ? { search: context.searchNotes } : {},
    cost: api === 'admin' ? cost : null,
    isThrottled: false,
  };
}

function pick(operations: OperationDefinitionNode[], name: string | null): OperationDefinitionNode | ShownError {
  if (name) return operations.find((one) => one.name?.value === name) ?? { message: `No operation named "${name}"` };
  if (operations.length === 1) return operations[0]!;
  return { message: operations.length ? 'An operation name is required' : 'No operation was given' };
}

function refuse(errors: ShownError[], operation: string | null): Answer {
  return { body: { errors }, extensions: {}, cost: null, isThrottled: false, operation, isMutation: false };
}

function tooCostly(cost: number): ShownError {
  return {
    message: `Query cost is ${cost}, which exceeds the single query max cost limit (${maximumCost}).`,
    extensions: { code: 'MAX_COST_EXCEEDED', cost, maxCost: maximumCost, documentation: 'https://shopify.dev/api/usage/rate-limits' },
  };
}
