// Carries out a parsed search over a list, by a table that says what each field of the type means.

import { words } from '../find_products.ts';
import type { ShopClock } from '../clock.ts';
import { isDay } from '../clock.ts';
import { bareId } from '../gid.ts';
import type { Context } from './context.ts';
import { fieldsIn, parseSearch, without, type Comparator, type Query } from './search_syntax.ts';

export type SearchField<T> =
  // Split into words; an unquoted value matches when all its words occur, a quoted one when they follow each other.
  | { kind: 'words'; of: (item: T) => (string | null | undefined)[] }
  | { kind: 'exact'; of: (item: T) => (string | null | undefined)[] }
  | { kind: 'time'; of: (item: T) => string | null }
  | { kind: 'number'; of: (item: T) => number | null }
  | { kind: 'id'; of: (item: T) => number | null }
  | { kind: 'flag'; of: (item: T) => boolean }
  | { kind: 'test'; of: (item: T, value: string) => boolean };

export type SearchTable<T> = Record<string, SearchField<T>> & { default: SearchField<T> };

// Unknown fields are left out of the search and reported in `extensions.search`; that the Admin API ignores
// rather than refuses them is how it is known to behave, not documented (UNVERIFIED).
export function search<T>(items: T[], text: string | null | undefined, table: SearchTable<T>, context: Context, path: string): T[] {
  if (!text?.trim()) return items;
  const query = parseSearch(text);
  const unknown = fieldsIn(query).filter((field) => !Object.hasOwn(table, field) || field === 'default');
  if (unknown.length) {
    context.searchNotes.push({
      path: [path],
      query: text,
      warnings: unknown.map((field) => ({ field, message: 'Invalid search field for this query.' })),
    });
  }
  const known = without(query, (field) => unknown.includes(field));
  return items.filter((item) => holds(known, item, table, context.shop.clock));
}

function holds<T>(query: Query, item: T, table: SearchTable<T>, clock: ShopClock): boolean {
  switch (query.kind) {
    case 'all':
      return true;
    case 'not':
      return !holds(query.of, item, table, clock);
    case 'and':
      return query.of.every((part) => holds(part, item, table, clock));
    case 'or':
      return query.of.some((part) => holds(part, item, table, clock));
    case 'term':
      return matches(table[query.field ?? 'default']!, query, item, clock);
  }
}

type Term = Extract<Query, { kind: 'term' }>;

function matches<T>(field: SearchField<T>, { value, comparator, isQuoted, isPrefix }: Term, item: T, clock: ShopClock): boolean {
  if (field.kind === 'test') return field.of(item, value.toLowerCase());
  if (field.kind === 'flag') return field.of(item) === (value.toLowerCase() === 'true');
  if (field.kind === 'id') return compare(field.of(item), comparator, Number(bareId(value)));
  if (field.kind === 'number') return compare(field.of(item), comparator, Number(value));
  if (field.kind === 'time') return compareTime(field.of(item), comparator, value, clock);
  const held = field.of(item).filter((text): text is string => Boolean(text));
  if (value === '*') return held.length > 0;
  if (field.kind === 'exact') {
    const wanted = isQuoted ? [value.toLowerCase()] : value.toLowerCase().split(',');
    return held.some((text) => wanted.some((one) => (isPrefix ? text.toLowerCase().startsWith(one) : text.toLowerCase() === one)));
  }
  const wanted = words(value);
  if (wanted.length === 0) return false;
  return held.some((text) => {
    const have = words(text);
    if (isQuoted) return have.some((_, at) => wanted.every((word, i) => have[at + i] === word));
    return wanted.every((word, i) => have.some((one) => (isPrefix && i === wanted.length - 1 ? one.startsWith(word) : one === word)));
  });
}

function compare(held: number | null, comparator: Comparator, value: number): boolean {
  if (held === null || Number.isNaN(value)) return false;
  switch (comparator) {
    case '=':
      return held === value;
    case '>':
      return held > value;
    case '>=':
      return held >= value;
    case '<':
      return held < value;
    case '<=':
      return held <= value;
  }
}

// A day stands for the whole day in the shop's time zone.
function compareTime(held: string | null, comparator: Comparator, value: string, clock: ShopClock): boolean {
  if (held === null) return false;
  const at = Date.parse(held);
  // Shopify's own examples quote instants with either kind of quotes.
  value = value.replace(/^'(.*)'$/, '$1');
  if (!isDay(value)) return compare(at, comparator, Date.parse(value));
  const days = Math.round((Date.parse(value) - Date.parse(clock.today)) / 86_400_000);
  const [start, end] = [Date.parse(clock.at(days, '00:00')), Date.parse(clock.at(days + 1, '00:00'))];
  switch (comparator) {
    case '=':
      return at >= start && at < end;
    case '>':
      return at >= end;
    case '>=':
      return at >= start;
    case '<':
      return at < start;
    case '<=':
      return at < end;
  }
}
