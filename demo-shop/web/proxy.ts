// The app proxy: forwards /apps/shopdesk/* to the Worker with a signed query, as Shopify does.

import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { credentials } from '../credentials.ts';
import { readBody } from '../http/body.ts';
import { sendHtml, sendText } from '../http/reply.ts';
import type { PageRequest } from './page_request.ts';
import type { Site } from './types.ts';

export const proxyPrefix = '/apps/shopdesk';

// Shopify names these itself; a shopper who sends them must not choose them. What Shopify does then is not documented (UNVERIFIED).
const reserved = ['shop', 'logged_in_customer_id', 'path_prefix', 'timestamp', 'signature', 'hmac'];

// Headers that never pass, by direction. Cookies do not pass in either.
const keptFromRequest = new Set([
  'host',
  'connection',
  'cookie',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'keep-alive',
  'te',
  'trailer',
  'proxy-authorization',
  'expect',
  'accept-encoding',
]);
const keptFromResponse = new Set([
  'accept-patch',
  'accept-ranges',
  'connection',
  'cookie',
  'date',
  'delta-base',
  'im',
  'p3p',
  'pragma',
  'preference-applied',
  'proxy-authenticate',
  'public-key-pins',
  'server',
  'service-worker-allowed',
  'set-cookie',
  'trailer',
  'tk',
  'warning',
  'x-powered-by',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'keep-alive',
]);

// The signature of a query: pairs grouped by key, values joined by commas, sorted, put together without a separator.
export function signature(query: URLSearchParams, secret: string): string {
  const grouped = new Map<string, string[]>();
  for (const [key, value] of query) {
    if (key !== 'signature' && key !== 'hmac') grouped.set(key, [...(grouped.get(key) ?? []), value]);
  }
  const message = [...grouped]
    .map(([key, values]) => `${key}=${values.join(',')}`)
    .sort()
    .join('');
  return createHmac('sha256', secret).update(message).digest('hex');
}

export function signedQuery(query: URLSearchParams, customerId: number | null, timestamp: number): URLSearchParams {
  const signed = new URLSearchParams([...query].filter(([key]) => !reserved.includes(key)));
  signed.append('shop', credentials.shopDomain);
  signed.append('logged_in_customer_id', customerId === null ? '' : String(customerId));
  signed.append('path_prefix', proxyPrefix);
  signed.append('timestamp', String(timestamp));
  signed.append('signature', signature(signed, credentials.clientSecret));
  return signed;
}

export async function appProxy(page: PageRequest, response: ServerResponse, site: Site): Promise<void> {
  const { request, path, query, method, customer } = page;
  const { workerUrl } = site.store;
  if (!workerUrl) return sendText(response, 503, 'the demo shop does not know the Worker yet: PUT /_demo/worker');
  const body = await readBody(request);
  if (body === null) return sendText(response, 413, 'payload too large');
  const target = new URL(`/proxy${path.slice(proxyPrefix.length).split('/').map(encodeURIComponent).join('/')}`, workerUrl);
  target.search = signedQuery(query, customer?.id ?? null, Math.floor(Date.now() / 1000)).toString();
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (!keptFromRequest.has(name) && value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('x-forwarded-for', request.socket.remoteAddress ?? '127.0.0.1');
  headers.set('x-forwarded-host', request.headers.host ?? '');
  let answer: Response;
  try {
    answer = await fetch(target, {
      method,
      headers,
      signal: AbortSignal.timeout(30_000),
      ...(method === 'GET' || method === 'HEAD' ? {} : { body: new Uint8Array(body) }),
    });
  } catch {
    return sendText(response, 502, 'the app did not answer');
  }
  const content = Buffer.from(await answer.arrayBuffer());
  if (answer.headers.get('content-type')?.startsWith('application/liquid')) {
    return sendHtml(response, answer.status, await site.theme.renderText(content.toString('utf8'), page, site));
  }
  const passed: Record<string, string> = {};
  answer.headers.forEach((value, name) => {
    if (!keptFromResponse.has(name)) passed[name] = value;
  });
  response.writeHead(answer.status, { ...passed, 'content-length': content.length });
  response.end(method === 'HEAD' ? undefined : content);
}
