// The Ajax cart and the cart's forms: one cart per session cookie.

import type { ServerResponse } from 'node:http';
import { isAvailable } from '../catalog.ts';
import { hash32 } from '../seeded.ts';
import { methodNotAllowed, redirect, sendJson } from '../http/reply.ts';
import { cartObject } from './cart_object.ts';
import { readForm } from './form.ts';
import type { PageRequest } from './page_request.ts';
import { sessionCookie, type CartItem, type Session } from './sessions.ts';
import type { Site } from './types.ts';

type Refused = { status: number; message: string; description: string };
const refused = (description: string, status = 422): Refused => ({ status, message: 'Cart Error', description });

const changes: Record<string, (session: Session, body: Record<string, any>, site: Site) => Refused | CartItem[]> = {
  add,
  change,
  update,
  clear,
};

export async function cart(page: PageRequest, response: ServerResponse, site: Site): Promise<boolean> {
  const found = /^\/cart(?:\/(add|change|update|clear))?(\.js(?:on)?)?$/.exec(page.path);
  if (!found || (!found[1] && !found[2])) return false;
  const [, action, suffix] = found;
  if (!action) {
    if (page.method !== 'GET' && page.method !== 'HEAD') methodNotAllowed(response, 'GET, HEAD');
    else sendJson(response, 200, cartObject(page, site.store), { 'cache-control': 'no-store' });
    return true;
  }
  if (page.method !== 'POST') {
    methodNotAllowed(response, 'POST');
    return true;
  }
  const body = await readForm(page.request);
  if (!body) {
    sendJson(response, 400, refused('the body could not be read', 400));
    return true;
  }
  const session = page.session ?? site.store.sessions.start();
  const result = changes[action]!(session, body, site);
  const headers = { 'set-cookie': sessionCookie(session), 'cache-control': 'no-store' };
  const now = { ...page, session };
  if (!suffix) redirect(response, `${page.root}cart`, headers);
  else if (!Array.isArray(result)) sendJson(response, result.status, result, headers);
  else if (action === 'add') {
    const { items } = cartObject(now, site.store);
    const added = result.map((item) => items.find((one) => one.key === item.key));
    sendJson(response, 200, body.items ? { items: added } : added[0], headers);
  } else sendJson(response, 200, cartObject(now, site.store), headers);
  return true;
}

function add(session: Session, body: Record<string, any>, { store }: Site): Refused | CartItem[] {
  const wanted = (Array.isArray(body.items) ? body.items : [body]) as {
    id?: unknown;
    quantity?: unknown;
    properties?: Record<string, unknown>;
  }[];
  const added: CartItem[] = [];
  for (const { id, quantity, properties } of wanted) {
    const variant = store.shop.catalog.variantById.get(Number(id));
    if (!variant) return refused('Cannot find variant', 404);
    const count = Number(quantity ?? 1);
    if (!Number.isInteger(count) || count < 1 || count > 10_000) return refused('Quantity must be a whole number above 0');
    if (!isAvailable(variant)) return refused(`The product '${variant.product.text.title.en}' is already sold out.`);
    const key = `${variant.id}:${hash32(JSON.stringify(properties ?? {})).toString(16)}`;
    let item = session.items.find((one) => one.key === key);
    if (item) item.quantity += count;
    else session.items.unshift((item = { key, variantId: variant.id, quantity: count, properties: properties ?? {} }));
    added.push(item);
  }
  return added;
}

function change(session: Session, { id, line, quantity }: Record<string, any>): Refused | CartItem[] {
  const item = line ? session.items[Number(line) - 1] : find(session, String(id));
  const count = Number(quantity);
  if (!item || !Number.isInteger(count) || count < 0) return refused('no valid id or line parameter', 400);
  item.quantity = count;
  return sweep(session);
}

function update(session: Session, { updates, note, attributes }: Record<string, any>): Refused | CartItem[] {
  for (const [key, quantity] of Object.entries((updates ?? {}) as Record<string, unknown>)) {
    const item = Array.isArray(updates) ? session.items[Number(key)] : find(session, key);
    if (item && Number.isInteger(Number(quantity)) && Number(quantity) >= 0) item.quantity = Number(quantity);
  }
  if (typeof note === 'string') session.note = note;
  if (typeof attributes === 'object' && attributes)
    session.attributes = { ...session.attributes, ...(attributes as Record<string, string>) };
  return sweep(session);
}

function clear(session: Session): CartItem[] {
  session.items = [];
  return [];
}

function find(session: Session, id: string): CartItem | undefined {
  return session.items.find((item) => item.key === id || String(item.variantId) === id);
}

function sweep(session: Session): CartItem[] {
  return (session.items = session.items.filter((item) => item.quantity > 0));
}
