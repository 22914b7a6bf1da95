// The theme's pages: which template answers a path, and with what.

import type { ServerResponse } from 'node:http';
import { findProducts } from '../find_products.ts';
import { sendHtml } from '../http/reply.ts';
import type { PageRequest } from './page_request.ts';
import { productObject } from './product_object.ts';
import type { Site } from './types.ts';

interface Found {
  template: string;
  title: string | null;
  objects: Record<string, unknown>;
}

export async function themePage(page: PageRequest, response: ServerResponse, site: Site): Promise<boolean> {
  const found = find(page, site);
  if (!found) return false;
  const title = found.title ? { page_title: found.title } : {};
  sendHtml(response, 200, await site.theme.render(found.template, page, site, { ...found.objects, ...title }));
  return true;
}

export async function notFoundPage(page: PageRequest, response: ServerResponse, site: Site): Promise<void> {
  sendHtml(response, 404, await site.theme.render('404', page, site, { page_title: '404' }));
}

function find(page: PageRequest, { store }: Site): Found | null {
  const { path, query, language, root } = page;
  const { catalog, content, clock } = store.shop;
  const shown = (products: typeof catalog.products) => products.map((product) => productObject(product, language, root));
  const [, first, second, third, ...more] = path.replace(/\/$/, '').split('/');
  if (more.length) return null;
  if (!first) {
    return { template: 'index', title: null, objects: {} };
  }
  if (first === 'products' && second && !third) {
    const product = catalog.byHandle.get(second);
    if (!product) return null;
    const object = productObject(product, language, root, Number(query.get('variant')) || null);
    return { template: 'product', title: product.text.title[language], objects: { product: object } };
  }
  if (first === 'search' && !second) {
    const terms = (query.get('q') ?? '').slice(0, 300);
    const results = findProducts(catalog.products, terms, { language });
    return {
      template: 'search',
      title: null,
      objects: { search: { performed: query.has('q'), terms, results: shown(results.slice(0, 48)), results_count: results.length } },
    };
  }
  if (first === 'cart' && !second) return { template: 'cart', title: null, objects: {} };
  if (first === 'collections' && second && !third) {
    const collection = content.collections.find((one) => one.handle === second);
    if (!collection && second !== 'all') return null;
    const products = catalog.products.filter((product) => !collection || product.text.category === collection.handle);
    const title = collection?.title[language] ?? (language === 'de' ? 'Alle Produkte' : 'All products');
    return {
      template: 'collection',
      title,
      objects: {
        collection: {
          handle: second,
          title,
          description: collection?.description[language] ?? '',
          // A page of Shopify's own themes shows fifty at most.
          products: shown(products.slice(0, 250)),
          products_count: products.length,
        },
      },
    };
  }
  if (first === 'policies' && second && !third) {
    const policy = Object.values(content.policies).find((one) => one.handle === second);
    return policy
      ? {
          template: 'policy',
          title: policy.title[language],
          objects: {},
        }
      : null;
  }
  if (first === 'pages' && second && !third) {
    const text = content.pages.find((one) => one.handle === second);
    return text
      ? {
          template: 'page',
          title: text.title[language],
          objects: { page: { handle: text.handle, title: text.title[language], content: text.body[language] } },
        }
      : null;
  }
  if (first === 'blogs' && second) {
    const articles = content.articles.filter((one) => one.blog === second);
    if (articles.length === 0) return null;
    const shape = (one: (typeof articles)[number]) => ({
      handle: one.handle,
      title: one.title[language],
      content: one.body[language],
      url: `${root}blogs/${second}/${one.handle}`,
      published_at: clock.at(-Math.abs(Number.parseInt(one.publishedAt, 10)) || 0, '09:00'),
    });
    if (!third)
      return {
        template: 'blog',
        title: null,
        objects: {
          blog: {
            handle: second,
            title: second.charAt(0).toUpperCase() + second.slice(1),
            url: `${root}blogs/${second}`,
            articles: articles.map(shape),
          },
        },
      };
    const article = articles.find((one) => one.handle === third);
    return article
      ? {
          template: 'article',
          title: article.title[language],
          objects: { article: shape(article), blog: { handle: second, title: second } },
        }
      : null;
  }
  return null;
}
