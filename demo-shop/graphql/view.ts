// A view is one object of the schema: field names with values, or with functions that work them out when asked.

import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from './context.ts';

export type Args = Record<string, any>;
export type Field = unknown | ((args: Args, context: Context, info: GraphQLResolveInfo) => unknown);
export interface View {
  __typename?: string;
  id?: string;
  [field: string]: Field;
}

// A connection that carries more than its items: totalCount, filters.
export class Listed {
  readonly items: unknown[];
  readonly extras: Record<string, unknown>;
  constructor(items: unknown[], extras: Record<string, unknown> = {}) {
    this.items = items;
    this.extras = extras;
  }
}

export function valueOf(view: View, field: string, context: Context): unknown {
  const value = view[field];
  return typeof value === 'function' ? value({}, context, undefined) : value;
}
