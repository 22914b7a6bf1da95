// Plain pages for people: what to try in the demo shop, the hand-offs that reached the merchant, the mails that were sent.

import type { ServerResponse } from 'node:http';
import { methodNotAllowed, sendHtml } from '../http/reply.ts';
import { mailPage } from './mail_page.ts';
import type { PageRequest } from './page_request.ts';
import { escape } from './translations.ts';
import type { Site } from './types.ts';

export const merchantPages = ['/_demo', '/_demo/', '/_demo/hand-offs', '/_demo/mail'];

export function merchantPage({ path, method }: PageRequest, response: ServerResponse, site: Site): void {
  if (method !== 'GET' && method !== 'HEAD') return methodNotAllowed(response, 'GET, HEAD');
  sendHtml(response, 200, path === '/_demo/mail' ? mailPage(site.store) : path === '/_demo/hand-offs' ? handOffs(site) : guide(site));
}

const states = [
  'delivered four days ago',
  'in transit, delayed by weather',
  'out for delivery today',
  'paid, not shipped',
  'cancelled, refunded',
  'two parcels, one item not shipped',
  'waiting at a pickup point',
  'in transit, no scan for nine days',
  'delivered, return in progress',
  'label created, never picked up',
  'digital goods',
  'delivered yesterday, VIP',
  'on hold, one item back-ordered',
  'delivered by the carrier’s word, in transit by Shopify’s',
  'delivered two days ago',
  'delivery attempted yesterday',
  'held at customs',
  'going back to the sender',
  'returned to the sender',
  'in transit, the carrier knows the hours of delivery',
  'three parcels at three carriers',
];

function guide({ store }: Site): string {
  const rows = store.shop.orders
    .slice(0, states.length)
    .map(
      (order, index) =>
        `<tr><td>#${order.number}</td><td>${escape(order.email)}</td><td>${escape((order.shippingAddress ?? order.billingAddress).zip)}</td><td>${states[index]}</td></tr>`,
    );
  return plainPage(
    'Demo shop',
    `<p>Today is ${store.shop.clock.today}. ${store.shop.catalog.products.length} products, ${store.shop.orders.length} orders, ${store.shop.customers.length} customers.</p>
<table><thead><tr><th>Order</th><th>E-mail</th><th>Postcode</th><th>State</th></tr></thead><tbody>${rows.join('')}</tbody></table>
<p><a href="/">Storefront</a> · <a href="/_demo/hand-offs">Hand-offs</a> · <a href="/_demo/mail">Mail</a> · <a href="/_demo/faults">Faults</a> · <a href="/_demo/requests">Requests</a></p>`,
  );
}

function handOffs({ store }: Site): string {
  const received = store.handOffs.all().reverse();
  if (received.length === 0) return plainPage('Hand-offs', '<p>Nothing has been handed over yet.</p>');
  return plainPage(
    'Hand-offs',
    received
      .map(
        ({ delivery, receivedAt, payload, duplicates }) => `<article><h2>${escape(receivedAt)}</h2>
<p class="quiet">Delivery ${escape(delivery)}${duplicates ? `, sent ${duplicates + 1} times` : ''}</p>${summary(payload)}<details><summary>Everything</summary><pre>${escape(JSON.stringify(payload, null, 2))}</pre></details></article>`,
      )
      .join(''),
  );
}

// Plain values as a list, `text` as a paragraph, a list of lines as a transcript: whatever shape the payload has.
function summary(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null) return '';
  return Object.entries(payload)
    .map(([name, value]) => {
      if (name === 'text' && typeof value === 'string') return `<p class="text" dir="auto">${escape(value)}</p>`;
      if (Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'text' in one)) {
        return `<h3>${escape(name)}</h3><ol>${value.map((one: Record<string, unknown>) => `<li dir="auto"><strong>${escape(String(one.from ?? one.author ?? one.by ?? ''))}</strong> ${escape(String(one.text))}</li>`).join('')}</ol>`;
      }
      return typeof value === 'object' ? '' : `<p><strong>${escape(name)}</strong> <span dir="auto">${escape(String(value))}</span></p>`;
    })
    .join('');
}

export function plainPage(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #ddd}article{border:1px solid #ddd;border-radius:8px;padding:1rem;margin:1rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f6f6f6;padding:1rem}.text{white-space:pre-wrap}.quiet{color:#666}</style>
<h1>${title}</h1>${body}</html>`;
}
