// Refuses arguments that should be global ids and are not, as Shopify does before it looks for anything.

import { getNamedType, isListType, getNullableType, type GraphQLResolveInfo } from 'graphql';
import { parseGid } from '../gid.ts';
import { invalidGlobalId } from './errors.ts';
import type { Args } from './view.ts';

export function checkGlobalIds(args: Args, info: GraphQLResolveInfo): void {
  // Only the arguments that were written, and only the field's own: ids inside input objects are the resolver's business.
  for (const name in args) {
    const argument = info.parentType.getFields()[info.fieldName]?.args.find((one) => one.name === name);
    if (!argument || getNamedType(argument.type).name !== 'ID') continue;
    const values: unknown[] = isListType(getNullableType(argument.type)) ? (args[name] ?? []) : [args[name]];
    const wrong = values.find((value) => value !== null && value !== undefined && !parseGid(value));
    if (wrong !== undefined) throw invalidGlobalId(String(wrong));
  }
}
