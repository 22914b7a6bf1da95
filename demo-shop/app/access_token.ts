// POST /admin/oauth/access_token: the client credentials grant of an app in the shop's own organisation.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { credentials } from '../credentials.ts';
import type { Faults } from '../faults.ts';
import { readBody } from '../http/body.ts';
import { breakAnswer } from '../http/broken.ts';
import { methodNotAllowed, sendJson } from '../http/reply.ts';
import type { RequestLog } from '../request_log.ts';
import type { Store } from '../store.ts';

export const accessTokenPath = '/admin/oauth/access_token';

export function accessToken(store: Store, faults: Faults, log: RequestLog) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') return methodNotAllowed(response, 'POST');
    const asked = readGrant(request, await readBody(request, 10_000));
    // The secret stays out of the log.
    const note = (status: number) =>
      log.add({ upstream: 'admin', operation: 'access_token', variables: { grant_type: asked?.grant_type ?? null }, status });
    const answer = (status: number, value: unknown) => {
      note(status);
      sendJson(response, status, value, { 'cache-control': 'no-store' });
    };
    // A fault of the Admin API holds here too, and is not counted off.
    const { fault, delay_ms } = faults.all().admin;
    if (fault === 'slow') await wait(delay_ms);
    const broken = breakAnswer(response, fault, store.elsewhere);
    if (broken !== null) return note(broken);
    if (fault === 'error') return answer(500, { errors: 'Internal Server Error' });
    if (fault === 'throttled') return answer(429, { errors: 'Too Many Requests' });
    // The words and statuses of these refusals are not documented (UNVERIFIED).
    if (!asked) return answer(400, { error: 'invalid_request', error_description: 'The request must be a JSON object.' });
    if (asked.client_id !== credentials.clientId || asked.client_secret !== credentials.clientSecret)
      return answer(401, { error: 'invalid_client', error_description: 'The client id or secret is wrong.' });
    if (asked.grant_type !== 'client_credentials')
      return answer(400, { error: 'unsupported_grant_type', error_description: 'The grant type must be client_credentials.' });
    const { token, expiresIn } = store.app.tokens.issue();
    answer(200, { access_token: token, scope: store.app.scopes.join(','), expires_in: expiresIn });
  };
}

function readGrant({ headers }: IncomingMessage, body: Buffer | null): Record<string, unknown> | null {
  if (!body || !/^application\/json\b/i.test(headers['content-type'] ?? '')) return null;
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
