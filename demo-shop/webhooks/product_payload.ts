// Products and stock as webhooks carry them (UNVERIFIED beyond the top-level names).

import { updatedAt, variantTitle, type Product, type Variant } from '../catalog.ts';
import type { ShopClock } from '../clock.ts';
import { gid } from '../gid.ts';
import { plainMoney } from '../graphql/money.ts';

type Payload = Record<string, unknown>;

export function productPayload(product: Product, clock: ShopClock, origin: string): Payload {
  const { text } = product;
  const changed = updatedAt(product, clock);
  const image = { id: product.id, src: `${origin}/cdn/products/${product.handle}.svg`, alt: text.title.en, width: 800, height: 800 };
  return {
    id: product.id,
    admin_graphql_api_id: gid('Product', product.id),
    title: text.title.en,
    handle: product.handle,
    body_html: text.description.en,
    vendor: text.vendor,
    product_type: text.type.en,
    tags: text.tags.en.join(', '),
    status: 'active',
    created_at: clock.at(-product.createdDaysAgo, '10:00'),
    published_at: clock.at(-product.createdDaysAgo, '10:00'),
    updated_at: changed,
    variants: product.variants.map((variant) => variantPayload(variant, changed)),
    options: text.options.length
      ? text.options.map((option, index) => ({
          id: product.id * 10 + index,
          name: option.name.en,
          position: index + 1,
          values: option.values.map((value) => value.en),
        }))
      : [{ id: product.id * 10, name: 'Title', position: 1, values: ['Default Title'] }],
    images: [image],
    image,
    variant_gids: product.variants.map((variant) => ({
      admin_graphql_api_id: gid('ProductVariant', variant.id),
      updated_at: changed,
    })),
  };
}

// Of a product that is gone only the number is told.
export function productDeletedPayload(id: number): Payload {
  return { id };
}

export function inventoryPayload(variant: Variant, now: string): Payload {
  return {
    inventory_item_id: variant.id,
    location_id: 88_100_000_001,
    available: variant.quantity,
    updated_at: now,
    admin_graphql_api_id: gid('InventoryLevel', `${variant.id}?inventory_item_id=${variant.id}`),
  };
}

function variantPayload(variant: Variant, updated: string): Payload {
  const [option1 = 'Default Title', option2 = null, option3 = null] = variant.values.map((value) => value.en);
  return {
    id: variant.id,
    admin_graphql_api_id: gid('ProductVariant', variant.id),
    product_id: variant.product.id,
    title: variantTitle(variant, 'en'),
    price: plainMoney(variant.priceCents),
    compare_at_price: variant.compareAtCents === null ? null : plainMoney(variant.compareAtCents),
    sku: variant.sku,
    position: variant.position,
    inventory_quantity: variant.quantity,
    inventory_policy: variant.isBackOrdered || variant.product.text.isDigital ? 'continue' : 'deny',
    inventory_item_id: variant.id,
    option1,
    option2,
    option3,
    updated_at: updated,
  };
}
