// A drawn picture for each product: a plain figure of its category, in colours that follow from its handle.

import type { ServerResponse } from 'node:http';
import { send, sendText } from '../http/reply.ts';
import { hash32 } from '../seeded.ts';
import type { PageRequest } from './page_request.ts';
import type { Site } from './types.ts';

export function placeholder({ path }: PageRequest, response: ServerResponse, { store }: Site): void {
  const handle = /^\/cdn\/products\/([a-z0-9-]+)\.svg$/.exec(path)?.[1];
  const product = handle && store.shop.catalog.byHandle.get(handle);
  if (!product) return sendText(response, 404, 'not found');
  send(response, 200, 'image/svg+xml', drawing(product.handle, product.text.category), { 'cache-control': 'public, max-age=86400' });
}

// In a square of 800, standing on a hill whose ridge is at about 600.
const figures: Record<string, string> = {
  jackets:
    '<path d="M320 200 q80 50 160 0 l90 60 50 260 -80 15 -30 -160 v265 H290 V375 l-30 160 -80 -15 50 -260 Z"/><path d="M400 230 V640" class="line"/>',
  'tops-and-layers': '<path d="M330 220 q70 45 140 0 l140 70 -45 110 -65 -25 v250 H300 V375 l-65 25 -45 -110 Z"/>',
  'trousers-and-shorts': '<path d="M290 190 h220 l50 450 h-110 l-50 -290 -50 290 H240 Z"/><path d="M290 240 h220" class="line"/>',
  footwear: '<path d="M270 250 h150 v170 q120 30 180 90 v70 H250 Z"/><path d="M240 580 h370 v40 H240 Z" class="dark"/>',
  'packs-and-bags':
    '<rect x="270" y="230" width="260" height="390" rx="90"/><path d="M340 240 q60 -90 120 0" class="line"/><rect x="310" y="440" width="180" height="130" rx="26" class="dark"/>',
  'tents-and-sleeping': '<path d="M160 610 L400 240 L640 610 Z"/><path d="M400 240 L330 610 H470 Z" class="dark"/>',
  'home-and-blankets': '<path d="M240 300 h320 v260 q-80 50 -160 0 t-160 0 Z"/><path d="M240 370 h320 M240 420 h320" class="line"/>',
  'camp-kitchen-and-accessories':
    '<path d="M270 330 h240 v230 q0 60 -60 60 H330 q-60 0 -60 -60 Z"/><path d="M510 390 q90 0 90 70 t-90 70" class="handle"/>',
};

function drawing(handle: string, category: string): string {
  const hue = hash32(handle) % 360;
  const back = `hsl(${hue} 24% 90%)`;
  const hill = `hsl(${(hue + 25) % 360} 24% 76%)`;
  const ink = `hsl(${(hue + 200) % 360} 24% 38%)`;
  const figure = figures[category] ?? figures['camp-kitchen-and-accessories']!;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="800" height="800">
<style>.line{fill:none;stroke:${back};stroke-width:12;stroke-linecap:round;stroke-opacity:.8}.handle{fill:none;stroke:${ink};stroke-width:36}.dark{fill-opacity:.35;fill:#000}</style>
<rect width="800" height="800" fill="${back}"/><path d="M0 620 Q200 560 400 610 T800 590 V800 H0 Z" fill="${hill}"/><g fill="${ink}">${figure}</g></svg>`;
}
