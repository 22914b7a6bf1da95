// A demo shop on free ports for the length of a test file, and the requests that tests make of it.

import { after, before } from 'node:test';
import { credentials } from '../credentials.ts';
import { DemoShop, type Addresses, type DemoShopOptions } from '../demo_shop.ts';

export const today = '2026-11-20';

export interface Answered {
  status: number;
  headers: Headers;
  body: any;
}

export interface Running {
  at: Addresses;
  shop: DemoShop;
  admin(query: string, variables?: unknown): Promise<any>;
  storefront(query: string, variables?: unknown): Promise<any>;
  adminRaw(init: RequestInit & { version?: string }): Promise<Answered>;
  storefrontRaw(init: RequestInit & { version?: string }): Promise<Answered>;
  page(path: string, init?: RequestInit): Promise<{ status: number; headers: Headers; text: string }>;
  control(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }>;
}

export const adminHeaders = { 'content-type': 'application/json', 'x-shopify-access-token': credentials.adminToken };
export const storefrontHeaders = { 'content-type': 'application/json', 'shopify-storefront-private-token': credentials.storefrontToken };

// `then` runs once the shop is open: two hooks of one file do not wait for each other.
export function running(then?: (run: Running) => Promise<void>, options: Partial<DemoShopOptions> = {}): Running {
  const run = {} as Running;
  before(async () => {
    run.shop = new DemoShop({
      today,
      seed: 1,
      products: undefined,
      workerUrl: null,
      ports: { storefront: 0, admin: 0, storefrontApi: 0, handOffs: 0, carriers: 0, mail: 0 },
      ...options,
    });
    run.at = await run.shop.open();
    await then?.(run);
  });
  after(() => run.shop.close());
  const ask = (url: string, init: RequestInit) => answered(url, { method: 'POST', ...init });
  run.adminRaw = ({ version = '2026-10', ...init }) =>
    ask(`${run.at.admin}/admin/api/${version}/graphql.json`, { headers: adminHeaders, ...init });
  run.storefrontRaw = ({ version = '2026-10', ...init }) =>
    ask(`${run.at.storefront_api}/api/${version}/graphql.json`, { headers: storefrontHeaders, ...init });
  run.admin = async (query, variables = {}) => (await run.adminRaw({ body: JSON.stringify({ query, variables }) })).body;
  run.storefront = async (query, variables = {}) => (await run.storefrontRaw({ body: JSON.stringify({ query, variables }) })).body;
  run.page = async (path, init = {}) => {
    const response = await fetch(run.at.storefront + path, { redirect: 'manual', ...init });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  run.control = async (method, path, body) => {
    const { status, body: told } = await ask(`${run.at.storefront}/_demo/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status, body: told };
  };
  return run;
}

// What an address answers, read as JSON where it is that. No redirect is followed.
export async function answered(url: string, init: RequestInit): Promise<Answered> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {
    // Left as text.
  }
  return { status: response.status, headers: response.headers, body };
}
