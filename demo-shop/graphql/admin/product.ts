// Product and ProductVariant, as the Admin API shows them: in the shop's own language, English.

import { createdAt, isAvailable, updatedAt, variantTitle, type Product, type Variant } from '../../catalog.ts';
import { gid } from '../../gid.ts';
import type { Context } from '../context.ts';
import { plainText, truncated } from '../html.ts';
import type { Kind } from '../long.ts';
import { currency, money, plainMoney } from '../money.ts';
import type { Args, View } from '../view.ts';
import { count, imageOf, mediaOf, once } from '../views.ts';
import { collectionView } from './collection.ts';
import { inventoryItemView } from './inventory.ts';

export const productKind: Kind<Product> = {
  id: (product) => product.id,
  view: productView,
  sort: {
    ID: (product) => product.id,
    TITLE: ({ text }) => text.title.en,
    VENDOR: ({ text }) => text.vendor,
    PRODUCT_TYPE: ({ text }) => text.type.en,
    PRICE: ({ variants }) => Math.min(...variants.map((variant) => variant.priceCents)),
    INVENTORY_TOTAL: ({ variants }) => variants.reduce((sum, variant) => sum + variant.quantity, 0),
    CREATED: (product, { shop }) => createdAt(product, shop.clock),
    CREATED_AT: (product, { shop }) => createdAt(product, shop.clock),
    PUBLISHED_AT: (product, { shop }) => createdAt(product, shop.clock),
    UPDATED_AT: (product, { shop }) => updatedAt(product, shop.clock),
  },
};

export const variantKind: Kind<Variant> = {
  id: (variant) => variant.id,
  view: variantView,
  sort: {
    ID: (variant) => variant.id,
    TITLE: (variant) => variantTitle(variant, 'en'),
    NAME: (variant) => `${variant.product.text.title.en} - ${variantTitle(variant, 'en')}`,
    SKU: (variant) => variant.sku,
    POSITION: (variant) => variant.position,
    INVENTORY_QUANTITY: (variant) => variant.quantity,
  },
};

export function productView(product: Product, context: Context): View {
  return once(context, `Product ${product.id}`, () => {
    const { text, variants } = product;
    const prices = variants.map((variant) => variant.priceCents);
    const range = { minVariantPrice: money(Math.min(...prices)), maxVariantPrice: money(Math.max(...prices)) };
    const compared = variants.map((variant) => variant.compareAtCents).filter((cents) => cents !== null);
    const total = variants.reduce((sum, variant) => sum + variant.quantity, 0);
    const collections = () =>
      context.shop.content.collections.filter((one) => one.handle === text.category).map((one) => collectionView(one, context));
    const plain = plainText(text.description.en);
    return {
      __typename: 'Product',
      id: gid('Product', product.id),
      legacyResourceId: String(product.id),
      handle: product.handle,
      title: text.title.en,
      vendor: text.vendor,
      productType: text.type.en,
      tags: text.tags.en,
      status: 'ACTIVE',
      description: ({ truncateAt }: Args) => truncated(plain, truncateAt),
      descriptionHtml: text.description.en,
      bodyHtml: text.description.en,
      descriptionPlainSummary: truncated(plain, 255),
      createdAt: createdAt(product, context.shop.clock),
      updatedAt: updatedAt(product, context.shop.clock),
      publishedAt: createdAt(product, context.shop.clock),
      onlineStoreUrl: `${context.origin}/products/${product.handle}`,
      onlineStorePreviewUrl: `${context.origin}/products/${product.handle}`,
      priceRangeV2: range,
      priceRange: range,
      compareAtPriceRange: compared.length
        ? { minVariantCompareAtPrice: money(Math.min(...compared)), maxVariantCompareAtPrice: money(Math.max(...compared)) }
        : null,
      totalInventory: total,
      tracksInventory: !text.isDigital,
      totalVariants: variants.length,
      variantsCount: count(variants.length),
      mediaCount: count(1),
      hasOnlyDefaultVariant: text.options.length === 0,
      hasOutOfStockVariants: variants.some((variant) => variant.quantity <= 0),
      isGiftCard: false,
      seo: { title: text.title.en, description: truncated(plain, 160) },
      featuredImage: () => imageOf(product, context),
      images: () => [imageOf(product, context)],
      media: () => [mediaOf(product, context)],
      featuredMedia: () => mediaOf(product, context),
      options: text.options.length
        ? text.options.map((option, index) =>
            optionView(
              product,
              index,
              option.name.en,
              option.values.map((value) => value.en),
            ),
          )
        : [optionView(product, 0, 'Title', ['Default Title'])],
      variants: () => variants.map((variant) => variantView(variant, context)),
      collections,
      inCollection: ({ id }: Args) => collections().some((one) => one.id === id),
      publishedOnCurrentPublication: true,
      publishedOnPublication: true,
      translations: ({ locale }: Args) =>
        locale === 'de'
          ? [
              { key: 'title', value: text.title.de, locale, outdated: false, market: null, updatedAt: null },
              { key: 'body_html', value: text.description.de, locale, outdated: false, market: null, updatedAt: null },
            ]
          : [],
      sortPrice: Math.min(...prices),
    };
  });
}

export function variantView(variant: Variant, context: Context): View {
  return once(context, `ProductVariant ${variant.id}`, () => {
    const { product } = variant;
    const { text } = product;
    const title = variantTitle(variant, 'en');
    return {
      __typename: 'ProductVariant',
      id: gid('ProductVariant', variant.id),
      legacyResourceId: String(variant.id),
      title,
      displayName: `${text.title.en} - ${title}`,
      sku: variant.sku,
      barcode: null,
      position: variant.position,
      price: plainMoney(variant.priceCents),
      compareAtPrice: variant.compareAtCents === null ? null : plainMoney(variant.compareAtCents),
      availableForSale: isAvailable(variant),
      inventoryQuantity: variant.quantity,
      sellableOnlineQuantity: variant.quantity,
      inventoryPolicy: variant.isBackOrdered || text.isDigital ? 'CONTINUE' : 'DENY',
      taxable: true,
      requiresComponents: false,
      showUnitPrice: false,
      selectedOptions: variant.values.length
        ? variant.values.map((value, index) => ({ name: text.options[index]!.name.en, value: value.en, optionValue: null }))
        : [{ name: 'Title', value: 'Default Title' }],
      createdAt: createdAt(product, context.shop.clock),
      updatedAt: updatedAt(product, context.shop.clock),
      product: () => productView(product, context),
      image: () => imageOf(product, context),
      media: () => [mediaOf(product, context)],
      inventoryItem: () => inventoryItemView(variant, context),
      presentmentPrices: [
        {
          __typename: 'ProductVariantPricePair',
          price: money(variant.priceCents),
          compareAtPrice: variant.compareAtCents === null ? null : money(variant.compareAtCents),
        },
      ],
      contextualPricing: { price: { amount: money(variant.priceCents).amount, currencyCode: currency } },
      sortPosition: variant.position,
      sortPrice: variant.priceCents,
    };
  });
}

function optionView(product: Product, index: number, name: string, values: string[]): View {
  return {
    __typename: 'ProductOption',
    id: gid('ProductOption', product.id * 10 + index),
    name,
    values,
    position: index + 1,
    optionValues: values.map((value, at) => ({
      __typename: 'ProductOptionValue',
      id: gid('ProductOptionValue', product.id * 100 + index * 30 + at),
      name: value,
      hasVariants: true,
    })),
  };
}
