// The app as it is installed in the shop: its tokens and what they may do.

import { Tokens } from './tokens.ts';

export class Installation {
  readonly tokens: Tokens;
  scopes: string[] = [...defaultScopes];

  constructor(now: () => number) {
    this.tokens = new Tokens(now);
  }
}

// What `shopify/shopify.app.toml` asks for, and orders older than sixty days.
export const defaultScopes: readonly string[] = [
  'read_orders',
  'read_all_orders',
  'read_customers',
  'read_fulfillments',
  'read_returns',
  'read_products',
  'read_inventory',
  'read_legal_policies',
  'read_content',
  'write_app_proxy',
];
