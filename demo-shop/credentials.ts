// The demo shop's names and secrets: public constants that open nothing but this stand-in.

export const credentials = {
  shopDomain: 'kestrel-and-fern.myshopify.com',
  adminToken: 'shpat_demo_admin_token',
  storefrontToken: 'shpss_demo_storefront_token',
  clientId: 'demo_client_id',
  clientSecret: 'demo_client_secret',
  handOffSecret: 'demo_hand_off_secret',
} as const;

export const apiVersions = ['2026-07', '2026-10'] as const;
export type ApiVersion = (typeof apiVersions)[number];
