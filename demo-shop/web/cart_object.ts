// The theme's cart: as Liquid and as `cart.js` show it.

import { variantTitle } from '../catalog.ts';
import type { Store } from '../store.ts';
import type { PageRequest } from './page_request.ts';

export interface CartObject {
  token: string;
  item_count: number;
  total_price: number;
  items: Record<string, unknown>[];
  [field: string]: unknown;
}

export function cartObject({ session, language, root }: PageRequest, { shop }: Store): CartObject {
  const items = (session?.items ?? []).flatMap((item) => {
    const variant = shop.catalog.variantById.get(item.variantId);
    if (!variant) return [];
    const { product } = variant;
    const title = product.text.title[language];
    const named = variant.values.length ? variantTitle(variant, language) : null;
    const line = item.quantity * variant.priceCents;
    return [
      {
        id: variant.id,
        key: item.key,
        variant_id: variant.id,
        product_id: product.id,
        title: named ? `${title} - ${named}` : title,
        product_title: title,
        variant_title: named,
        sku: variant.sku,
        handle: product.handle,
        vendor: product.text.vendor,
        quantity: item.quantity,
        properties: item.properties,
        price: variant.priceCents,
        original_price: variant.priceCents,
        final_price: variant.priceCents,
        line_price: line,
        original_line_price: line,
        final_line_price: line,
        total_discount: 0,
        discounts: [],
        url: `${root}products/${product.handle}?variant=${variant.id}`,
        image: `/cdn/products/${product.handle}.svg`,
        requires_shipping: !product.text.isDigital,
        grams: product.text.weightGrams,
        taxable: true,
        gift_card: false,
        options_with_values: variant.values.map((value, index) => ({
          name: product.text.options[index]!.name[language],
          value: value[language],
        })),
      },
    ];
  });
  const total = items.reduce((sum, item) => sum + item.final_line_price, 0);
  return {
    token: session?.token ?? '',
    note: session?.note ?? '',
    attributes: session?.attributes ?? {},
    original_total_price: total,
    total_price: total,
    total_discount: 0,
    total_weight: items.reduce((sum, item) => sum + item.grams * item.quantity, 0),
    item_count: items.reduce((sum, item) => sum + item.quantity, 0),
    items,
    requires_shipping: items.some((item) => item.requires_shipping),
    currency: 'EUR',
    items_subtotal_price: total,
    cart_level_discount_applications: [],
    discount_codes: [],
  };
}
