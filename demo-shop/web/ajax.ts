// The rest of the Ajax API: product JSON, recommendations and search suggestions.

import type { ServerResponse } from 'node:http';
import { isAvailable } from '../catalog.ts';
import { findProducts } from '../find_products.ts';
import { methodNotAllowed, sendJson } from '../http/reply.ts';
import type { PageRequest } from './page_request.ts';
import { productJs } from './product_object.ts';
import type { Site } from './types.ts';

export async function ajax(page: PageRequest, response: ServerResponse, { store }: Site): Promise<boolean> {
  const { path, query, language, root } = page;
  const { catalog } = store.shop;
  const handle = /^\/products\/([a-z0-9-]+)\.js(?:on)?$/.exec(path)?.[1];
  const isOther = path === '/recommendations/products.json' || path === '/search/suggest.json';
  if (!handle && !isOther) return false;
  if (page.method !== 'GET' && page.method !== 'HEAD') {
    methodNotAllowed(response, 'GET, HEAD');
    return true;
  }
  if (handle) {
    const product = catalog.byHandle.get(handle);
    if (product) sendJson(response, 200, productJs(product, language, root));
    else sendJson(response, 404, { status: 404, message: 'Not Found', description: 'Not Found' });
  } else if (path === '/recommendations/products.json') {
    const product = catalog.byId.get(Number(query.get('product_id')));
    if (!product) sendJson(response, 404, { status: 404, message: 'Product not found', description: 'Product not found' });
    else {
      const limit = Math.min(10, Math.max(1, Number(query.get('limit') ?? 10) || 10));
      const products = catalog.products
        .filter((other) => other !== product && other.text.category === product.text.category && other.variants.some(isAvailable))
        .slice(0, limit);
      sendJson(response, 200, {
        intent: query.get('intent') ?? 'related',
        products: products.map((one) => productJs(one, language, root)),
      });
    }
  } else {
    const limit = Math.min(10, Math.max(1, Number(query.get('resources[limit]') ?? 10) || 10));
    const products = findProducts(catalog.products, query.get('q') ?? '', { language })
      .slice(0, limit)
      .map((product) => ({
        id: product.id,
        handle: product.handle,
        title: product.text.title[language],
        type: product.text.type[language],
        vendor: product.text.vendor,
        available: product.variants.some(isAvailable),
        price: (product.variants[0]!.priceCents / 100).toFixed(2),
        url: `${root}products/${product.handle}`,
        image: `/cdn/products/${product.handle}.svg`,
        tags: product.text.tags[language],
      }));
    sendJson(response, 200, { resources: { results: { products, pages: [], articles: [], collections: [], queries: [] } } });
  }
  return true;
}
