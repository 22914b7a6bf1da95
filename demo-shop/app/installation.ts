// The app as it is installed in the shop: its tokens, what they may do and how much of it, the API versions there
// are for it, and what it is told.

import { apiVersions, type ApiVersion } from '../credentials.ts';
import { Webhooks } from '../webhooks/webhooks.ts';
import { Bucket, generous, type BucketSize } from './bucket.ts';
import { Tokens } from './tokens.ts';

export interface InstallationOptions {
  // Milliseconds since 1970: what tokens expire by. Not the shop's day.
  now?: (() => number) | undefined;
  bucket?: BucketSize | undefined;
  // Between two attempts at a delivery.
  webhookPauseMs?: number | undefined;
}

export class Installation {
  readonly tokens: Tokens;
  readonly bucket: Bucket;
  readonly webhooks: Webhooks;
  scopes: readonly string[] = defaultScopes;
  versions: readonly ApiVersion[] = apiVersions;

  constructor({ now = Date.now, bucket = generous, webhookPauseMs = 1000 }: InstallationOptions) {
    this.tokens = new Tokens(now);
    this.bucket = new Bucket(bucket, now);
    this.webhooks = new Webhooks(now, webhookPauseMs);
  }
}

// What `shopify/shopify.app.toml` asks for, and what else the product reads: orders older than sixty days, what waits in
// the warehouse, the shop's languages.
export const defaultScopes: readonly string[] = [
  'read_orders',
  'read_all_orders',
  'read_customers',
  'read_fulfillments',
  'read_merchant_managed_fulfillment_orders',
  'read_returns',
  'read_products',
  'read_inventory',
  'read_legal_policies',
  'read_content',
  'read_locales',
  'write_app_proxy',
];
