// Shop, the app's own installation, and the written pages, as the Admin API shows them.

import { credentials } from '../../credentials.ts';
import { shopZone } from '../../clock.ts';
import { gid } from '../../gid.ts';
import type { Context } from '../context.ts';
import { currency } from '../money.ts';
import type { View } from '../view.ts';
import { daysAgo, once } from '../views.ts';

export const shopId = 67_000_000_001;

export const policyTypes: Record<string, string> = {
  refundPolicy: 'REFUND_POLICY',
  shippingPolicy: 'SHIPPING_POLICY',
  privacyPolicy: 'PRIVACY_POLICY',
  termsOfService: 'TERMS_OF_SERVICE',
  contactInformation: 'CONTACT_INFORMATION',
  legalNotice: 'LEGAL_NOTICE',
  termsOfSale: 'TERMS_OF_SALE',
  subscriptionPolicy: 'SUBSCRIPTION_POLICY',
};

export function shopView(context: Context): View {
  return once(context, 'Shop', () => {
    const minutes = context.shop.clock.offsetMinutes();
    const offset = `+${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return {
      __typename: 'Shop',
      id: gid('Shop', shopId),
      name: 'Kestrel & Fern',
      email: 'help@kestrel-and-fern.example',
      contactEmail: 'help@kestrel-and-fern.example',
      description: 'Outdoor, clothing and home',
      shopOwnerName: 'Kestrel & Fern',
      myshopifyDomain: credentials.shopDomain,
      url: context.origin,
      primaryDomain: {
        __typename: 'Domain',
        id: gid('Domain', 1),
        host: new URL(context.origin).host,
        url: context.origin,
        sslEnabled: context.origin.startsWith('https:'),
      },
      currencyCode: currency,
      enabledPresentmentCurrencies: [currency],
      currencyFormats: {
        moneyFormat: '€{{amount}}',
        moneyInEmailsFormat: '€{{amount}}',
        moneyWithCurrencyFormat: '€{{amount}} EUR',
        moneyWithCurrencyInEmailsFormat: '€{{amount}} EUR',
      },
      ianaTimezone: shopZone,
      timezoneAbbreviation: minutes === 60 ? 'CET' : 'CEST',
      timezoneOffset: offset.replace(':', ''),
      timezoneOffsetMinutes: minutes,
      taxesIncluded: true,
      taxShipping: true,
      unitSystem: 'METRIC_SYSTEM',
      weightUnit: 'GRAMS',
      orderNumberFormatPrefix: '#',
      orderNumberFormatSuffix: '',
      shipsToCountries: shipsTo,
      checkoutApiSupported: true,
      setupRequired: false,
      plan: { displayName: 'Advanced', publicDisplayName: 'Advanced', partnerDevelopment: false, shopifyPlus: false },
      shopAddress: {
        __typename: 'ShopAddress',
        id: gid('ShopAddress', 1),
        company: 'Kestrel & Fern',
        address1: 'Beispielweg 12',
        city: 'Berlin',
        zip: '10115',
        country: 'Germany',
        countryCodeV2: 'DE',
        formatted: ['Kestrel & Fern', 'Beispielweg 12', '10115 Berlin', 'Germany'],
      },
      shopPolicies: () =>
        Object.entries(context.shop.content.policies).map(([key, policy], index) => ({
          __typename: 'ShopPolicy',
          id: gid('ShopPolicy', index + 1),
          type: policyTypes[key] ?? 'TERMS_OF_SERVICE',
          title: policy.title.en,
          body: policy.body.en,
          url: `${context.origin}/policies/${policy.handle}`,
          createdAt: daysAgo(context, 600),
          updatedAt: daysAgo(context, 90),
          translations: ({ locale }: { locale: string }) =>
            locale === 'de' ? [{ key: 'body', value: policy.body.de, locale, outdated: false }] : [],
        })),
      createdAt: daysAgo(context, 900),
      updatedAt: daysAgo(context, 2),
      customerAccounts: 'OPTIONAL',
      customerAccountsV2: {
        customerAccountsVersion: 'CLASSIC',
        loginLinksVisibleOnStorefrontAndCheckout: true,
        loginRequiredAtCheckout: false,
        url: null,
      },
    };
  });
}

// The European Union, and what the shipping policy names besides.
export const shipsTo = [
  'AT',
  'AU',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GB',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'JP',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
  'US',
];

export function installationView(context: Context): View {
  return {
    __typename: 'AppInstallation',
    id: gid('AppInstallation', 1),
    accessScopes: context.app.scopes.map((handle) => ({ handle, description: handle.replaceAll('_', ' ') })),
    app: { __typename: 'App', id: gid('App', 1), title: 'Shopdesk', handle: 'shopdesk', installed: true, apiKey: credentials.clientId },
    launchUrl: `${context.origin}/_demo`,
  };
}
