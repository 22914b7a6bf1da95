// Shopify's search syntax: terms, fields, comparators, quotes, prefixes, AND, OR, NOT and parentheses, read leniently.
// https://shopify.dev/docs/api/usage/search-syntax

export type Comparator = '=' | '>' | '>=' | '<' | '<=';

export type Query =
  | { kind: 'all' }
  | { kind: 'term'; field: string | null; comparator: Comparator; value: string; isQuoted: boolean; isPrefix: boolean }
  | { kind: 'not'; of: Query }
  | { kind: 'and' | 'or'; of: Query[] };

type Token = { kind: '(' | ')' | 'AND' | 'OR' | 'NOT' } | { kind: 'term'; query: Query };

// Text that no rule fits is read as words to look for; nothing that a shopper types is an error.
export function parseSearch(text: string): Query {
  const tokens = tokenize(text);
  let at = 0;

  const or = (): Query => {
    const parts = [and()];
    while (tokens[at]?.kind === 'OR') {
      at++;
      parts.push(and());
    }
    return join('or', parts);
  };
  const and = (): Query => {
    const parts: Query[] = [];
    while (at < tokens.length) {
      const kind = tokens[at]!.kind;
      if (kind === ')' || kind === 'OR') break;
      if (kind === 'AND') at++;
      else parts.push(not());
    }
    return join('and', parts);
  };
  const not = (): Query => {
    const token = tokens[at++];
    if (!token) return { kind: 'all' };
    if (token.kind === 'term') return token.query;
    if (token.kind === 'NOT') return { kind: 'not', of: not() };
    if (token.kind !== '(') return { kind: 'all' };
    const inner = or();
    if (tokens[at]?.kind === ')') at++;
    return inner;
  };

  const parts = [or()];
  // A closing parenthesis too many ends nothing.
  while (at < tokens.length) {
    at++;
    parts.push(or());
  }
  return join('and', parts);
}

export function fieldsIn(query: Query): string[] {
  switch (query.kind) {
    case 'all':
      return [];
    case 'term':
      return query.field === null ? [] : [query.field];
    case 'not':
      return fieldsIn(query.of);
    default:
      return query.of.flatMap(fieldsIn);
  }
}

// The same query without the terms of some fields.
export function without(query: Query, isLeftOut: (field: string) => boolean): Query {
  switch (query.kind) {
    case 'all':
      return query;
    case 'term':
      return query.field !== null && isLeftOut(query.field) ? { kind: 'all' } : query;
    case 'not': {
      const of = without(query.of, isLeftOut);
      return of.kind === 'all' ? of : { kind: 'not', of };
    }
    default:
      return join(
        query.kind,
        query.of.map((part) => without(part, isLeftOut)),
      );
  }
}

function join(kind: 'and' | 'or', parts: Query[]): Query {
  const real = parts.filter((part) => part.kind !== 'all');
  return real.length === 0 ? { kind: 'all' } : real.length === 1 ? real[0]! : { kind, of: real };
}

const piece =
  /\s*(?:(?<paren>[()])|(?<minus>-)?(?:(?<field>[A-Za-z_][\w.]*):(?<comparator>[<>]=?|=)?)?(?:"(?<quoted>(?:\\.|[^"\\])*)"?|'(?<single>[^']*)'|(?<bare>(?:\\.|[^\s()"])+)?))/gy;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  piece.lastIndex = 0;
  for (let last = -1; piece.lastIndex < text.length && piece.lastIndex !== last;) {
    last = piece.lastIndex;
    const found = piece.exec(text);
    if (!found) break;
    const { paren, minus, field, comparator, single, bare } = found.groups!;
    const quoted = found.groups!.quoted ?? single;
    if (paren) tokens.push({ kind: paren as '(' | ')' });
    else {
      if (!field && quoted === undefined && !minus && (bare === 'AND' || bare === 'OR' || bare === 'NOT')) {
        tokens.push({ kind: bare });
        continue;
      }
      if (minus && (field || quoted !== undefined || bare)) tokens.push({ kind: 'NOT' });
      else if (minus) tokens.push({ kind: 'NOT' });
      if (!field && quoted === undefined && bare === undefined) continue;
      const raw = quoted ?? bare ?? '';
      const isPrefix = quoted === undefined && raw.length > 1 && raw.endsWith('*');
      tokens.push({
        kind: 'term',
        query: {
          kind: 'term',
          field: field ? field.toLowerCase() : null,
          comparator: (comparator as Comparator | undefined) ?? '=',
          value: unescape(isPrefix ? raw.slice(0, -1) : raw),
          isQuoted: quoted !== undefined,
          isPrefix,
        },
      });
    }
  }
  return tokens;
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
