// The command line of the demo shop.

import { parseArgs } from 'node:util';
import { generous, realistic } from './app/bucket.ts';
import { isDay, realToday } from './clock.ts';
import type { DemoShopOptions } from './demo_shop.ts';

export function readArguments(argv: string[]): DemoShopOptions & { exitsWithStdin: boolean } {
  const { values } = parseArgs({
    args: argv,
    options: {
      port: { type: 'string', default: '0' },
      'admin-port': { type: 'string', default: '0' },
      'storefront-api-port': { type: 'string', default: '0' },
      'hand-offs-port': { type: 'string', default: '0' },
      'carriers-port': { type: 'string', default: '0' },
      'mail-port': { type: 'string', default: '0' },
      worker: { type: 'string' },
      today: { type: 'string' },
      seed: { type: 'string', default: '1' },
      products: { type: 'string' },
      'realistic-throttling': { type: 'boolean', default: false },
      'exit-with-stdin': { type: 'boolean', default: false },
    },
  });
  const today = values.today ?? realToday();
  if (!isDay(today)) throw new Error(`--today must be a day such as 2026-11-20, not ${today}`);
  return {
    today,
    seed: whole('seed', values.seed, 0, 0xffff_ffff),
    products: values.products === undefined ? undefined : whole('products', values.products, 1, 100_000),
    bucket: values['realistic-throttling'] ? realistic : generous,
    limitsCarriers: values['realistic-throttling'],
    workerUrl: values.worker?.replace(/\/$/, '') ?? null,
    ports: {
      storefront: whole('port', values.port, 0, 65535),
      admin: whole('admin-port', values['admin-port'], 0, 65535),
      storefrontApi: whole('storefront-api-port', values['storefront-api-port'], 0, 65535),
      handOffs: whole('hand-offs-port', values['hand-offs-port'], 0, 65535),
      carriers: whole('carriers-port', values['carriers-port'], 0, 65535),
      mail: whole('mail-port', values['mail-port'], 0, 65535),
    },
    exitsWithStdin: values['exit-with-stdin'],
  };
}

function whole(name: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < low || value > high)
    throw new Error(`--${name} must be a whole number from ${low} to ${high}, not ${text}`);
  return value;
}
