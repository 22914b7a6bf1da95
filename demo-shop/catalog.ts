// Products as the shop holds them: written content with variants, ids, prices in cents and stock.

import type { ShopClock } from './clock.ts';
import type { Language, ProductText, Text } from './content.ts';
import { hash32, Seeded } from './seeded.ts';

export interface Variant {
  id: number;
  product: Product;
  position: number;
  sku: string;
  // Option values in the order of the product's options.
  values: Text[];
  priceCents: number;
  compareAtCents: number | null;
  quantity: number;
  // Sold out, yet may be ordered.
  isBackOrdered: boolean;
}

export interface Product {
  id: number;
  handle: string;
  text: ProductText;
  variants: Variant[];
  createdDaysAgo: number;
  // Null unless the merchant changed it while the shop runs.
  changedAt: string | null;
}

export interface Catalog {
  products: Product[];
  byHandle: Map<string, Product>;
  byId: Map<number, Product>;
  variants: Variant[];
  variantById: Map<number, Variant>;
}

export function buildCatalog(texts: ProductText[], seed: number): Catalog {
  const taken: Taken = { ids: new Set(), skus: new Set() };
  return catalogOf(texts.map((text) => buildProduct(text, seed, taken)));
}

export function catalogOf(products: Product[]): Catalog {
  const catalog: Catalog = {
    products,
    byHandle: new Map(),
    byId: new Map(),
    variants: products.flatMap((product) => product.variants),
    variantById: new Map(),
  };
  for (const product of products) {
    if (catalog.byHandle.has(product.handle)) throw new Error(`two products have the handle ${product.handle}`);
    catalog.byHandle.set(product.handle, product);
    catalog.byId.set(product.id, product);
    for (const variant of product.variants) catalog.variantById.set(variant.id, variant);
  }
  return catalog;
}

export function isAvailable(variant: Variant): boolean {
  return variant.quantity > 0 || variant.isBackOrdered || Boolean(variant.product.text.isDigital);
}

export function createdAt(product: Product, clock: ShopClock): string {
  return clock.at(-product.createdDaysAgo, '10:00');
}

// When anything of the product was last changed: some day of the last two months, and never before it was made.
export function updatedAt(product: Product, clock: ShopClock): string {
  if (product.changedAt) return product.changedAt;
  const hash = hash32(`updated ${product.handle}`);
  const time = `${8 + ((hash >>> 8) % 10)}:${(hash >>> 16) % 60}`;
  return clock.at(-1 - (hash % Math.min(60, product.createdDaysAgo - 1)), time);
}

export function variantTitle(variant: Variant, language: Language): string {
  return variant.values.length ? variant.values.map((value) => value[language]).join(' / ') : 'Default Title';
}

export function cents(amount: string): number {
  return Math.round(Number(amount) * 100);
}

interface Taken {
  ids: Set<number>;
  skus: Set<string>;
}

function buildProduct(text: ProductText, seed: number, taken: Taken): Product {
  // The next free one: among tens of thousands two texts have the same hash sooner or later.
  const free = (id: number): number => {
    while (taken.ids.has(id)) id++;
    taken.ids.add(id);
    return id;
  };
  const random = new Seeded(seed, `stock ${text.handle}`);
  const product: Product = {
    // From the handle, so that an id survives every change around the product.
    id: free(8_100_000_000_000 + hash32(`product ${text.handle}`)),
    handle: text.handle,
    text,
    variants: [],
    createdDaysAgo: random.between(40, 700),
    changedAt: null,
  };
  product.variants = combinations(text.options.map((option) => option.values)).map((values, index) => {
    const english = values.map((value) => value.en);
    const among = (rows: string[][] | undefined) => Boolean(rows?.some((row) => matchesRow(row, english)));
    const isBackOrdered = among(text.backOrdered);
    const inStock = random.chance(0.15) ? random.between(1, 4) : random.between(5, 80);
    return {
      id: free(44_000_000_000_000 + hash32(`variant ${text.handle} ${english.join('/')}`)),
      product,
      position: index + 1,
      sku: skuOf(text, english, taken),
      values,
      priceCents: cents(text.price),
      compareAtCents: text.compareAtPrice === null ? null : cents(text.compareAtPrice),
      quantity: isBackOrdered ? -random.between(1, 6) : among(text.soldOut) ? 0 : inStock,
      isBackOrdered,
    };
  });
  return product;
}

// A row names a value of each option; a row that names fewer covers all variants that have the named ones.
function matchesRow(row: string[], english: string[]): boolean {
  return row.every((value) => english.includes(value));
}

function combinations(lists: Text[][]): Text[][] {
  return lists.reduce<Text[][]>((rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])), [[]]);
}

// Of the written products a few share one, as in real shops; those of a series are all different.
function skuOf({ handle, series }: ProductText, english: string[], { skus }: Taken): string {
  if (!series) return sku(handle, english);
  let own = `${sku(series.of, english)}-${series.number}`;
  while (skus.has(own)) own += 'B';
  skus.add(own);
  return own;
}

function sku(handle: string, values: string[]): string {
  const short = (word: string, length: number) =>
    word
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, length)
      .toUpperCase();
  const stem = handle
    .split('-')
    .map((word) => short(word, 3))
    .join('')
    .slice(0, 9);
  return ['KF', stem, ...values.map((value) => short(value, 4) || hash32(value).toString(36).toUpperCase().slice(0, 3))].join('-');
}
