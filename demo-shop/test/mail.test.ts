// The mail provider: what it takes, what it refuses, how it fails, and where people see what arrived.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { credentials } from '../credentials.ts';
import { running } from './running.ts';

const run = running();
afterEach(async () => {
  await run.control('DELETE', 'faults');
  await run.control('DELETE', 'mail.json');
});

const mail = { from: 'Kestrel & Fern <desk@example.com>', to: ['ana@example.com'], subject: 'Your code', text: 'It is 123456.' };
const authorized = { authorization: `Bearer ${credentials.mailKey}`, 'content-type': 'application/json' };

async function send(body: unknown, headers: Record<string, string> = {}, init: RequestInit = {}) {
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${run.at.mail}/emails`, {
    method: 'POST',
    redirect: 'manual',
    body: sent,
    headers: { ...authorized, ...headers },
    ...init,
  });
  const text = await response.text();
  return { status: response.status, text, body: text.startsWith('{') && text.endsWith('}') ? JSON.parse(text) : null };
}

const kept = async () => (await run.control('GET', 'mail.json')).body;

test('a mail is kept as it was sent', async () => {
  const { status, body } = await send({ ...mail, to: 'ana@example.com', html: '<b>It is 123456.</b>', headers: { 'X-Entity-Ref-ID': '1' } });
  assert.equal(status, 200);
  const [one] = await kept();
  assert.equal(one.id, body.id);
  assert.deepEqual(
    [one.from, one.to, one.subject, one.text, one.html, one.headers],
    [mail.from, mail.to, mail.subject, mail.text, '<b>It is 123456.</b>', { 'X-Entity-Ref-ID': '1' }],
  );
});

test('one key is one mail, and another mail under it is refused', async () => {
  const key = { 'idempotency-key': 'code/1' };
  const [one, two] = [await send(mail, key), await send(mail, key)];
  assert.equal(one.body.id, two.body.id);
  const other = await send({ ...mail, subject: 'Another' }, key);
  assert.deepEqual([other.status, other.body.name], [409, 'invalid_idempotent_request']);
  assert.equal((await kept()).length, 1);
  assert.notEqual((await send(mail)).body.id, one.body.id);
});

test('what is wrong is refused by name', async () => {
  const { from: _, ...withoutFrom } = mail;
  const { text: __, ...withoutText } = mail;
  const rows: [why: string, answer: () => ReturnType<typeof send>, status: number, name: string][] = [
    ['no key', () => send(mail, {}, { headers: { 'content-type': 'application/json' } }), 401, 'missing_api_key'],
    ['wrong key', () => send(mail, { authorization: 'Bearer other' }), 403, 'invalid_api_key'],
    ['key without its scheme', () => send(mail, { authorization: credentials.mailKey }), 403, 'invalid_api_key'],
    ['another content type', () => send(mail, { 'content-type': 'text/plain' }), 415, 'validation_error'],
    ['a method', () => send(mail, {}, { method: 'PUT' }), 405, 'method_not_allowed'],
    ['broken JSON', () => send('{"from":'), 400, 'validation_error'],
    ['a list', () => send([mail]), 400, 'validation_error'],
    ['a key that is too long', () => send(mail, { 'idempotency-key': 'k'.repeat(257) }), 400, 'invalid_idempotency_key'],
    ['nobody to send it', () => send(withoutFrom), 422, 'missing_required_field'],
    ['nothing to say', () => send(withoutText), 422, 'missing_required_field'],
    ['a sender that is no address', () => send({ ...mail, from: 'Kestrel & Fern' }), 422, 'invalid_from_address'],
    ['a second header in the sender', () => send({ ...mail, from: 'a@example.com\r\nBcc: b@example.com' }), 422, 'invalid_from_address'],
    ['nobody to send it to', () => send({ ...mail, to: [] }), 422, 'validation_error'],
    ['too many to send it to', () => send({ ...mail, to: Array(51).fill('ana@example.com') }), 422, 'validation_error'],
    ['a text that is none', () => send({ ...mail, text: 5 }), 422, 'validation_error'],
    ['headers that are none', () => send({ ...mail, headers: { a: 1 } }), 422, 'validation_error'],
  ];
  const wrong = [];
  for (const [why, answer, status, name] of rows) {
    const { status: seen, body } = await answer();
    if (seen !== status || body?.statusCode !== status || body.name !== name || !body.message) wrong.push({ why, seen, body });
  }
  assert.deepEqual(wrong, []);
  assert.equal((await fetch(`${run.at.mail}/mails`, { method: 'POST', headers: authorized })).status, 404);
  assert.deepEqual(await kept(), []);
});

test('each fault has its answer, and some keep the mail all the same', async () => {
  const rows: [fault: string, status: number, name: string | null, isKept: boolean][] = [
    ['throttled', 429, 'rate_limit_exceeded', false],
    ['error', 500, 'application_error', false],
    ['revoked', 403, 'invalid_api_key', false],
    ['stale', 500, 'application_error', true],
    ['empty', 200, null, true],
    ['malformed', 200, null, true],
    ['html', 200, null, false],
    ['redirect', 302, null, false],
    ['deep', 200, null, false],
    ['huge', 200, null, false],
  ];
  for (const [fault, status, name, isKept] of rows) {
    await run.control('PUT', 'faults/mail', { fault, times: 1 });
    const answered = await send(mail);
    assert.deepEqual([fault, answered.status, answered.body?.name ?? null], [fault, status, name]);
    assert.equal(answered.body?.id, undefined, fault);
    assert.equal((await kept()).length, Number(isKept), fault);
    await run.control('DELETE', 'mail.json');
  }
  for (const fault of ['refused', 'reset']) {
    await run.control('PUT', 'faults/mail', { fault });
    assert.ok((await send(mail).catch((error: Error) => error)) instanceof Error, fault);
    await run.control('DELETE', 'faults');
  }
  await run.control('PUT', 'faults/mail', { fault: 'slow', delay_ms: 120 });
  const start = performance.now();
  assert.equal((await send(mail)).status, 200);
  assert.ok(performance.now() - start >= 110);
});

test('the page shows mails as text', async () => {
  assert.match((await run.page('/_demo/mail')).text, /No mail has been sent yet/);
  const hostile = '<script>alert(1)</script>';
  await send({ ...mail, subject: hostile, text: hostile, html: hostile, headers: { 'X-Note': hostile } });
  const { status, text } = await run.page('/_demo/mail');
  assert.equal(status, 200);
  assert.ok(!text.includes('<script'));
  assert.ok(text.split('&#60;script&#62;').length - 1 >= 4);
});
