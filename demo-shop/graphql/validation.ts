// Validates a document with GraphQL's own rules and words the findings as Shopify's server does.

import {
  specifiedRules,
  validate,
  type ASTNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';
import type { ShownError } from './errors.ts';
import { pathTo, type Place } from './validation_path.ts';
import { wording } from './validation_wording.ts';

export function validationErrors(schema: GraphQLSchema, document: DocumentNode): ShownError[] {
  const ruleOf = new WeakMap<GraphQLError, string>();
  // Each rule reports through a context of its own, so that an error is known by the rule that found it.
  const rules = specifiedRules.map((rule): ValidationRule => (context) => {
    const own = Object.create(context, {
      reportError: {
        value: (error: GraphQLError) => {
          ruleOf.set(error, rule.name);
          context.reportError(error);
        },
      },
    });
    return rule(own);
  });
  const errors = validate(schema, document, rules);
  const shown = errors.map((error): ShownError => {
    const rule = ruleOf.get(error) ?? '';
    const place = pathTo(document, nodeAtFault(rule, error));
    const said = wording[rule]?.(error, place, schema) ?? { message: error.message, extensions: {} };
    return { message: said.message, locations: [place.location], path: place.path, extensions: said.extensions };
  });
  return mergeMissing(shown);
}

function nodeAtFault(rule: string, error: GraphQLError): ASTNode | undefined {
  return rule === 'VariablesInAllowedPositionRule' ? error.nodes?.[1] : error.nodes?.[0];
}

// Several missing arguments of one field are one error.
function mergeMissing(errors: ShownError[]): ShownError[] {
  const merged: ShownError[] = [];
  for (const error of errors) {
    const before = merged.find(
      (one) =>
        one.extensions?.code === 'missingRequiredArguments' &&
        error.extensions?.code === 'missingRequiredArguments' &&
        JSON.stringify(one.path) === JSON.stringify(error.path),
    );
    if (!before) merged.push(error);
    else {
      const all = `${before.extensions!.arguments}, ${error.extensions!.arguments}`;
      before.extensions = { ...before.extensions, arguments: all };
      before.message = before.message.replace(/: .*$/, `: ${all}`);
    }
  }
  return merged;
}

export type { Place };
