// What an answer to a document looks like, by the schema alone: everything filled, with a list of what else it could be.

import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  Kind,
  visit,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Sample {
  data: unknown;
  // JSON pointers to what may be null, to what is an enum, and to every member.
  nullable: string[];
  enums: string[];
  members: string[];
}

const scalars: Record<string, unknown> = {
  Boolean: true,
  CountryCode: 'DE',
  CurrencyCode: 'EUR',
  Cursor: 'cursor',
  DateTime: '2026-11-20T10:00:00Z',
  Decimal: '12.50',
  Float: 1.5,
  HTML: '<p>text</p>',
  ID: 'gid://shopify/Thing/1',
  Int: 3,
  String: 'text',
  URL: 'https://shop.example/text',
  UnsignedInt64: '3',
};

// Of the first operation; documents of the Worker have one.
export function sampleOf(schema: GraphQLSchema, document: DocumentNode): Sample {
  const operation = inlined(document).definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)!;
  const sample: Sample = { data: null, nullable: [], enums: [], members: [] };
  sample.data = objectOf(schema, schema.getRootType(operation.operation)!, operation.selectionSet, '', sample);
  return sample;
}

function inlined(document: DocumentNode): DocumentNode {
  const fragments = new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])));
  return visit(document, {
    FragmentSpread: (spread) => ({ ...fragments.get(spread.name.value)!, kind: Kind.INLINE_FRAGMENT }),
  });
}

function objectOf(schema: GraphQLSchema, type: GraphQLObjectType, set: SelectionSetNode, at: string, sample: Sample): unknown {
  const members: Record<string, unknown> = {};
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const inner = selection.typeCondition ? (schema.getType(selection.typeCondition.name.value) as GraphQLObjectType) : type;
      Object.assign(members, objectOf(schema, inner, selection.selectionSet, at, sample));
    } else if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      const pointer = `${at}/${name}`;
      sample.members.push(pointer);
      members[name] =
        selection.name.value === '__typename'
          ? type.name
          : valueOf(schema, type.getFields()[selection.name.value]!.type, selection.selectionSet, pointer, sample);
    }
  }
  return members;
}

function valueOf(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  set: SelectionSetNode | undefined,
  at: string,
  sample: Sample,
): unknown {
  if (!isNonNullType(type)) sample.nullable.push(at);
  const bare = getNullableType(type);
  if (isListType(bare)) return [valueOf(schema, bare.ofType as GraphQLOutputType, set, `${at}/0`, sample)];
  const named = getNamedType(bare);
  if (set) return objectOf(schema, named as GraphQLObjectType, set, at, sample);
  if (named.name in scalars) return scalars[named.name];
  if (!isEnumType(named)) throw new Error(`no sample of ${named.name}`);
  sample.enums.push(at);
  return named.getValues()[0]!.name;
}
