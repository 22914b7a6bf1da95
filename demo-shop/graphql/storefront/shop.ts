// Shop, policies and localization, as the Storefront API shows them.

import type { PolicyText } from '../../content.ts';
import { gid } from '../../gid.ts';
import { shipsTo, shopId } from '../admin/shop.ts';
import type { Context } from '../context.ts';
import { currency } from '../money.ts';
import type { Args, View } from '../view.ts';
import { once } from '../views.ts';

export function shopView(context: Context): View {
  return once(context, 'Shop', () => {
    const { policies } = context.shop.content;
    const policy = (key: string, index: number) => (policies[key] ? policyView(policies[key], index, context) : null);
    return {
      __typename: 'Shop',
      id: gid('Shop', shopId),
      name: 'Kestrel & Fern',
      description: 'Outdoor, clothing and home',
      moneyFormat: '€{{amount}}',
      primaryDomain: { host: new URL(context.origin).host, url: context.origin, sslEnabled: context.origin.startsWith('https:') },
      refundPolicy: policy('refundPolicy', 1),
      shippingPolicy: policy('shippingPolicy', 2),
      privacyPolicy: policy('privacyPolicy', 3),
      termsOfService: policy('termsOfService', 4),
      contactInformation: policy('contactInformation', 5),
      legalNotice: policy('legalNotice', 6),
      termsOfSale: policy('termsOfSale', 7),
      subscriptionPolicy: policy('subscriptionPolicy', 8),
      shipsToCountries: shipsTo,
      customerAccountUrl: `${context.origin}/account`,
      paymentSettings: paymentSettings,
      brand: null,
      socialLoginProviders: [],
    };
  });
}

export const paymentSettings: View = {
  currencyCode: currency,
  countryCode: 'DE',
  enabledPresentmentCurrencies: [currency],
  acceptedCardBrands: ['VISA', 'MASTERCARD', 'AMERICAN_EXPRESS'],
  supportedDigitalWallets: ['APPLE_PAY', 'GOOGLE_PAY'],
  cardVaultUrl: 'https://example.com/vault',
  shopifyPaymentsAccountId: null,
};

function policyView(policy: PolicyText, index: number, context: Context): View {
  return {
    __typename: 'ShopPolicy',
    id: gid('ShopPolicy', index),
    handle: policy.handle,
    title: (_: Args, { language }: Context) => policy.title[language],
    body: (_: Args, { language }: Context) => policy.body[language],
    url: `${context.origin}/policies/${policy.handle}`,
  };
}

const english: View = { isoCode: 'EN', name: 'English', endonymName: 'English' };
const german: View = { isoCode: 'DE', name: 'German', endonymName: 'Deutsch' };

export function localizationView(context: Context): View {
  const country = (code: string): View => ({
    isoCode: code,
    name: new Intl.DisplayNames(context.language, { type: 'region' }).of(code),
    unitSystem: code === 'US' ? 'IMPERIAL_SYSTEM' : 'METRIC_SYSTEM',
    currency: { isoCode: currency, name: 'Euro', symbol: '€' },
    availableLanguages: [english, german],
    defaultLanguage: english,
  });
  return {
    country: country(context.country),
    language: context.language === 'de' ? german : english,
    availableCountries: shipsTo.map(country),
    availableLanguages: [english, german],
  };
}
