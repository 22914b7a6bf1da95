// Shopify's Liquid filters that LiquidJS does not bring.

import { createHash, createHmac } from 'node:crypto';
import type { Context, FilterImplOptions, Liquid } from 'liquidjs';
import { escape, type Translations } from './translations.ts';

type Named = [name: string, value: unknown];

export function addFilters(engine: Liquid, translations: Translations): void {
  const filters: Record<string, FilterImplOptions> = {
    t(key: string, ...given: Named[]) {
      return translations.say(String(key), languageOf(this.context), named(given));
    },
    money: (cents: number) => money(cents),
    money_with_currency: (cents: number) => `${money(cents)} EUR`,
    money_without_currency: (cents: number) => money(cents).slice(1),
    money_without_trailing_zeros: (cents: number) => money(cents).replace(/\.00$/, ''),
    json: (value: unknown) => safeJson(value),
    asset_url: (name: string) => `/assets/${name}`,
    stylesheet_tag: (url: string) => `<link href="${escape(String(url))}" rel="stylesheet" type="text/css" media="all">`,
    script_tag: (url: string) => `<script src="${escape(String(url))}"></script>`,
    img_url: (image: unknown) => imageUrl(image),
    image_url: (image: unknown) => imageUrl(image),
    image_tag: (url: string, ...given: Named[]) => `<img src="${escape(String(url))}"${attributes(named(given))}>`,
    img_tag: (url: unknown, alt = '') => `<img src="${escape(imageUrl(url))}" alt="${escape(String(alt))}">`,
    link_to: (text: string, url: string, ...given: Named[]) =>
      `<a href="${escape(String(url))}"${attributes(named(given))}>${escape(String(text))}</a>`,
    handleize: (text: string) => handle(text),
    handle: (text: string) => handle(text),
    pluralize: (count: number, one: string, other: string) => (Number(count) === 1 ? one : other),
    time_tag: (instant: string, ...given: Named[]) =>
      `<time datetime="${escape(String(instant))}">${escape(shownDate(instant, String(named(given).format ?? 'date')))}</time>`,
    weight_with_unit: (grams: number) => `${Number(grams) / 1000} kg`,
    hmac_sha256: (text: string, key: string) => createHmac('sha256', String(key)).update(String(text)).digest('hex'),
    sha256: (text: string) => createHash('sha256').update(String(text)).digest('hex'),
    md5: (text: string) => createHash('md5').update(String(text)).digest('hex'),
    placeholder_svg_tag: () => '<svg viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" fill="#ddd"/></svg>',
  };
  for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, filter);
}

// Shopify writes `<`, `>` and `&` as escapes, so that JSON stands safely inside a script element.
export function safeJson(value: unknown): string {
  const text = JSON.stringify(value ?? null, (_, held: unknown) => (typeof held === 'bigint' ? String(held) : held));
  return text.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function named(given: unknown[]): Record<string, unknown> {
  return Object.fromEntries(given.filter((one): one is Named => Array.isArray(one) && one.length === 2));
}

function attributes(values: Record<string, unknown>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('');
}

function money(cents: number): string {
  return `€${(Number(cents) / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`;
}

function imageUrl(image: unknown): string {
  if (typeof image === 'string') return image;
  const held = image as { src?: string; featured_image?: { src?: string } } | null | undefined;
  return held?.src ?? held?.featured_image?.src ?? '';
}

function handle(text: unknown): string {
  return String(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function shownDate(instant: string, format: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', dateStyle: format === 'date' ? 'long' : 'medium' }).format(
    new Date(instant),
  );
}

function languageOf(context: Context): string {
  const { request } = context.globals as { request?: { locale?: { iso_code?: string } } };
  return request?.locale?.iso_code?.slice(0, 2) ?? 'en';
}
