// Amounts as the APIs write them: `MoneyV2.amount` drops trailing zeros ("139.0"), the older `Money` keeps them ("139.00").

import type { View } from './view.ts';

export const currency = 'EUR';

export function money(cents: number): View {
  const amount = String(cents / 100);
  return { amount: amount.includes('.') ? amount : `${amount}.0`, currencyCode: currency };
}

export function bag(cents: number): View {
  return { shopMoney: money(cents), presentmentMoney: money(cents) };
}

export function plainMoney(cents: number): string {
  return (cents / 100).toFixed(2);
}

// Prices include value added tax at the German standard rate.
export const taxRate = 0.19;

export function includedTax(cents: number): number {
  return Math.round(cents - cents / (1 + taxRate));
}
