// Signing in and out: the demo shop asks for an e-mail only, any of its customers will do. And the order status page.

import type { ServerResponse } from 'node:http';
import { methodNotAllowed, redirect, sendHtml } from '../http/reply.ts';
import { trackingUrl } from '../orders/carrier.ts';
import { lastScan, orderToken, totalCents } from '../orders/order.ts';
import { readForm } from './form.ts';
import type { PageRequest } from './page_request.ts';
import { sessionCookie } from './sessions.ts';
import type { Site } from './types.ts';

export async function account(page: PageRequest, response: ServerResponse, site: Site): Promise<boolean> {
  const { path, method } = page;
  const isRead = method === 'GET' || method === 'HEAD';
  if (path === '/account/login') {
    if (method === 'POST') await signIn(page, response, site);
    else if (isRead)
      await show(page, response, site, 'customers/login', {
        settings: { login: { return_url: page.query.get('return_url') ?? '', error: null, known: knownCustomers(site) } },
      });
    else methodNotAllowed(response, 'GET, HEAD, POST');
    return true;
  }
  if (path !== '/account' && path !== '/account/logout' && !path.startsWith('/account/orders/')) return false;
  if (!isRead) {
    methodNotAllowed(response, 'GET, HEAD');
    return true;
  }
  if (path === '/account/logout') {
    if (page.session) page.session.customerId = null;
    redirect(response, page.root);
    return true;
  }
  if (path === '/account') {
    if (!page.customer) redirect(response, `${page.root}account/login?return_url=${encodeURIComponent(`${page.root}account`)}`);
    else await show(page, response, site, 'customers/account', {});
    return true;
  }
  return orderPage(page, response, site);
}

async function signIn(page: PageRequest, response: ServerResponse, site: Site): Promise<void> {
  const { store } = site;
  const form = await readForm(page.request);
  const email = String(form?.['email'] ?? (form?.['customer'] as Record<string, unknown> | undefined)?.email ?? '')
    .trim()
    .toLowerCase();
  const returnTo = String(form?.['return_url'] ?? '');
  const customer = store.customerByEmail(email);
  if (!customer) {
    const html = await site.theme.render('customers/login', page, site, {
      settings: { login: { return_url: returnTo, error: email, known: knownCustomers(site) } },
    });
    return sendHtml(response, 422, html);
  }
  // A new token at sign-in; the cart comes along.
  const session = store.sessions.start();
  Object.assign(session, { customerId: customer.id, items: page.session?.items ?? [], note: page.session?.note ?? '' });
  // Only a path of this shop: `//host` would leave it.
  const isLocal = /^\/(?![/\\])[^\r\n]*$/.test(returnTo);
  redirect(response, isLocal ? returnTo : `${page.root}account`, { 'set-cookie': sessionCookie(session) });
}

function knownCustomers({ store }: Site): unknown[] {
  return store.shop.customers
    .slice(0, 12)
    .map((customer) => ({ email: customer.email, name: `${customer.firstName} ${customer.lastName}` }));
}

async function orderPage(page: PageRequest, response: ServerResponse, site: Site): Promise<boolean> {
  const token = page.path.slice('/account/orders/'.length);
  const order = site.store.shop.orders.find((one) => orderToken(one) === token);
  if (!order) return false;
  await show(page, response, site, 'customers/order', {
    order: {
      name: `#${order.number}`,
      created_at: order.createdAt,
      cancelled: order.cancelledAt !== null,
      total_price: totalCents(order),
      line_items: order.lines.map((line) => ({
        title: line.variant.product.text.title[page.language],
        quantity: line.quantity,
        final_line_price: line.quantity * line.unitCents,
      })),
      fulfillments: order.parcels.map((parcel) => ({
        tracking_company: parcel.carrier,
        tracking_number: parcel.trackingNumber,
        tracking_url: parcel.carrier && parcel.trackingNumber ? trackingUrl(parcel.carrier, parcel.trackingNumber) : null,
        latest: lastScan(parcel)?.message ?? null,
        scanned_at: lastScan(parcel)?.happenedAt ?? null,
      })),
    },
  });
  return true;
}

async function show(
  page: PageRequest,
  response: ServerResponse,
  site: Site,
  template: string,
  objects: Record<string, unknown>,
): Promise<void> {
  sendHtml(response, 200, await site.theme.render(template, page, site, objects));
}
