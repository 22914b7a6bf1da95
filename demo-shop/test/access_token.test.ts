// The client credentials grant, and tokens that expire or are revoked.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { credentials } from '../credentials.ts';
import { adminHeaders, running } from './running.ts';

let now = Date.parse('2026-11-20T08:00:00Z');
const run = running(undefined, { now: () => now });
afterEach(async () => {
  await run.control('PUT', 'tokens', { life_seconds: 86399 });
  await run.control('DELETE', 'tokens/revoke');
});

const right = { client_id: credentials.clientId, client_secret: credentials.clientSecret, grant_type: 'client_credentials' };
const refusal = { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' };

async function grant(body: unknown, init: RequestInit = {}): Promise<{ status: number; body: any }> {
  const response = await fetch(`${run.at.admin}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}

async function asks(token: string): Promise<{ status: number; body: any }> {
  const { status, body } = await run.adminRaw({
    body: JSON.stringify({ query: '{ shop { name } }' }),
    headers: { ...adminHeaders, 'x-shopify-access-token': token },
  });
  return { status, body };
}

test('a token is granted for a day less a second, with the scopes', async () => {
  const { status, body } = await grant(right);
  assert.deepEqual([status, body.expires_in, body.scope.split(',').includes('read_orders')], [200, 86399, true]);
  assert.match(body.access_token, /^shpat_[0-9a-f]{32}$/);
  assert.equal((await asks(body.access_token)).status, 200);
});

test('wrong grants are refused', async () => {
  const rows: [body: unknown, status: number, error: string][] = [
    [{ ...right, client_id: 'other' }, 401, 'invalid_client'],
    [{ ...right, client_secret: 'other' }, 401, 'invalid_client'],
    [{ ...right, grant_type: 'refresh_token' }, 400, 'unsupported_grant_type'],
    [{ grant_type: 'client_credentials' }, 401, 'invalid_client'],
    ['[]', 400, 'invalid_request'],
    ['{"client_id":', 400, 'invalid_request'],
  ];
  for (const [body, status, error] of rows) {
    const answer = await grant(body);
    assert.deepEqual([answer.status, answer.body.error], [status, error], JSON.stringify(body));
  }
  assert.equal((await grant(right, { headers: { 'content-type': 'text/plain' } })).status, 400);
  assert.equal((await fetch(`${run.at.admin}/admin/oauth/access_token`)).status, 405);
});

test('a token opens nothing once its life is over', async () => {
  await run.control('PUT', 'tokens', { life_seconds: 5 });
  const { body } = await grant(right);
  assert.equal(body.expires_in, 5);
  now += 4_999;
  assert.equal((await asks(body.access_token)).status, 200);
  now += 1;
  assert.deepEqual(await asks(body.access_token), { status: 401, body: refusal });
});

test('revoking ends issued tokens for good and the permanent one until it is taken back', async () => {
  const { body } = await grant(right);
  await run.control('POST', 'tokens/revoke');
  assert.deepEqual([(await asks(body.access_token)).status, (await asks(credentials.adminToken)).status], [401, 401]);
  const again = await grant(right);
  assert.equal((await asks(again.body.access_token)).status, 200);
  await run.control('DELETE', 'tokens/revoke');
  assert.deepEqual([(await asks(body.access_token)).status, (await asks(credentials.adminToken)).status], [401, 200]);
});

test('a fault of the Admin API holds for the grant too, and is not counted off', async () => {
  const rows: [fault: string, status: number][] = [
    ['error', 500],
    ['throttled', 429],
    ['html', 200],
    ['redirect', 302],
  ];
  for (const [fault, status] of rows) {
    await run.control('PUT', 'faults/admin', { fault, times: 1 });
    for (let count = 0; count < 2; count++) assert.equal((await grant(right, { redirect: 'manual' })).status, status, fault);
  }
  await run.control('DELETE', 'faults');
});

test('the control refuses a life that is none', async () => {
  for (const body of [{ life_seconds: -1 }, { life_seconds: 1.5 }, { life_seconds: 90_000 }, { lifeSeconds: 5 }, {}])
    assert.equal((await run.control('PUT', 'tokens', body)).status, 400, JSON.stringify(body));
});
