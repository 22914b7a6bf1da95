// What both APIs share when they make views: each object once per shop and API, images, dates, links.

import type { Product } from '../catalog.ts';
import { gid } from '../gid.ts';
import type { Context } from './context.ts';
import type { View } from './view.ts';

const maximumViews = 20_000;

export function once(context: Context, key: string, make: () => View): View {
  let view = context.views.get(key);
  if (!view) {
    context.views.set(key, (view = make()));
    // A large catalog has more views than memory is worth: the oldest are made again when they are asked for.
    if (context.views.size > maximumViews) context.views.delete(context.views.keys().next().value!);
  }
  return view;
}

export function imageOf(product: Product, context: Context): View {
  const url = `${context.origin}/cdn/products/${product.handle}.svg`;
  const altText = (_: unknown, { language }: Context) => product.text.title[language];
  return {
    __typename: 'Image',
    id: gid('ProductImage', product.id),
    url,
    src: url,
    originalSrc: url,
    transformedSrc: url,
    altText,
    width: 800,
    height: 800,
  };
}

export function mediaOf(product: Product, context: Context): View {
  const image = imageOf(product, context);
  return {
    __typename: 'MediaImage',
    id: gid('MediaImage', product.id),
    alt: image.altText,
    image,
    mediaContentType: 'IMAGE',
    status: 'READY',
    preview: { image, status: 'READY' },
    previewImage: image,
  };
}

export function daysAgo(context: Context, days: number, time = '10:00'): string {
  return context.shop.clock.at(-days, time);
}

export function count(of: number): View {
  return { count: of, precision: 'EXACT' };
}
