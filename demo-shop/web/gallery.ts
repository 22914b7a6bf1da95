// The gallery: every state of the chat, each played with frames of the protocol on a page of the theme.
//
// `/_demo/gallery` lists them, `/_demo/gallery/order` shows one. Parameters of the storefront work here, too:
// `?locale=de`, `?theme=awful`, `?shopdesk_accent=…`.

import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { send, sendHtml } from '../http/reply.ts';
import { safeJson } from './liquid_filters.ts';
import type { PageRequest } from './page_request.ts';
import type { Site } from './types.ts';

interface State {
  settings?: Record<string, unknown>;
  locale?: string;
}

const folder = join(import.meta.dirname, '..', 'gallery');
const prefix = '/_demo/gallery';

// False where the path is not the gallery's.
export async function gallery(page: PageRequest, response: ServerResponse, site: Site): Promise<boolean> {
  const { path } = page;
  if (path !== prefix && !path.startsWith(`${prefix}/`)) return false;
  if (path === `${prefix}/driver.js`) {
    send(response, 200, 'text/javascript; charset=utf-8', readFileSync(join(folder, 'driver.js')), { 'cache-control': 'no-cache' });
    return true;
  }
  const states = JSON.parse(readFileSync(join(folder, 'states.json'), 'utf8')) as Record<string, State>;
  const name = path.slice(prefix.length + 1);
  if (!name) {
    const links = Object.keys(states).map((one) => `<li><a href="${prefix}/${one}">${one}</a></li>`);
    sendHtml(response, 200, `<!doctype html><title>Gallery</title><h1>States of the chat</h1><ul>${links.join('')}</ul>`);
    return true;
  }
  if (!Object.hasOwn(states, name)) return false;
  const state = states[name]!;
  const shown = { ...page, locale: state.locale ?? page.locale, path: '/' };
  const html = await site.theme.render('index', shown, site);
  sendHtml(response, 200, driven(html, state));
  return true;
}

// The snippet's settings with the state's own, and the driver before anything else runs.
function driven(html: string, state: State): string {
  const { settings = {}, ...rest } = state;
  const driver = `<script type="application/json" data-state>${safeJson(rest)}</script><script src="${prefix}/driver.js"></script>`;
  return html
    .replace('</title>', () => `</title>${driver}`)
    .replace(/(<shop-desk>[\s\S]*?<script type="application\/json">)([\s\S]*?)(<\/script>)/, (_, before: string, json: string, after: string) => {
      const told = JSON.parse(json) as { page: object };
      const page = { ...told.page, ...(settings.page as object | undefined) };
      return before + safeJson({ ...told, ...settings, page }) + after;
    });
}
