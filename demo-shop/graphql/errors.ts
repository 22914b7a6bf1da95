// Errors in the shapes that Shopify answers with.

import { GraphQLError } from 'graphql';

export interface ShownError {
  message: string;
  locations?: readonly { line: number; column: number }[];
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
}

export const invalidToken = '[API] Invalid API key or access token (unrecognized login or wrong password)';

export const throttled: ShownError = {
  message: 'Throttled',
  extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' },
};

export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}

export function invalidGlobalId(value: string): GraphQLError {
  return new GraphQLError(`Invalid global id '${value}'`, {
    extensions: { code: 'argumentLiteralsIncompatible', typeName: 'CoercionError' },
  });
}

// Mutations of Shopify's schema that the demo shop does not carry out yet. Saying so beats pretending.
export function notCarriedOut(field: string): GraphQLError {
  return new GraphQLError(`the demo shop does not carry out ${field}`, { extensions: { code: 'NOT_IMPLEMENTED' } });
}

export function shown(error: GraphQLError): ShownError {
  const { message, locations, path, extensions } = error;
  return {
    message,
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    ...(Object.keys(extensions).length ? { extensions } : {}),
  };
}
