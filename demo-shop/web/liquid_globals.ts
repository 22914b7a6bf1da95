// The objects that every Liquid file sees: shop, request, localization, cart, customer, settings, routes.

import { Drop } from 'liquidjs';
import { credentials } from '../credentials.ts';
import { shipsTo, shopId } from '../graphql/admin/shop.ts';
import { cartObject } from './cart_object.ts';
import { customerObject } from './customer_object.ts';
import { safeJson } from './liquid_filters.ts';
import { productObject } from './product_object.ts';
import type { PageRequest } from './page_request.ts';
import { proxyPrefix } from './proxy.ts';
import type { Site } from './types.ts';

// Prints and compares as its name, and has parts: `template`, `template.name`.
export class TemplateName extends Drop {
  readonly name: string;
  readonly directory: string | null;
  readonly suffix = null;

  constructor(path: string) {
    super();
    const parts = path.split('/');
    this.name = parts.pop()!;
    this.directory = parts.pop() ?? null;
  }

  override valueOf(): string {
    return this.directory ? `${this.directory}/${this.name}` : this.name;
  }

  override toString(): string {
    return this.valueOf();
  }
}

export function globalsFor(page: PageRequest, { store }: Site, template: TemplateName): Record<string, unknown> {
  const { language, country, root, path, query } = page;
  const { catalog, content } = store.shop;
  const host = new URL(store.origin).host;
  const languages = [
    { iso_code: 'en', name: 'English', endonym_name: 'English', root_url: '/', primary: true },
    { iso_code: 'de', name: 'German', endonym_name: 'Deutsch', root_url: '/de', primary: false },
  ];
  const locale = languages.find((one) => one.iso_code === page.locale) ?? {
    iso_code: page.locale,
    name: page.locale,
    endonym_name: page.locale,
    root_url: '/',
    primary: false,
  };
  const pageType = template.directory ? `${template.directory}/${template.name}` : template.name;
  return {
    shop: {
      id: shopId,
      name: 'Kestrel & Fern',
      permanent_domain: credentials.shopDomain,
      domain: host,
      secure_url: store.origin,
      url: store.origin,
      currency: 'EUR',
      money_format: '€{{amount}}',
      email: 'help@kestrel-and-fern.example',
      description: 'Outdoor, clothing and home',
      locale: 'en',
      published_locales: languages,
      policies: policyLinks(page, content.policies),
      customer_accounts_enabled: true,
    },
    request: {
      locale,
      host,
      origin: store.origin,
      path: path === '/' ? root : root + path.slice(1),
      page_type: pageType,
      design_mode: isDesignMode(query),
      visual_preview_mode: false,
    },
    localization: {
      language: locale,
      country: { iso_code: country, name: country, currency: { iso_code: 'EUR', symbol: '€' } },
      available_languages: languages,
      available_countries: shipsTo.map((code) => ({ iso_code: code })),
    },
    template,
    settings: settingsOf(query, store.workerUrl),
    cart: cartObject(page, store),
    customer: page.customer ? customerObject(page.customer, store) : null,
    routes: {
      root_url: root,
      cart_url: `${root}cart`,
      cart_add_url: `${root}cart/add`,
      cart_change_url: `${root}cart/change`,
      cart_update_url: `${root}cart/update`,
      search_url: `${root}search`,
      predictive_search_url: `${root}search/suggest`,
      account_url: `${root}account`,
      account_login_url: `${root}account/login`,
      account_logout_url: `${root}account/logout`,
      all_products_collection_url: `${root}collections/all`,
      collections_url: `${root}collections`,
      product_recommendations_url: `${root}recommendations/products`,
    },
    collections: Object.assign(
      content.collections.map((one) => ({
        handle: one.handle,
        title: one.title[language],
        description: one.description[language],
        url: `${root}collections/${one.handle}`,
      })),
      {
        // One from each shelf.
        get frontpage() {
          const first = content.collections.map((one) => catalog.products.find((product) => product.text.category === one.handle));
          return { products: first.filter((product) => product !== undefined).map((product) => productObject(product, language, root)) };
        },
        get all() {
          return { products: catalog.products.slice(0, 50).map((product) => productObject(product, language, root)) };
        },
      },
    ),
    canonical_url: `${store.origin}${path}`,
    page_title: 'Kestrel & Fern',
    content_for_header: headerScript(page, query),
  };
}

// What a merchant would set in the theme editor: here each can be tried with a parameter, such as `?shopdesk_accent=%23fc0`.
// `?theme=awful` has the theme bring its worst styles and scripts, `?theme=heavy` 300 kB of them and twenty pictures more
// on a product's page.
function settingsOf(query: URLSearchParams, workerUrl: string | null): Record<string, unknown> {
  const tried = [...query].filter(([name]) => /^shopdesk_[a-z_]+$/.test(name) && name !== 'shopdesk_worker_url');
  const theme = query.get('theme');
  return { shopdesk_proxy: proxyPrefix, ...Object.fromEntries(tried), shopdesk_worker_url: workerUrl ?? '', awful: theme === 'awful', heavy: theme === 'heavy' };
}

// As in the theme editor, to try what must not happen there.
function isDesignMode(query: URLSearchParams): boolean {
  return query.get('design_mode') === 'true';
}

function policyLinks({ language, root }: PageRequest, policies: Site['store']['shop']['content']['policies']): unknown[] {
  return Object.values(policies).map((policy) => ({
    title: policy.title[language],
    handle: policy.handle,
    url: `${root}policies/${policy.handle}`,
    body: policy.body[language],
  }));
}

// What Shopify puts before </head>: the browser globals that apps read.
function headerScript({ locale, country, root }: PageRequest, query: URLSearchParams): string {
  const globals = {
    shop: credentials.shopDomain,
    locale,
    country,
    currency: { active: 'EUR', rate: '1.0' },
    theme: { name: 'Hedgerow', id: 150_000_000_001, schema_name: 'Hedgerow', schema_version: '1.0.0', theme_store_id: null, role: 'main' },
    routes: { root },
    designMode: isDesignMode(query),
    cdnHost: '',
  };
  // As apps bring theirs.
  const heavy = query.get('theme') === 'heavy' ? '<link rel="stylesheet" href="/assets/heavy.css"><script src="/assets/heavy.js" defer></script>' : '';
  return `${heavy}<script nonce="theme">window.Shopify = Object.assign(window.Shopify || {}, ${safeJson(globals)});</script>`;
}
