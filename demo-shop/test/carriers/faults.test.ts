// Each fault at each tracking service, as a client sees it.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { carrierServices, type CarrierService, type FaultName } from '../../faults.ts';
import { running } from '../running.ts';
import { ask, asks, call, numberOf, read } from './asking.ts';

const run = running();
afterEach(() => run.control('DELETE', 'faults'));

// A parcel that each service knows and that was scanned yesterday.
const numbers: Record<CarrierService, () => string> = {
  aftership: () => numberOf(run, 1016),
  easypost: () => numberOf(run, 1016),
  shippo: () => numberOf(run, 1016),
  '17track': () => numberOf(run, 1016),
  dhl: () => numberOf(run, 1014),
  ups: () => numberOf(run, 1016),
  fedex: () => numberOf(run, 1002),
  usps: () => numberOf(run, 1021, 2),
};

// What a client switches on, by service: too many requests, an error of the service's own, refused credentials.
const codes: Record<CarrierService, { of(body: any): unknown; throttled: unknown; error: unknown; revoked: unknown }> = {
  aftership: { of: (body) => body.meta.code, throttled: 429, error: 500, revoked: 401 },
  easypost: { of: (body) => body.error.code, throttled: 'RATE_LIMITED', error: 'INTERNAL_SERVER_ERROR', revoked: 'UNAUTHORIZED' },
  shippo: {
    of: (body) => body.detail,
    throttled: 'Request was throttled. Expected available in 1 second.',
    error: 'A server error occurred.',
    revoked: 'Invalid token.',
  },
  '17track': { of: (body) => body.data.errors[0].code, throttled: -18010003, error: -18010003, revoked: -18010002 },
  dhl: { of: (body) => body.title, throttled: 'Too Many Requests', error: 'Internal Server Error', revoked: 'Unauthorized' },
  ups: { of: (body) => body.response.errors[0].code, throttled: '10429', error: '10500', revoked: '250002' },
  fedex: {
    of: (body) => body.errors[0].code,
    throttled: 'RATE.LIMIT.EXCEEDED',
    error: 'INTERNAL.SERVER.ERROR',
    revoked: 'NOT.AUTHORIZED.ERROR',
  },
  usps: { of: (body) => body.error.code, throttled: '429', error: '500', revoked: '401' },
};

// What it says of a parcel that it does not know.
const unknown: Record<CarrierService, (status: number, body: any) => boolean> = {
  aftership: (_, body) => body.data.trackings.every((one: any) => one.tag === 'Pending'),
  easypost: (_, body) => body.status === 'unknown',
  shippo: (_, body) => body.tracking_status.status === 'UNKNOWN',
  '17track': (_, body) => body.data.accepted[0].track_info.latest_status.status === 'NotFound',
  dhl: (status) => status === 404,
  ups: (_, body) => body.trackResponse.shipment[0].warnings[0].code === 'TW0001',
  fedex: (_, body) => body.output.completeTrackResults[0].trackResults[0].error.code === 'TRACKING.TRACKINGNUMBER.NOTFOUND',
  usps: (status) => status === 403,
};

for (const service of carrierServices) {
  // The request is made ready before the service fails: tokens are had, numbers registered.
  const under = async (fault: FaultName, rest: object = {}) => {
    const [path, init] = await asks[service](run, numbers[service]());
    const { status, body } = await run.control('PUT', `faults/${service}`, { fault, ...rest });
    assert.equal(status, 200, JSON.stringify(body));
    return call(run, path, init);
  };

  test(`${service}: throttled, error and revoked have the service’s own shape`, async () => {
    const { of, ...wanted } = codes[service];
    const statuses = { throttled: 429, error: 500, revoked: 401 };
    for (const fault of ['throttled', 'error', 'revoked'] as const) {
      const { status, body } = await under(fault, { times: 1 });
      assert.deepEqual([fault, status, of(body)], [fault, statuses[fault], wanted[fault]]);
    }
    assert.ok((await ask(run, service, numbers[service]())).status < 300, 'it mended itself');
    const named = (await under('throttled', { times: 1, retry_after: 7 })).headers.get('retry-after');
    assert.equal(named, '7');
  });

  test(`${service}: empty knows no parcel`, async () => {
    const { status, body } = await under('empty');
    assert.ok(unknown[service](status, body), JSON.stringify(body));
  });

  test(`${service}: stale knows what it knew two days ago`, async () => {
    const now = read[service]((await ask(run, service, numbers[service]())).body).seen;
    const before = read[service]((await under('stale')).body).seen;
    const limit = Date.parse('2026-11-17T23:00:00Z');
    assert.deepEqual(before, now.filter((one) => one.at <= limit));
    assert.ok(before.length < now.length);
  });

  test(`${service}: malformed breaks off, html is a page, deep and huge are valid JSON`, async () => {
    assert.equal(typeof (await under('malformed')).body, 'string');
    assert.match((await under('html')).body, /^<!doctype html>/);
    assert.ok((await under('deep')).body.data.data);
    assert.ok((await under('huge')).body.data.filler.length >= 8_000_000);
  });

  test(`${service}: redirect leads elsewhere`, async () => {
    const { status, headers } = await under('redirect');
    assert.deepEqual([status, headers.get('location')], [302, run.shop.store.elsewhere]);
  });

  test(`${service}: refused and reset give no answer, and leave the others alone`, async () => {
    for (const fault of ['refused', 'reset'] as const)
      assert.ok((await under(fault).catch((error: Error) => error)) instanceof Error, fault);
    const other = service === 'dhl' ? 'ups' : 'dhl';
    assert.equal((await ask(run, other, numbers[other]())).status, 200);
  });

  test(`${service}: slow answers late and truly`, async () => {
    const [path, init] = await asks[service](run, numbers[service]());
    await run.control('PUT', `faults/${service}`, { fault: 'slow', delay_ms: 120 });
    const start = performance.now();
    const { body } = await call(run, path, init);
    assert.ok(performance.now() - start >= 110);
    assert.ok(read[service](body).seen.length > 0);
  });
}

test('what was asked is logged', async () => {
  await run.control('DELETE', 'requests');
  await ask(run, 'dhl', numbers.dhl());
  const { body: log } = await run.control('GET', 'requests');
  assert.deepEqual(
    log.map(({ at: _, ...one }: any) => one),
    [{ upstream: 'dhl', operation: 'GET /track/shipments', variables: { query: { trackingNumber: numbers.dhl() }, body: '' }, status: 200 }],
  );
});
