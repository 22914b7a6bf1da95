// Small parts by themselves: search syntax, check digits, global ids, Liquid's JSON.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseGid } from '../gid.ts';
import { parseSearch } from '../graphql/search_syntax.ts';
import { isValidTrackingNumber, trackingNumber } from '../orders/carrier.ts';
import { Seeded } from '../seeded.ts';
import { safeJson } from '../web/liquid_filters.ts';

const term = (value: string, rest: object = {}) => ({
  kind: 'term',
  field: null,
  comparator: '=',
  value,
  isQuoted: false,
  isPrefix: false,
  ...rest,
});

test('search syntax is read into terms, groups and negations', () => {
  const rows: [text: string, query: unknown][] = [
    ['', { kind: 'all' }],
    ['socks', term('socks')],
    ['name:"#1001"', term('#1001', { field: 'name', isQuoted: true })],
    ['a b', { kind: 'and', of: [term('a'), term('b')] }],
    ['a AND b', { kind: 'and', of: [term('a'), term('b')] }],
    ['a OR b c', { kind: 'or', of: [term('a'), { kind: 'and', of: [term('b'), term('c')] }] }],
    ['-tag:x', { kind: 'not', of: term('x', { field: 'tag' }) }],
    ['NOT a', { kind: 'not', of: term('a') }],
    ['created_at:>=2026-11-20T10:00:00Z', term('2026-11-20T10:00:00Z', { field: 'created_at', comparator: '>=' })],
    ['jack*', term('jack', { isPrefix: true })],
    ['"a \\"b\\" c"', term('a "b" c', { isQuoted: true })],
    [
      '(a OR b) -c',
      {
        kind: 'and',
        of: [
          { kind: 'or', of: [term('a'), term('b')] },
          { kind: 'not', of: term('c') },
        ],
      },
    ],
    ['#1001', term('#1001')],
    ['150-0001', term('150-0001')],
  ];
  for (const [text, query] of rows) assert.deepEqual(parseSearch(text), query, text);
});

test('any text can be parsed as a search', () => {
  const random = new Seeded(1, 'searches');
  const pieces = ['a', '"', '(', ')', ':', '-', ' ', 'OR', 'AND', 'NOT', '\\', '*', '>', '😀', '\u202E', 'name:', '\n', '{{'];
  for (let i = 0; i < 3000; i++) {
    const text = Array.from({ length: random.between(0, 12) }, () => random.pick(pieces)).join('');
    assert.doesNotThrow(() => parseSearch(text), text);
  }
});

test('tracking numbers have the check digits of their carriers', () => {
  // Numbers that stand in public examples of each carrier's format.
  const known = [
    ['UPS', '1Z999AA10123456784'],
    ['FedEx', '123456789012'],
    ['USPS', '9361289878700317633795'],
    ['DHL', '00340434161094015902'],
  ] as const;
  for (const [carrier, number] of known) assert.equal(isValidTrackingNumber(carrier, number), true, number);
  for (const carrier of ['DHL', 'UPS', 'FedEx', 'USPS'] as const) {
    const number = trackingNumber(carrier, new Seeded(7, carrier));
    assert.equal(isValidTrackingNumber(carrier, number), true, number);
    const other = number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10);
    assert.equal(isValidTrackingNumber(carrier, other), false, other);
  }
});

test('a global id is taken apart, anything else is none', () => {
  assert.deepEqual(parseGid('gid://shopify/Order/12'), { type: 'Order', id: '12' });
  assert.deepEqual(parseGid('gid://shopify/InventoryLevel/12?inventory_item_id=3'), { type: 'InventoryLevel', id: '12' });
  for (const text of ['12', 'gid://other/Order/12', 'gid://shopify/Order/', '', null, 12]) assert.equal(parseGid(text), null);
});

test('JSON for a script element cannot end it', () => {
  assert.equal(safeJson({ a: '</script><!--&' }), '{"a":"\\u003c/script\\u003e\\u003c!--\\u0026"}');
});
