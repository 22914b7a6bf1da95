// Theme pages: they exist, speak two languages, escape what the shop holds, and refuse what is no page.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { test } from 'node:test';
import { handOffSignature } from '../hand_offs.ts';
import { running } from './running.ts';

const run = running();

test('every page of the theme answers, in English and in German', async () => {
  const paths = [
    '/',
    '/products/ridgeline-rain-jacket',
    '/search?q=jacket',
    '/search',
    '/cart',
    '/collections/jackets',
    '/collections/all',
    '/policies/refund-policy',
    '/policies/privacy-policy',
    '/blogs/help',
    '/pages/contact',
    '/account/login',
    '/products/ridgeline-rain-jacket?variant=1',
  ];
  for (const path of paths) {
    for (const prefix of ['', '/de']) {
      const { status, text } = await run.page(prefix + path);
      assert.equal(status, 200, prefix + path);
      assert.match(text, new RegExp(`<html lang="${prefix ? 'de' : 'en'}">`));
      assert.doesNotMatch(text, /Translation missing|Liquid error|undefined|\[object/, prefix + path);
      assert.match(text, new RegExp(`"routes":\\{"root":"${prefix}/"\\},"designMode":false`));
    }
  }
});

test('a title with markup and Liquid is text everywhere', async () => {
  for (const path of ['/products/markup-test-mug', '/search?q=mug', '/de/products/markup-test-mug']) {
    const { text } = await run.page(path);
    assert.match(text, /&lt;b&gt;(Bold|Fetter)&lt;\/b&gt; (Mug|Becher) \{\{ shop\.name \}\} &amp; Co/, path);
    assert.doesNotMatch(text, /<b>(Bold|Fetter)|Mug Kestrel/, path);
  }
});

test('what is typed into a search or a sign-in comes back as text', async () => {
  const attack = '"><script>alert(1)</script>{{ shop.name }}';
  const search = await run.page(`/search?q=${encodeURIComponent(attack)}`);
  assert.doesNotMatch(search.text, /<script>alert/);
  assert.match(search.text, /\{\{ shop\.name \}\}/);
  const login = await run.page('/account/login', { method: 'POST', body: new URLSearchParams({ email: attack }) });
  assert.equal(login.status, 422);
  assert.doesNotMatch(login.text, /<script>alert/);
});

test('?locale=de and /de/ both speak German and keep to it', async () => {
  for (const path of ['/?locale=de', '/de/']) {
    const { text } = await run.page(path);
    assert.match(text, /href="\/de\/collections\/jackets"/);
    assert.match(text, /"locale":"de"/);
  }
});

test('signing in shows the customer and their orders, signing out ends it', async () => {
  assert.equal((await run.page('/account')).headers.get('location'), '/account/login?return_url=%2Faccount');
  const login = await run.page('/account/login', {
    method: 'POST',
    body: new URLSearchParams({ 'customer[email]': 'Ana@Example.com', return_url: '/products/storm-lantern' }),
  });
  assert.equal(login.headers.get('location'), '/products/storm-lantern');
  const cookie = login.headers.get('set-cookie')!.split(';')[0]!;
  const { text } = await run.page('/account', { headers: { cookie } });
  assert.match(text, /#1001/);
  assert.match(text, /#1005/);
  const order = /href="(\/account\/orders\/1001-[0-9a-f]+)"/.exec(text)![1]!;
  assert.match((await run.page(order)).text, /DHL/);
  await run.page('/account/logout', { headers: { cookie } });
  assert.equal((await run.page('/account', { headers: { cookie } })).status, 303);
});

test('a return address outside the shop is not followed', async () => {
  for (const url of ['//evil.example', 'https://evil.example/', '/\\evil.example']) {
    const { headers } = await run.page('/account/login', {
      method: 'POST',
      body: new URLSearchParams({ email: 'ana@example.com', return_url: url }),
    });
    assert.equal(headers.get('location'), '/account', url);
  }
});

test('the Ajax cart adds, changes, clears and refuses like Shopify', async () => {
  const product = JSON.parse((await run.page('/products/markup-test-mug.js')).text);
  const [chalk, ink] = product.variants;
  assert.deepEqual([chalk.available, ink.available, chalk.price], [true, false, 1800]);
  const added = await run.page('/cart/add.js', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ items: [{ id: chalk.id, quantity: 2 }] }),
  });
  assert.equal(added.status, 200);
  const cookie = added.headers.get('set-cookie')!.split(';')[0]!;
  const read = async () => JSON.parse((await run.page('/cart.js', { headers: { cookie } })).text);
  assert.deepEqual([(await read()).item_count, (await read()).total_price], [2, 3600]);
  assert.match((await run.page('/cart', { headers: { cookie } })).text, /&lt;b&gt;Bold/);
  const soldOut = await run.page('/cart/add.js', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ id: ink.id }),
  });
  assert.deepEqual([soldOut.status, JSON.parse(soldOut.text).message], [422, 'Cart Error']);
  const key = (await read()).items[0].key;
  await run.page('/cart/change.js', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ id: key, quantity: 1 }),
  });
  assert.equal((await read()).item_count, 1);
  await run.page('/cart/update.js', { method: 'POST', headers: { cookie }, body: new URLSearchParams({ [`updates[${chalk.id}]`]: '0' }) });
  assert.equal((await read()).item_count, 0);
  assert.equal((await run.page('/cart.js')).text.includes('"item_count":0'), true);
});

