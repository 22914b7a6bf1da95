// Cursor pagination over a list: first/last/after/before, reverse, and the sort keys that need no index.

import { getNamedType, type GraphQLResolveInfo } from 'graphql';
import type { Context } from './context.ts';
import { badRequest } from './errors.ts';
import { Long, pageOf } from './long.ts';
import { sortViews } from './sort.ts';
import { Listed, type Args, type View } from './view.ts';

export const maximumPage = 250;

export function connect(listed: Listed | Long<any>, args: Args, context: Context, info: GraphQLResolveInfo): View {
  const argumentNames = info.parentType.getFields()[info.fieldName]!.args.map((argument) => argument.name);
  if (argumentNames.includes('first')) checkPage(args, argumentNames.includes('last'));
  const edgeType = `${getNamedType(info.returnType).name.replace(/Connection$/, 'Edge')}`;
  if (listed instanceof Long) return connectLong(listed, args, context, edgeType);
  let items = listed.items;
  // A search orders its own results; `isOrdered` says so.
  if (!listed.extras.isOrdered) {
    items = args.sortKey ? sortViews(items as View[], args.sortKey, context) : items;
    if (args.reverse) items = [...items].reverse();
  }
  const cursors = items.map(cursorOf);
  let from = 0;
  let to = items.length;
  if (args.after) from = find(cursors, args.after) + 1;
  if (args.before) to = Math.max(from, find(cursors, args.before));
  if (typeof args.first === 'number') to = Math.min(to, from + args.first);
  else if (typeof args.last === 'number') from = Math.max(from, to - args.last);
  const nodes = items.slice(from, to);
  return {
    ...listed.extras,
    nodes,
    edges: () => nodes.map((node, index) => ({ __typename: edgeType, node, cursor: cursors[from + index] })),
    pageInfo: {
      hasNextPage: to < items.length,
      hasPreviousPage: from > 0,
      startCursor: cursors[from] && nodes.length ? cursors[from] : null,
      endCursor: nodes.length ? cursors[to - 1] : null,
    },
  };
}

function connectLong(long: Long<any>, args: Args, context: Context, edgeType: string): View {
  const { nodes, cursors, hasNextPage, hasPreviousPage } = pageOf(long, args, context);
  return {
    ...long.extras,
    nodes,
    edges: () => nodes.map((node, index) => ({ __typename: edgeType, node, cursor: cursors[index] })),
    pageInfo: { hasNextPage, hasPreviousPage, startCursor: cursors[0] ?? null, endCursor: cursors.at(-1) ?? null },
  };
}

// Plain lists take `first` as well.
export function takeFirst(items: unknown[], args: Args): unknown[] {
  if (typeof args.first !== 'number') return items;
  if (args.first < 0) throw badRequest('first must be positive');
  return items.slice(0, args.first);
}

function checkPage({ first, last }: Args, hasLast: boolean): void {
  if (typeof first !== 'number' && typeof last !== 'number') {
    throw badRequest(hasLast ? 'you must provide one of first or last' : 'you must provide first');
  }
  if (typeof first === 'number' && typeof last === 'number') throw badRequest('providing both first and last is not supported');
  for (const [name, count] of [
    ['first', first],
    ['last', last],
  ] as const) {
    if (typeof count !== 'number') continue;
    if (count < 0) throw badRequest(`${name} cannot be negative`);
    if (count > maximumPage) throw badRequest(`${name} cannot exceed ${maximumPage}`);
  }
}

// From the object's id, so that a page stays where it was when newer objects arrive.
function cursorOf(item: unknown, index: number): string {
  const id = typeof item === 'object' && item !== null ? (item as View).id : undefined;
  return Buffer.from(JSON.stringify(typeof id === 'string' ? { last_id: id.split('/').pop() } : { offset: index })).toString('base64');
}

function find(cursors: string[], cursor: string): number {
  const at = cursors.indexOf(cursor);
  if (at < 0) throw badRequest('Invalid cursor for current pagination sort.');
  return at;
}
