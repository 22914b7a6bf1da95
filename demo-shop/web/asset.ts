// Theme assets, and the loader under the name that the snippet asks for.

import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ServerResponse } from 'node:http';
import { send, sendText } from '../http/reply.ts';
import { heavyAssets } from './heavy.ts';
import type { PageRequest } from './page_request.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
};
const repository = join(import.meta.dirname, '..', '..');

export async function asset({ path }: PageRequest, response: ServerResponse): Promise<void> {
  // Assets have no folders, as in a Shopify theme.
  const name = /^\/assets\/([A-Za-z0-9][A-Za-z0-9._-]*)$/.exec(path)?.[1];
  const type = name && types[extname(name)];
  if (!name || !type) return sendText(response, 404, 'not found');
  const made = heavyAssets[name];
  if (made) return send(response, 200, type, made(), { 'cache-control': 'no-cache' });
  const file = name === 'shopdesk.js' ? join(repository, 'assets', 'loader.js') : join(import.meta.dirname, '..', 'theme', 'assets', name);
  try {
    // Never kept by the browser: an edit shows at the next reload.
    send(response, 200, type, await readFile(file), { 'cache-control': 'no-cache' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    sendText(response, 404, 'not found');
  }
}
