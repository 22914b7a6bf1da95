// A mail provider in the shape of Resend's `POST /emails`. Which refusal has which name and status is UNVERIFIED.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { credentials } from './credentials.ts';
import type { Faults } from './faults.ts';
import { readBody } from './http/body.ts';
import { breakAnswer, breakOff } from './http/broken.ts';
import { send } from './http/reply.ts';
import type { Mail } from './mail_store.ts';
import type { RequestLog } from './request_log.ts';
import type { Store } from './store.ts';

type Refusal = readonly [statusCode: number, name: string, message: string];

const json = 'application/json; charset=utf-8';
const invalidKey: Refusal = [403, 'invalid_api_key', 'API key is invalid'];

export function mailProvider(store: Store, faults: Faults, log: RequestLog) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    const { fault, delay_ms } = faults.take('mail');
    const key = request.headers['idempotency-key'];
    const note = (status: number) => log.add({ upstream: 'mail', operation: 'send', variables: { idempotency_key: key ?? null }, status });
    const refuse = ([statusCode, name, message]: Refusal, headers: Record<string, string> = {}) => {
      note(statusCode);
      send(response, statusCode, json, JSON.stringify({ statusCode, name, message }), headers);
    };
    if (fault === 'slow') await wait(delay_ms);
    const broken = breakAnswer(response, fault, store.elsewhere);
    if (broken !== null) return note(broken);
    if (fault === 'throttled') return refuse([429, 'rate_limit_exceeded', 'Too many requests.'], { 'retry-after': '1' });
    if (fault === 'error') return refuse([500, 'application_error', 'An unexpected error occurred.']);
    const wrong = fault === 'revoked' ? invalidKey : refusal(request, body);
    if (wrong) return refuse(wrong);
    const mail = readMail(body!);
    if ('length' in mail) return refuse(mail);
    const id = store.mail.receive(mail, typeof key === 'string' ? key : null);
    if (id === null)
      return refuse([409, 'invalid_idempotent_request', 'This idempotency key was used for a request with another body.']);
    // Stored, yet answered as failed: only the key keeps it from doubling.
    if (fault === 'stale') return refuse([500, 'application_error', 'An unexpected error occurred.']);
    note(200);
    const content = Buffer.from(JSON.stringify({ id }));
    send(response, 200, json, fault === 'empty' ? '' : fault === 'malformed' ? breakOff(content) : content);
  };
}

function refusal({ url = '', method, headers }: IncomingMessage, body: Buffer | null): Refusal | null {
  if (url.split('?')[0] !== '/emails') return [404, 'not_found', 'The requested endpoint does not exist'];
  if (method !== 'POST') return [405, 'method_not_allowed', 'This endpoint does not support the specified HTTP method'];
  const { authorization } = headers;
  if (authorization === undefined) return [401, 'missing_api_key', 'Missing API key in the authorization header'];
  if (authorization !== `Bearer ${credentials.mailKey}`) return invalidKey;
  if (body === null) return [413, 'validation_error', 'The request body is too large'];
  const key = headers['idempotency-key'];
  if (key !== undefined && (key.length < 1 || key.length > 256))
    return [400, 'invalid_idempotency_key', 'The key must be between 1-256 characters'];
  if (!/^application\/json\b/i.test(headers['content-type'] ?? ''))
    return [415, 'validation_error', 'The content type must be application/json'];
  return null;
}

function readMail(body: Buffer): Mail | Refusal {
  let asked: unknown;
  try {
    asked = JSON.parse(body.toString('utf8'));
  } catch {
    return [400, 'validation_error', 'The request body is not valid JSON'];
  }
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked))
    return [400, 'validation_error', 'The request body must be an object'];
  const { from, to, subject, text = null, html = null, headers = {} } = asked as Record<string, unknown>;
  for (const [name, value] of Object.entries({ from, to, subject }))
    if (value === undefined) return [422, 'missing_required_field', `Missing \`${name}\` field.`];
  if (text === null && html === null) return [422, 'missing_required_field', 'Missing `html` or `text` field.'];
  if (typeof from !== 'string' || !isAddress(from))
    return [422, 'invalid_from_address', 'Invalid `from` field. Write `email@example.com` or `Name <email@example.com>`.'];
  const recipients: unknown[] = Array.isArray(to) ? to : [to];
  const areAddresses = recipients.every((one) => typeof one === 'string' && isAddress(one));
  if (recipients.length < 1 || recipients.length > 50 || !areAddresses)
    return [422, 'validation_error', 'Invalid `to` field. It takes 1 to 50 addresses.'];
  if (typeof subject !== 'string') return [422, 'validation_error', 'The `subject` field must be a string.'];
  for (const part of [text, html])
    if (part !== null && typeof part !== 'string') return [422, 'validation_error', 'The `text` and `html` fields must be strings.'];
  const isHeaders = typeof headers === 'object' && headers !== null && Object.values(headers).every((one) => typeof one === 'string');
  if (!isHeaders) return [422, 'validation_error', 'The `headers` field must be an object of strings.'];
  return {
    from,
    to: recipients as string[],
    subject,
    text: text as string | null,
    html: html as string | null,
    headers: headers as Record<string, string>,
  };
}

// Bare, or behind a name in angle brackets. A line break would be a second header.
function isAddress(text: string): boolean {
  return /^(?:[^<>\r\n]*<)?[^\s<>@,]+@[^\s<>@,]+\.[^\s<>@,]+>?$/.test(text) && text.includes('<') === text.endsWith('>');
}
