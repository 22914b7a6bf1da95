// Storefront search and predictive search over products, pages and articles.

import { findProducts, stems, type Unavailable } from '../../find_products.ts';
import type { ArticleText, PageText } from '../../content.ts';
import type { Context } from '../context.ts';
import { plainText } from '../html.ts';
import { Listed, type Args, type View } from '../view.ts';
import { articleViews, pageViews } from '../written.ts';
import { collectionView } from './collection.ts';
import { filterProducts, filtersOf } from './filter.ts';
import { productView } from './product.ts';

export function searchAll({ query, types, productFilters, prefix, unavailableProducts, sortKey, reverse }: Args, context: Context): Listed {
  const { language } = context;
  const wanted: string[] = types ?? ['PRODUCT', 'PAGE', 'ARTICLE'];
  const isLastPrefix = prefix !== 'NONE';
  const found = wanted.includes('PRODUCT')
    ? findProducts(context.shop.catalog.products, query, {
        language,
        unavailable: (unavailableProducts ?? 'LAST') as Unavailable,
        isLastPrefix,
      })
    : [];
  let products = filterProducts(found, productFilters, language);
  if (sortKey === 'PRICE') products = [...products].sort((a, b) => a.variants[0]!.priceCents - b.variants[0]!.priceCents || a.id - b.id);
  // Filters are about products: with one set, nothing else is found.
  const written = productFilters?.length
    ? []
    : [
        ...(wanted.includes('ARTICLE') ? findWritten(articleViews(context), query, context, isLastPrefix) : []),
        ...(wanted.includes('PAGE') ? findWritten(pageViews(context), query, context, isLastPrefix) : []),
      ];
  let items: View[] = [...products.map((product) => productView(product, context)), ...written];
  if (reverse) items = items.reverse();
  return new Listed(items, { totalCount: items.length, productFilters: () => filtersOf(found, language), isOrdered: true });
}

export function predict({ query, types, limit, limitScope, unavailableProducts }: Args, context: Context): View {
  const { language } = context;
  const wanted: string[] = types ?? ['ARTICLE', 'COLLECTION', 'PAGE', 'PRODUCT', 'QUERY'];
  const most = Math.min(10, Math.max(1, limit ?? 10));
  let left = most;
  const take = <T>(type: string, items: () => T[]): T[] => {
    if (!wanted.includes(type)) return [];
    const taken = items().slice(0, limitScope === 'ALL' || !limitScope ? left : most);
    left -= taken.length;
    return taken;
  };
  const found = findProducts(context.shop.catalog.products, query, {
    language,
    unavailable: (unavailableProducts ?? 'LAST') as Unavailable,
  });
  const last = stems(query).at(-1) ?? '';
  return {
    products: take('PRODUCT', () => found.map((product) => productView(product, context))),
    collections: take('COLLECTION', () =>
      context.shop.content.collections
        .filter((one) => stems(one.title[language]).some((stem) => last && stem.startsWith(last)))
        .map((one) => collectionView(one, context)),
    ),
    pages: take('PAGE', () => findWritten(pageViews(context), query, context, true)),
    articles: take('ARTICLE', () => findWritten(articleViews(context), query, context, true)),
    queries: take('QUERY', () =>
      [...new Set(found.map((product) => product.text.type[language].toLowerCase()))].map((text) => ({
        text,
        styledText: text,
        trackingParameters: null,
      })),
    ),
  };
}

function findWritten(views: View[], query: string, { language }: Context, isLastPrefix: boolean): View[] {
  const wanted = stems(query);
  if (wanted.length === 0) return [];
  return views
    .map((view) => {
      const text = view.texts as ArticleText | PageText;
      const title = new Set(stems(text.title[language]));
      const body = new Set(stems(plainText(text.body[language])));
      const has = (set: Set<string>, word: string, isLast: boolean) =>
        set.has(word) || (isLast && isLastPrefix && [...set].some((one) => one.startsWith(word)));
      const scores = wanted.map((word, at) =>
        has(title, word, at === wanted.length - 1) ? 5 : has(body, word, at === wanted.length - 1) ? 1 : 0,
      );
      return { view, score: scores.includes(0) ? 0 : scores.reduce<number>((sum, one) => sum + one, 0) };
    })
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((one) => one.view);
}
