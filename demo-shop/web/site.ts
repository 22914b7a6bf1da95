// The storefront listener: sends each request to what answers it. What nothing answers is a 404.

import type { ServerResponse, IncomingMessage } from 'node:http';
import { methodNotAllowed, sendText } from '../http/reply.ts';
import { account } from './account.ts';
import { ajax } from './ajax.ts';
import { asset } from './asset.ts';
import { cart } from './cart.ts';
import { control } from './control.ts';
import { gallery } from './gallery.ts';
import { merchantPage, merchantPages } from './merchant.ts';
import { readPageRequest, type PageRequest } from './page_request.ts';
import { placeholder } from './placeholder.ts';
import { appProxy, proxyPrefix } from './proxy.ts';
import { notFoundPage, themePage } from './theme_page.ts';
import type { Site } from './types.ts';

export function storefront(site: Site) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const page = readPageRequest(request, site.store);
    if (!page) return sendText(response, 400, 'bad request');
    response.setHeader('x-content-type-options', 'nosniff');
    if (page.query.get('csp') === 'strict') response.setHeader('content-security-policy', strictPolicy(site.store.workerUrl ?? ''));
    const { path } = page;
    if (path === proxyPrefix || path.startsWith(`${proxyPrefix}/`)) return appProxy(page, response, site);
    if (path.startsWith('/_demo/gallery') && (await gallery(page, response, site))) return;
    if (path.startsWith('/_demo/') && (await control(page, response, site))) return;
    if (merchantPages.includes(path)) return merchantPage(page, response, site);
    if (path.startsWith('/assets/')) return onlyRead(page, response) ? asset(page, response) : undefined;
    if (path.startsWith('/cdn/')) return onlyRead(page, response) ? placeholder(page, response, site) : undefined;
    if (await cart(page, response, site)) return;
    if (await account(page, response, site)) return;
    if (await ajax(page, response, site)) return;
    if (!onlyRead(page, response)) return;
    if (!(await themePage(page, response, site))) await notFoundPage(page, response, site);
  };
}

// What docs/theming.md tells a merchant who has a policy of their own, and nothing beyond. Shopify's own inline script
// has a nonce; the snippet's style is known by its hash.
function strictPolicy(worker: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-theme' 'wasm-unsafe-eval' ${worker}`,
    "style-src 'self' 'sha256-jctGnbeJtfInw0dUiKvJkdZ5VxtHgmylV1uagNZXdGg='",
    "img-src 'self' data:",
    `connect-src 'self' ${worker} ${worker.replace(/^http/, 'ws')}`,
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

function onlyRead({ method }: PageRequest, response: ServerResponse): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  methodNotAllowed(response, 'GET, HEAD');
  return false;
}