test('what is no page is a 404, a wrong method a 405, a crooked path neither read nor followed', async () => {
  for (const path of [
    '/nope',
    '/products/nope',
    '/products',
    '/policies/nope',
    '/assets/nope.css',
    '/assets/',
    '/assets/theme.css/x',
    '/cdn/products/nope.svg',
    '/blogs/help/nope',
    '/_demo/nope',
    '/products/a/b',
    '/collections/nope',
    '/account/orders/1001-0',
    '/products/__proto__',
    '/constructor',
  ]) {
    assert.equal((await run.page(path)).status, 404, path);
  }
  for (const [method, path] of [
    ['POST', '/'],
    ['DELETE', '/cart.js'],
    ['GET', '/cart/add.js'],
    ['PUT', '/assets/theme.css'],
    ['POST', '/products/ridgeline-rain-jacket'],
    ['PATCH', '/account/login'],
    ['POST', '/_demo/hand-offs'],
  ] as const) {
    assert.equal((await run.page(path, { method })).status, 405, `${method} ${path}`);
  }
  for (const path of [
    '/assets/../main.ts',
    '/assets/..%2fmain.ts',
    '/assets/%2e%2e/main.ts',
    '/../package.json',
    '/assets/..\\main.ts',
    '/%',
    '/assets/%00',
  ]) {
    assert.ok([400, 404].includes(await rawStatus(path)), path);
  }
});

// Without a client that tidies the path first.
function rawStatus(path: string): Promise<number> {
  const { hostname, port } = new URL(run.at.storefront);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    })
      .on('error', reject)
      .end();
  });
}

test('the heavy theme has 300 kB of styles and scripts, and twenty pictures on a product page', async () => {
  const page = (await run.page('/products/ridgeline-rain-jacket?theme=heavy')).text;
  const weights = await Promise.all(['heavy.css', 'heavy.js'].map(async (name) => (await run.page(`/assets/${name}`)).text.length));
  assert.ok(weights[0]! + weights[1]! >= 300_000, weights.join());
  assert.ok(page.match(/<img /g)!.length > 20);
  assert.doesNotMatch((await run.page('/products/ridgeline-rain-jacket')).text, /heavy/);
});

test('snippet and embed have one inline style, whose hash the documentation states', async () => {
  const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
  const documented = await read('docs/theming.md');
  for (const path of ['shopify/snippets/shopdesk.liquid', 'shopify/extensions/shopdesk/blocks/shopdesk.liquid']) {
    const styles = [...(await read(path)).matchAll(/<style>([^]*?)<\/style>/g)].map(([, style]) => style!);
    const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    assert.equal(hashes.length, 1, path);
    assert.ok(documented.includes(hashes[0]!), `${path}: ${hashes[0]}`);
  }
});

test('the webhook takes only what is signed, and shows it as text', async () => {
  const body = JSON.stringify({
    text: 'Ana asks for a person <script>alert(1)</script>',
    reason: 'asked',
    transcript: [{ from: 'shopper', text: '<img src=x onerror=alert(1)>' }],
  });
  const send = (headers: Record<string, string>) =>
    fetch(run.at.hand_offs, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  assert.equal((await send({ 'x-shopdesk-delivery': 'd-1' })).status, 401);
  assert.equal((await send({ 'x-shopdesk-delivery': 'd-1', 'x-shopdesk-signature': handOffSignature(body, 'other') })).status, 401);
  assert.equal((await send({ 'x-shopdesk-signature': handOffSignature(body) })).status, 400);
  for (let i = 0; i < 3; i++)
    assert.equal((await send({ 'x-shopdesk-delivery': 'd-1', 'x-shopdesk-signature': handOffSignature(body) })).status, 200);
  const { text } = await run.page('/_demo/hand-offs');
  assert.match(text, /Ana asks for a person &#60;script&#62;/);
  assert.match(text, /sent 3 times/);
  assert.doesNotMatch(text, /<script>|<img/);
  assert.equal((await run.control('DELETE', 'hand-offs')).status, 200);
  assert.match((await run.page('/_demo/hand-offs')).text, /Nothing has been handed over/);
});
