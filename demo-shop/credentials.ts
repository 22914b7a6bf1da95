// The demo shop's names and secrets: public constants that open nothing but this stand-in.

export const credentials = {
  shopDomain: 'kestrel-and-fern.myshopify.com',
  adminToken: 'shpat_demo_admin_token',
  storefrontToken: 'shpss_demo_storefront_token',
  clientId: 'demo_client_id',
  clientSecret: 'demo_client_secret',
  handOffSecret: 'demo_hand_off_secret',
  aftershipKey: 'aftership_demo_key',
  aftershipWebhookSecret: 'aftership_demo_webhook_secret',
  easypostKey: 'easypost_demo_key',
  easypostWebhookSecret: 'easypost_demo_webhook_secret',
  shippoToken: 'shippo_demo_token',
  // Also what its webhooks are signed with.
  track17Key: 'track17_demo_key',
  dhlKey: 'dhl_demo_key',
  upsClient: 'ups_demo_client',
  upsSecret: 'ups_demo_secret',
  fedexClient: 'fedex_demo_client',
  fedexSecret: 'fedex_demo_secret',
  uspsClient: 'usps_demo_client',
  uspsSecret: 'usps_demo_secret',
  mailKey: 'mail_demo_key',
} as const;

export const apiVersions = ['2026-07', '2026-10'] as const;
export type ApiVersion = (typeof apiVersions)[number];
