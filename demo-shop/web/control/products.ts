// Control of the catalog: what a merchant would do in the admin, with the webhooks that follow.

import { isAvailable, updatedAt, type Product } from '../../catalog.ts';
import { productDeletedPayload, productPayload } from '../../webhooks/product_payload.ts';
import type { Site } from '../types.ts';
import { members, ok, wrong, type Answer, type Routes } from './answer.ts';

export const productRoutes: Routes = {
  '/_demo/products': {
    // As the shop was at the start.
    DELETE: (_, site) => {
      site.store.restoreProducts();
      site.forget();
      return ok({});
    },
  },
  '/_demo/products/*': {
    GET: (_, { store }, handle) => {
      const product = store.shop.catalog.byHandle.get(handle);
      return product ? ok(shown(product, store)) : unknown(handle);
    },
    PUT: async (body, site, handle) => {
      const { store } = site;
      const asked = members(body, ['title', 'price', 'available', 'silent']);
      if (typeof asked === 'string') return wrong(asked);
      const { title, price, available, silent = false } = asked;
      if (title !== undefined && (typeof title !== 'string' || title.trim() === '')) return wrong('title must be a text');
      const priceCents = price === undefined ? undefined : cents(price);
      if (priceCents === null) return wrong('price must be an amount such as "12.50"');
      for (const [name, value] of [
        ['available', available],
        ['silent', silent],
      ] as const)
        if (value !== undefined && typeof value !== 'boolean') return wrong(`${name} must be true or false`);
      if (!store.shop.catalog.byHandle.has(handle)) return unknown(handle);
      const product = store.changeProduct(handle, {
        ...(title === undefined ? {} : { title: title as string }),
        ...(priceCents === undefined ? {} : { priceCents }),
        ...(available === undefined ? {} : { available: available as boolean }),
      });
      site.forget();
      const payload = productPayload(product, store.shop.clock, store.origin);
      const webhooks = silent ? [] : await store.app.webhooks.send({ topic: 'products/update', payload }, store.workerUrl);
      return ok({ ...shown(product, store), webhooks });
    },
    DELETE: async (_, site, handle) => {
      const { store } = site;
      const product = store.shop.catalog.byHandle.get(handle);
      if (!product) return unknown(handle);
      store.deleteProduct(handle);
      site.forget();
      const webhooks = await store.app.webhooks.send(
        { topic: 'products/delete', payload: productDeletedPayload(product.id) },
        store.workerUrl,
      );
      return ok({ id: product.id, handle, webhooks });
    },
  },
};

function unknown(handle: string): Answer {
  return { status: 404, body: { error: `the shop has no product ${JSON.stringify(handle)}` } };
}

function shown(product: Product, { shop }: Site['store']): Record<string, unknown> {
  const [first] = product.variants;
  return {
    id: product.id,
    handle: product.handle,
    title: product.text.title.en,
    price: (first!.priceCents / 100).toFixed(2),
    available: product.variants.some(isAvailable),
    updated_at: updatedAt(product, shop.clock),
  };
}

// Null where it is no amount. Numbers are taken for what they would be written as.
function cents(price: unknown): number | null {
  const text = typeof price === 'number' ? String(price) : price;
  if (typeof text !== 'string' || !/^\d{1,7}(\.\d{1,2})?$/.test(text)) return null;
  return Math.round(Number(text) * 100);
}
