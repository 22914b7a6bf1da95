// The merchant's webhook: takes signed hand-offs, each once, and can fail on purpose.

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { credentials } from './credentials.ts';
import type { Faults } from './faults.ts';
import { readBody } from './http/body.ts';
import { breakAnswer } from './http/broken.ts';
import { methodNotAllowed, send, sendJson, sendText } from './http/reply.ts';
import type { RequestLog } from './request_log.ts';
import type { Store } from './store.ts';

export function handOffWebhook(store: Store, faults: Faults, log: RequestLog) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if ((request.url ?? '').split('?')[0] !== '/hand-offs') return sendText(response, 404, 'not found');
    if (request.method !== 'POST') return methodNotAllowed(response, 'POST');
    const body = await readBody(request);
    const { fault, delay_ms } = faults.take('hand_offs');
    const delivery = String(request.headers['x-shopdesk-delivery'] ?? '');
    const answer = (status: number, value: unknown, headers: Record<string, string> = {}) => {
      log.add({ upstream: 'hand_offs', operation: 'hand_off', variables: { delivery }, status });
      sendJson(response, status, value, headers);
    };
    if (fault === 'slow') await wait(delay_ms);
    const broken = breakAnswer(response, fault, store.elsewhere);
    if (broken !== null) return log.add({ upstream: 'hand_offs', operation: 'hand_off', variables: { delivery }, status: broken });
    if (fault === 'throttled') return answer(429, { error: 'too many requests' }, { 'retry-after': '1' });
    if (fault === 'error') return answer(500, { error: 'internal error' });
    if (fault === 'revoked') return answer(401, { error: 'wrong signature' });
    if (body === null) return answer(413, { error: 'payload too large' });
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return answer(415, { error: 'expected application/json' });
    if (!isSigned(body, request.headers['x-shopdesk-signature'])) return answer(401, { error: 'wrong signature' });
    if (!delivery) return answer(400, { error: 'X-Shopdesk-Delivery is missing' });
    let payload: unknown;
    try {
      payload = JSON.parse(body.toString('utf8'));
    } catch {
      return answer(400, { error: 'the body is not valid JSON' });
    }
    const isNew = store.handOffs.receive(delivery, payload);
    // Stored, yet answered as failed: what a receiver does whose answer is lost. Only a delivery id keeps it from doubling.
    if (fault === 'stale') return answer(500, { error: 'internal error' });
    if (fault === 'malformed') {
      log.add({ upstream: 'hand_offs', operation: 'hand_off', variables: { delivery }, status: 200 });
      return send(response, 200, 'application/json; charset=utf-8', '{"ok":tr');
    }
    if (fault === 'empty') {
      log.add({ upstream: 'hand_offs', operation: 'hand_off', variables: { delivery }, status: 200 });
      return send(response, 200, 'application/json; charset=utf-8', '');
    }
    answer(200, { ok: true, duplicate: !isNew });
  };
}

export function handOffSignature(body: Buffer | string, secret: string = credentials.handOffSecret): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

function isSigned(body: Buffer, header: string | string[] | undefined): boolean {
  const [given, wanted] = [Buffer.from(String(header ?? '')), Buffer.from(handOffSignature(body))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
