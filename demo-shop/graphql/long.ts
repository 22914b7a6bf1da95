// Pages of a list that may be long: views are made of the page that is shown, and a cursor says where in the order the
// next one begins. So a page is found even where the object that the last one ended with is gone since.

import type { Context } from './context.ts';
import { badRequest } from './errors.ts';
import type { Args, View } from './view.ts';

type Comparable = string | number | null;

// What of a source the list must know.
export interface Kind<T> {
  id(item: T): number;
  view(item: T, context: Context): View;
  // A key that is not here leaves the order as it is. What it tells may depend on the shop's clock and the language.
  sort: Record<string, (item: T, context: Context) => Comparable>;
}

export class Long<T> {
  readonly items: readonly T[];
  readonly kind: Kind<T>;
  readonly extras: Record<string, unknown>;
  constructor(items: readonly T[], kind: Kind<T>, extras: Record<string, unknown> = {}) {
    this.items = items;
    this.kind = kind;
    this.extras = extras;
  }
}

interface Row<T> {
  item: T;
  value: Comparable;
  id: number;
}

export interface Page {
  nodes: View[];
  cursors: string[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

export function pageOf<T>({ items, kind }: Long<T>, args: Args, context: Context): Page {
  const key = args.sortKey ? kind.sort[args.sortKey] : undefined;
  const rows = key ? sorted(items, args.sortKey, key, kind, context) : items.map((item) => ({ item, value: null, id: kind.id(item) }));
  const ordered = args.reverse ? [...rows].reverse() : rows;
  const sign = args.reverse ? -1 : 1;
  // How many rows stand at or before a cursor; or before it.
  const upTo = (cursor: string, isIncluded: boolean): number => {
    const at = readCursor(cursor);
    if (!key) {
      const index = ordered.findIndex((row) => row.id === at.id);
      if (index < 0) throw badRequest('Invalid cursor for current pagination sort.');
      return isIncluded ? index + 1 : index;
    }
    const index = ordered.findIndex((row) => {
      const order = sign * (compare(row.value, at.value) || row.id - at.id);
      return isIncluded ? order > 0 : order >= 0;
    });
    return index < 0 ? ordered.length : index;
  };
  let from = args.after ? upTo(args.after, true) : 0;
  let to = args.before ? Math.max(from, upTo(args.before, false)) : ordered.length;
  if (typeof args.first === 'number') to = Math.min(to, from + args.first);
  else if (typeof args.last === 'number') from = Math.max(from, to - args.last);
  const shown = ordered.slice(from, to);
  return {
    nodes: shown.map((row) => kind.view(row.item, context)),
    cursors: shown.map(({ id, value }) => Buffer.from(JSON.stringify({ last_id: id, last_value: value })).toString('base64')),
    hasNextPage: to < ordered.length,
    hasPreviousPage: from > 0,
  };
}

// A whole catalog is sorted once for each key, not once for each page of it.
const orders = new WeakMap<object, Map<string, Row<unknown>[]>>();

function sorted<T>(
  items: readonly T[],
  name: string,
  key: (item: T, context: Context) => Comparable,
  kind: Kind<T>,
  context: Context,
): Row<T>[] {
  let held = orders.get(items);
  if (!held) orders.set(items, (held = new Map()));
  const label = `${name} ${context.language} ${context.shop.clock.today}`;
  let rows = held.get(label) as Row<T>[] | undefined;
  if (!rows) {
    rows = items.map((item) => ({ item, value: key(item, context), id: kind.id(item) }));
    // Ties are broken by id, as a stable cursor needs.
    rows.sort((a, b) => compare(a.value, b.value) || a.id - b.id);
    held.set(label, rows);
  }
  return rows;
}

// Instants compare as they stand; a collator costs a hundred times as much.
const isInstant = /^\d{4}-\d\d-\d\dT/;
const collator = new Intl.Collator('en');

export function compare(a: Comparable | undefined, b: Comparable | undefined): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  return typeof a === 'string' && typeof b === 'string' && !isInstant.test(a) ? collator.compare(a, b) : a < b ? -1 : 1;
}

function readCursor(cursor: string): { id: number; value: Comparable } {
  try {
    const { last_id: id, last_value: value = null } = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8')) as Record<string, unknown>;
    if (typeof id === 'number' && (value === null || typeof value === 'string' || typeof value === 'number')) return { id, value };
  } catch {
    // Told below.
  }
  throw badRequest('Invalid cursor for current pagination sort.');
}
