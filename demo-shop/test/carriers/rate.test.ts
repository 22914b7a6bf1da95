// Limits of the services, where they are kept.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Rate } from '../../carriers/rate.ts';
import type { CarrierService } from '../../faults.ts';
import { running } from '../running.ts';
import { auth, call, numberOf } from './asking.ts';

const run = running();

test('a service answers so many questions in so many seconds', () => {
  // The milliseconds at which it is asked, and whether that is too often.
  const rows: [CarrierService, [at: number, isOver: boolean][]][] = [
    ['17track', [[0, false], [1, false], [2, false], [3, true], [1000, false], [1001, false]]],
    ['dhl', [[0, false], [4999, true], [5000, false]]],
    ['aftership', [...Array.from({ length: 10 }, (_, at): [number, boolean] => [at, false]), [10, true], [1010, false]]],
    ['usps', [...Array.from({ length: 60 }, (_, at): [number, boolean] => [at, false]), [60, true]]],
    ['dhl', [...Array.from({ length: 250 }, (_, at): [number, boolean] => [at * 5000, false]), [1_250_000, true]]],
    ['ups', Array.from({ length: 500 }, (_, at): [number, boolean] => [at, false])],
  ];
  for (const [service, asked] of rows) {
    const rate = new Rate(true);
    assert.deepEqual(asked.map(([at]) => [at, rate.isOver(service, at)]), asked, service);
  }
});

test('limits are kept once that is asked for', async () => {
  const ask = async () => (await call(run, `/dhl/track/shipments?trackingNumber=${numberOf(run, 1014)}`, { headers: auth.dhl })).status;
  assert.deepEqual([await ask(), await ask()], [200, 200]);
  assert.equal((await run.control('PUT', 'carriers/limits', { kept: true })).status, 200);
  assert.deepEqual([await ask(), await ask()], [200, 429]);
  assert.equal((await run.control('PUT', 'carriers/limits', { kept: 'yes' })).status, 400);
  await run.control('PUT', 'carriers/limits', { kept: false });
  assert.equal(await ask(), 200);
});
