// The one resolver of every field: takes what the view holds, and has a fitting blank for what it does not.

import {
  getNamedType,
  getNullableType,
  GraphQLEnumType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { checkField, checkFound } from './access.ts';
import { connect, takeFirst } from './connection.ts';
import type { Context } from './context.ts';
import { checkGlobalIds } from './global_ids.ts';
import { Long } from './long.ts';
import { Listed, type Args, type View } from './view.ts';

export const resolveField: GraphQLFieldResolver<View | undefined, Context, Args> = (source, args, context, info) => {
  checkGlobalIds(args, info);
  const { needs, app } = context;
  if (needs) checkField(info, needs, app.scopes);
  const held = source?.[info.fieldName];
  const value = typeof held === 'function' ? (held as Function)(args, context, info) : held;
  if (needs) checkFound(value, info, needs, app.scopes);
  return value instanceof Promise ? value.then((it) => shape(it, args, context, info)) : shape(value, args, context, info);
};

function shape(value: unknown, args: Args, context: Context, info: GraphQLResolveInfo): unknown {
  const type = info.returnType;
  const named = getNamedType(type);
  if (named.name.endsWith('Connection') && isObjectType(named) && 'pageInfo' in named.getFields()) {
    if (value === null || (value === undefined && !isNonNullType(type))) return null;
    const listed =
      value instanceof Listed || value instanceof Long
        ? value
        : Array.isArray(value) || value === undefined
          ? new Listed((value as unknown[]) ?? [])
          : null;
    return listed ? connect(listed, args, context, info) : value;
  }
  if (isListType(getNullableType(type))) {
    if (value === undefined || value === null) return isNonNullType(type) ? [] : null;
    return takeFirst(value as unknown[], args);
  }
  if (value === undefined || value === null) return isNonNullType(type) ? blank(type, info) : null;
  return value;
}

// Shopify promises a value here and the demo shop has none: the quietest one that the type allows.
function blank(type: GraphQLOutputType, info: GraphQLResolveInfo): unknown {
  const inner = getNullableType(type);
  if (isScalarType(inner)) return blankScalar[inner.name] ?? '';
  if (isEnumType(inner)) return blankEnum(inner);
  if (isAbstractType(inner)) return { __typename: info.schema.getPossibleTypes(inner)[0]!.name };
  if (isListType(inner)) return [];
  // `{}` resolves to blanks all the way down.
  return inner.name === 'MoneyBag' ? { shopMoney: zero, presentmentMoney: zero } : inner.name === 'MoneyV2' ? zero : {};
}

const zero = { amount: '0.0', currencyCode: 'EUR' };

const blankScalar: Record<string, unknown> = {
  Boolean: false,
  Int: 0,
  Float: 0,
  ID: 'gid://shopify/Nothing/0',
  Decimal: '0.0',
  Money: '0.00',
  UnsignedInt64: '0',
  BigInt: '0',
  DateTime: '1970-01-01T00:00:00Z',
  ISO8601DateTime: '1970-01-01T00:00:00Z',
  Date: '1970-01-01',
  JSON: {},
  URL: 'https://example.com/',
  Color: '#000000',
  UtcOffset: '+00:00',
};

function blankEnum(type: GraphQLEnumType): unknown {
  const names = type.getValues().map((value) => value.name);
  const quiet = ['EUR', 'NONE', 'UNKNOWN', 'NOT_APPLICABLE', 'DISABLED', 'NEVER_SUBSCRIBED', 'OTHER'];
  const name = quiet.find((one) => names.includes(one)) ?? names[0]!;
  return type.getValue(name)!.value;
}
