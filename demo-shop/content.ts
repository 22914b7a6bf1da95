// Reads the shop's written content: products by category, extras, collections, policies, articles and pages.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seriesOf } from './content_series.ts';

export type Language = 'en' | 'de';
export type Text = Record<Language, string>;

export interface ProductText {
  handle: string;
  title: Text;
  type: Text;
  vendor: string;
  tags: Record<Language, string[]>;
  description: Text;
  price: string;
  compareAtPrice: string | null;
  options: { name: Text; values: Text[] }[];
  soldOut: string[][];
  weightGrams: number;
  category: string;
  // Nothing is sent: by default what weighs nothing.
  isDigital?: boolean;
  // Sold out, but may be ordered: Shopify's inventory policy "continue".
  backOrdered?: string[][];
  // One of many that were made of a written product.
  series?: { of: string; number: number };
}

export interface PolicyText {
  title: Text;
  handle: string;
  body: Text;
}
export interface ArticleText {
  handle: string;
  blog: string;
  title: Text;
  body: Text;
  publishedAt: string;
  tags?: string[];
}
export interface PageText {
  handle: string;
  title: Text;
  body: Text;
}
export interface CollectionText {
  handle: string;
  title: Text;
  description: Text;
}

export interface Content {
  products: ProductText[];
  collections: CollectionText[];
  policies: Record<string, PolicyText>;
  articles: ArticleText[];
  pages: PageText[];
}

const root = join(import.meta.dirname, 'content');

// `count` is how many category products there are: fewer than are written are taken from the categories in turn, more are
// made of them in series. The extras always exist.
export function readContent(count = Infinity): Content {
  const folder = join(root, 'products');
  const categories = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => name.slice(0, -5))
    : [];
  const byCategory = categories.map((category) =>
    read<ProductText[]>(`products/${category}.json`, []).map((product) => ({
      ...product,
      category,
      isDigital: product.isDigital ?? product.weightGrams === 0,
    })),
  );
  const known = read<CollectionText[]>('collections.json', []);
  const written = byCategory.flat();
  const more = Number.isFinite(count) && written.length ? Math.max(0, count - written.length) : 0;
  return {
    products: [...takeInTurn(byCategory, count), ...read<ProductText[]>('extras.json', []), ...seriesOf(written, more)],
    collections: categories.map((handle) => known.find((one) => one.handle === handle) ?? plainCollection(handle)),
    policies: read('policies.json', {}),
    articles: read('articles.json', []),
    pages: read('pages.json', []),
  };
}

// A file that is not there yet is an empty one; a file that cannot be read as JSON says which it is.
function read<T>(name: string, otherwise: T): T {
  const path = join(root, name);
  if (!existsSync(path)) return otherwise;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch (error) {
    throw new Error(`demo-shop/content/${name}: ${(error as Error).message}`);
  }
}

function takeInTurn<T>(lists: T[][], count: number): T[] {
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  if (count >= total) return lists.flat();
  const taken = lists.map((): T[] => []);
  for (let i = 0, left = count; left > 0; i++) {
    for (const [at, list] of lists.entries()) {
      if (i < list.length && left > 0) {
        taken[at]!.push(list[i]!);
        left--;
      }
    }
  }
  return taken.flat();
}

function plainCollection(handle: string): CollectionText {
  const title = handle.charAt(0).toUpperCase() + handle.slice(1).replaceAll('-', ' ');
  return { handle, title: { en: title, de: title }, description: { en: '', de: '' } };
}
