// A product as Liquid and the Ajax API see it: prices in cents, texts in the page's language.

import { isAvailable, variantTitle, type Product, type Variant } from '../catalog.ts';
import type { Language } from '../content.ts';

export function productObject(
  product: Product,
  language: Language,
  root: string,
  selectedVariant: number | null = null,
): Record<string, unknown> {
  const { text, variants } = product;
  const prices = variants.map((variant) => variant.priceCents);
  const compared = variants.map((variant) => variant.compareAtCents).filter((cents) => cents !== null);
  const url = `${root}products/${product.handle}`;
  const objects = variants.map((variant) => variantObject(variant, language, url));
  const selected = objects.find((one) => one.id === selectedVariant) ?? null;
  const image = { src: `/cdn/products/${product.handle}.svg`, alt: text.title[language], width: 800, height: 800, aspect_ratio: 1 };
  return {
    id: product.id,
    handle: product.handle,
    title: text.title[language],
    vendor: text.vendor,
    type: text.type[language],
    tags: text.tags[language],
    description: text.description[language],
    content: text.description[language],
    price: Math.min(...prices),
    price_min: Math.min(...prices),
    price_max: Math.max(...prices),
    price_varies: Math.min(...prices) !== Math.max(...prices),
    compare_at_price: compared.length ? Math.min(...compared) : null,
    available: variants.some(isAvailable),
    url,
    options: text.options.map((option) => option.name[language]),
    options_with_values: text.options.map((option, index) => ({
      name: option.name[language],
      position: index + 1,
      values: option.values.map((value) => value[language]),
      selected_value: (selected as { options?: string[] } | null)?.options?.[index] ?? null,
    })),
    variants: objects,
    has_only_default_variant: text.options.length === 0,
    requires_selling_plan: false,
    selected_variant: selected,
    selected_or_first_available_variant: selected ?? objects.find((one) => one.available) ?? objects[0],
    first_available_variant: objects.find((one) => one.available) ?? null,
    featured_image: image,
    featured_media: { ...image, media_type: 'image' },
    images: [image],
    category: text.category,
    is_digital: Boolean(text.isDigital),
  };
}

function variantObject(variant: Variant, language: Language, productUrl: string): Record<string, unknown> {
  const values = variant.values.map((value) => value[language]);
  return {
    id: variant.id,
    title: variantTitle(variant, language),
    sku: variant.sku,
    available: isAvailable(variant),
    price: variant.priceCents,
    compare_at_price: variant.compareAtCents,
    options: values,
    option1: values[0] ?? 'Default Title',
    option2: values[1] ?? null,
    option3: values[2] ?? null,
    inventory_quantity: variant.quantity,
    inventory_policy: variant.isBackOrdered ? 'continue' : 'deny',
    inventory_management: 'shopify',
    requires_shipping: !variant.product.text.isDigital,
    taxable: true,
    weight: variant.product.text.weightGrams,
    barcode: null,
    url: `${productUrl}?variant=${variant.id}`,
  };
}

// The shape of `GET /products/{handle}.js`: image addresses are plain strings there.
export function productJs(product: Product, language: Language, root: string): Record<string, unknown> {
  const {
    id,
    handle,
    title,
    vendor,
    type,
    tags,
    description,
    price,
    price_min,
    price_max,
    price_varies,
    compare_at_price,
    available,
    url,
    options_with_values,
    variants,
    featured_image,
  } = productObject(product, language, root);
  const src = (featured_image as { src: string }).src;
  return {
    id,
    title,
    handle,
    description,
    vendor,
    type,
    tags,
    price,
    price_min,
    price_max,
    available,
    price_varies,
    compare_at_price,
    variants,
    url,
    images: [src],
    featured_image: src,
    options: (options_with_values as { name: string; position: number; values: string[] }[]).map(({ name, position, values }) => ({
      name,
      position,
      values,
    })),
  };
}
