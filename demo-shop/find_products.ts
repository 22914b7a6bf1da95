// The storefront's product search: every word must match, the last may be unfinished, and better matches come first.
// Shared by the Storefront API, the theme's search page and its suggestions.

import type { Product } from './catalog.ts';
import { isAvailable } from './catalog.ts';
import type { Language, Text } from './content.ts';
import { plainText } from './graphql/html.ts';

export type Unavailable = 'SHOW' | 'HIDE' | 'LAST';

export interface FindOptions {
  language: Language;
  unavailable?: Unavailable;
  // Whether the last word may be the beginning of a longer one.
  isLastPrefix?: boolean;
}

export function findProducts(
  products: Product[],
  text: string,
  { language, unavailable = 'LAST', isLastPrefix = true }: FindOptions,
): Product[] {
  const wanted = stems(text);
  if (wanted.length === 0) return [];
  const scored = products.flatMap((product) => {
    const score = relevance(indexOf(product, language), wanted, isLastPrefix);
    return score > 0 ? [{ product, score, isSoldOut: !product.variants.some(isAvailable) }] : [];
  });
  const shown = unavailable === 'HIDE' ? scored.filter((one) => !one.isSoldOut) : scored;
  shown.sort(
    (a, b) => (unavailable === 'LAST' ? Number(a.isSoldOut) - Number(b.isSoldOut) : 0) || b.score - a.score || a.product.id - b.product.id,
  );
  return shown.map((one) => one.product);
}

type Index = { weight: number; stems: Set<string> }[];

const indexes = new WeakMap<Product, Partial<Record<Language, Index>>>();

function indexOf(product: Product, language: Language): Index {
  let both = indexes.get(product);
  if (!both) indexes.set(product, (both = {}));
  const { text } = product;
  return (both[language] ??= [
    { weight: 8, stems: new Set(stems(text.title[language])) },
    { weight: 5, stems: new Set(stems(text.type[language])) },
    { weight: 4, stems: new Set(stems(text.tags[language].join(' '))) },
    {
      weight: 2,
      stems: new Set(stems(`${text.vendor} ${text.options.flatMap((option) => option.values.map((value) => value[language])).join(' ')}`)),
    },
    { weight: 1, stems: sharedStems(text.description, language) },
  ]);
}

// Products of a series share their description, and with it what is known of it.
const descriptions = new WeakMap<Text, Partial<Record<Language, Set<string>>>>();

function sharedStems(text: Text, language: Language): Set<string> {
  let both = descriptions.get(text);
  if (!both) descriptions.set(text, (both = {}));
  return (both[language] ??= new Set(stems(plainText(text[language]))));
}

// Nothing, unless every word is found somewhere.
function relevance(index: Index, wanted: string[], isLastPrefix: boolean): number {
  let total = 0;
  for (const [at, word] of wanted.entries()) {
    let best = 0;
    for (const field of index) {
      if (field.stems.has(word)) best = Math.max(best, field.weight * 2);
      // German puts words together: "Jacke" finds a "Regenjacke".
      else if (word.length > 3 && [...field.stems].some((stem) => stem.length > word.length + 2 && stem.endsWith(word)))
        best = Math.max(best, field.weight);
      else if (isLastPrefix && at === wanted.length - 1 && [...field.stems].some((stem) => stem.startsWith(word)))
        best = Math.max(best, field.weight);
    }
    if (best === 0) return 0;
    total += best;
  }
  return total;
}

// Folds case, accents and simple plurals, so that "jackets" finds a jacket and "Jacken" a Jacke.
export function stems(text: string): string[] {
  return words(text).map(stem);
}

// Letters and digits in runs, without case and accents.
export function words(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  if (word.length > 4 && word.endsWith('en')) return word.slice(0, -1);
  return word;
}
