// Checks the variables of a request against what its operation declares, and refuses them in Shopify's words.

import { getLocation, getVariableValues, print, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { ShownError } from './errors.ts';

export function variableErrors(schema: GraphQLSchema, operation: OperationDefinitionNode, values: Record<string, unknown>): ShownError[] {
  const definitions = operation.variableDefinitions ?? [];
  const { errors } = getVariableValues(schema, definitions, values);
  const byVariable = new Map<string, string[]>();
  for (const error of errors ?? []) {
    const name = /Variable "\$([^"]+)"/.exec(error.message)?.[1] ?? '';
    byVariable.set(name, [...(byVariable.get(name) ?? []), error.message]);
  }
  return [...byVariable].map(([name, messages]): ShownError => {
    const definition = definitions.find((one) => one.variable.name.value === name)!;
    const type = print(definition.type);
    const { loc } = definition;
    return {
      message: `Variable $${name} of type ${type} was provided invalid value`,
      ...(loc ? { locations: [{ ...getLocation(loc.source, loc.start) }] } : {}),
      extensions: {
        code: 'INVALID_VARIABLE',
        value: values[name] ?? null,
        problems: messages.map((message) => problem(message, type, values[name])),
      },
    };
  });
}

function problem(message: string, type: string, value: unknown): { path: string[]; explanation: string } {
  const path = (/ at "[^".[]+(?<path>[^"]*)"/.exec(message)?.groups?.path ?? '').split(/[.[\]]+/).filter(Boolean);
  if (/was not provided|must not be null/.test(message)) return { path, explanation: 'Expected value to not be null' };
  const undefinedField = /Field "([^"]+)" is not defined by type "([^"]+)"/.exec(message);
  if (undefinedField) return { path: [...path, undefinedField[1]!], explanation: `Field is not defined on ${undefinedField[2]}` };
  const missing = /Field "([^"]+)" of required type/.exec(message);
  if (missing) return { path: [...path, missing[1]!], explanation: 'Expected value to not be null' };
  return { path, explanation: `Could not coerce value ${JSON.stringify(value)} to ${type.replace(/[![\]]/g, '')}` };
}
