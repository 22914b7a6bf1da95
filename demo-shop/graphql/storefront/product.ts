// Product and ProductVariant, as the Storefront API shows them: in the buyer's language.

import { createdAt, isAvailable, updatedAt, variantTitle, type Product, type Variant } from '../../catalog.ts';
import { gid } from '../../gid.ts';
import type { Language, Text } from '../../content.ts';
import { productKind as adminKind } from '../admin/product.ts';
import type { Context } from '../context.ts';
import { plainText, truncated } from '../html.ts';
import type { Kind } from '../long.ts';
import { money } from '../money.ts';
import type { Args, View } from '../view.ts';
import { count, imageOf, mediaOf, once } from '../views.ts';
import { collectionView } from './collection.ts';

const say =
  (text: Text) =>
  (_: Args, { language }: Context) =>
    text[language];

export const productKind: Kind<Product> = {
  ...adminKind,
  view: productView,
  sort: {
    ...adminKind.sort,
    TITLE: ({ text }, { language }) => text.title[language],
    PRODUCT_TYPE: ({ text }, { language }) => text.type[language],
  },
};

export function productView(product: Product, context: Context): View {
  return once(context, `Product ${product.id}`, () => {
    const { text, variants } = product;
    const prices = variants.map((variant) => variant.priceCents);
    const compared = variants.map((variant) => variant.compareAtCents ?? 0);
    const range = (cents: number[]) => ({ minVariantPrice: money(Math.min(...cents)), maxVariantPrice: money(Math.max(...cents)) });
    const plain = (language: Language) => plainText(text.description[language]);
    const all = () => variants.map((variant) => variantView(variant, context));
    const matching = ({ selectedOptions, caseInsensitiveMatch }: Args, { language }: Context) => {
      const same = (a: string, b: string) => (caseInsensitiveMatch ? a.toLowerCase() === b.toLowerCase() : a === b);
      return variants.find((variant) =>
        variant.values.every((value, index) => {
          const wanted = (selectedOptions as { name: string; value: string }[] | undefined)?.find((one) =>
            same(one.name, text.options[index]!.name[language]),
          );
          return wanted && same(wanted.value, value[language]);
        }),
      );
    };
    const shown = (variant: Variant | undefined) => (variant ? variantView(variant, context) : null);
    return {
      __typename: 'Product',
      id: gid('Product', product.id),
      handle: product.handle,
      title: say(text.title),
      vendor: text.vendor,
      productType: say(text.type),
      tags: (_: Args, { language }: Context) => text.tags[language],
      description: ({ truncateAt }: Args, { language }: Context) => truncated(plain(language), truncateAt),
      descriptionHtml: say(text.description),
      availableForSale: variants.some((variant) => available(variant, context)),
      createdAt: createdAt(product, context.shop.clock),
      updatedAt: updatedAt(product, context.shop.clock),
      publishedAt: createdAt(product, context.shop.clock),
      onlineStoreUrl: (_: Args, { language }: Context) => `${context.origin}${language === 'de' ? '/de' : ''}/products/${product.handle}`,
      priceRange: range(prices),
      compareAtPriceRange: range(compared),
      totalInventory: variants.reduce((sum, variant) => sum + variant.quantity, 0),
      variantsCount: count(variants.length),
      isGiftCard: false,
      seo: { title: say(text.title), description: (_: Args, { language }: Context) => truncated(plain(language), 160) },
      featuredImage: () => imageOf(product, context),
      images: () => [imageOf(product, context)],
      media: () => [mediaOf(product, context)],
      options: text.options.length
        ? text.options.map((option, index) => optionView(product, index, option.name, option.values, context))
        : [optionView(product, 0, { en: 'Title', de: 'Title' }, [{ en: 'Default Title', de: 'Default Title' }], context)],
      variants: all,
      variantBySelectedOptions: (args: Args, now: Context) => shown(matching(args, now)),
      selectedOrFirstAvailableVariant: (args: Args, now: Context) =>
        shown((args.selectedOptions?.length ? matching(args, now) : undefined) ?? variants.find(isAvailable) ?? variants[0]),
      adjacentVariants: all,
      collections: () =>
        context.shop.content.collections.filter((one) => one.handle === text.category).map((one) => collectionView(one, context)),
      requiresSellingPlan: false,
      product,
      sortPrice: Math.min(...prices),
    };
  });
}

export function variantView(variant: Variant, context: Context): View {
  return once(context, `ProductVariant ${variant.id}`, () => {
    const { product } = variant;
    const { text } = product;
    return {
      __typename: 'ProductVariant',
      id: gid('ProductVariant', variant.id),
      title: (_: Args, { language }: Context) => variantTitle(variant, language),
      sku: variant.sku,
      barcode: null,
      price: money(variant.priceCents),
      priceV2: money(variant.priceCents),
      compareAtPrice: variant.compareAtCents === null ? null : money(variant.compareAtCents),
      compareAtPriceV2: variant.compareAtCents === null ? null : money(variant.compareAtCents),
      availableForSale: available(variant, context),
      currentlyNotInStock: variant.isBackOrdered && variant.quantity <= 0,
      quantityAvailable: text.isDigital ? null : variant.quantity,
      requiresShipping: !text.isDigital,
      taxable: true,
      requiresComponents: false,
      weight: text.weightGrams,
      weightUnit: 'GRAMS',
      selectedOptions: variant.values.length
        ? variant.values.map((value, index) => ({ name: say(text.options[index]!.name), value: say(value) }))
        : [{ name: 'Title', value: 'Default Title' }],
      image: () => imageOf(product, context),
      product: () => productView(product, context),
      quantityRule: { minimum: 1, maximum: null, increment: 1 },
      sortPosition: variant.position,
    };
  });
}

// Two days ago what is sold out now was still there.
function available(variant: Variant, context: Context): boolean {
  return isAvailable(variant) || context.shop.isStale;
}

function optionView(product: Product, index: number, name: Text, values: Text[], context: Context): View {
  return {
    __typename: 'ProductOption',
    id: gid('ProductOption', product.id * 10 + index),
    name: say(name),
    values: (_: Args, { language }: Context) => values.map((value) => value[language]),
    optionValues: values.map((value, at) => ({
      __typename: 'ProductOptionValue',
      id: gid('ProductOptionValue', product.id * 100 + index * 30 + at),
      name: say(value),
      firstSelectableVariant: () => {
        const variant = product.variants.find((one) => one.values[index] === value) ?? product.variants[0];
        return variant ? variantView(variant, context) : null;
      },
    })),
  };
}
