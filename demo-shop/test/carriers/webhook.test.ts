// Webhooks of the services that send them: signed as each of them signs, with the parcel as it is told to a call.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { webhookServices, webhookSignature, type WebhookService } from '../../carriers/webhook.ts';
import { readBody } from '../../http/body.ts';
import { running } from '../running.ts';
import { numberOf } from './asking.ts';

const run = running();

test('signatures are those of the published schemes', () => {
  const body = '{"id":820982911946154508,"name":"#9999"}';
  const rows: [WebhookService, string, Record<string, string>][] = [
    ['aftership', 'secret', { 'aftership-hmac-sha256': 'L6iW2R6wjjY2eyjgrrAC8vz3GE9+yhLKyFPN13m47oc=' }],
    ['easypost', 'secret', { 'x-hmac-signature': 'hmac-sha256-hex=2fa896d91eb08e36367b28e0aeb002f2fcf7184f7eca12cac853cdd779b8ee87' }],
    ['17track', 'KEY', { sign: '6805f838017bf6fa54ec1347ad1afdd690f189a0ee58d12d8e9f77207632c16d' }],
  ];
  for (const [service, secret, headers] of rows) assert.deepEqual(webhookSignature(service, body, secret), headers, service);
});

test('each service sends its parcel, signed, to the Worker', async () => {
  const received: { path: string; headers: Record<string, unknown>; text: string }[] = [];
  const worker = createServer(async (request, response) => {
    received.push({ path: request.url!, headers: request.headers, text: (await readBody(request))!.toString('utf8') });
    response.writeHead(202).end();
  }).listen(0, '127.0.0.1');
  await once(worker, 'listening');
  try {
    const number = numberOf(run, 1014);
    await run.control('PUT', 'worker', { url: `http://127.0.0.1:${(worker.address() as AddressInfo).port}` });
    const statusOf: Record<WebhookService, (body: any) => unknown> = {
      aftership: (body) => [body.event, body.msg.tracking_number, body.msg.tag],
      easypost: (body) => [body.description, body.result.tracking_code, body.result.status],
      '17track': (body) => [body.event, body.data.number, body.data.track_info.latest_status.status],
    };
    const wanted: Record<WebhookService, unknown> = {
      aftership: ['tracking_update', number, 'Delivered'],
      easypost: ['tracker.updated', number, 'delivered'],
      '17track': ['TRACKING_UPDATED', number, 'Delivered'],
    };
    for (const service of webhookServices) {
      const { status, body } = await run.control('POST', `carriers/${service}/webhook`, { tracking_number: number });
      assert.deepEqual([status, body.status], [200, 202]);
      const { path, headers, text } = received.pop()!;
      assert.equal(path, `/webhooks/${service}`);
      for (const [name, value] of Object.entries(webhookSignature(service, text))) assert.equal(headers[name], value, service);
      assert.deepEqual(statusOf[service](JSON.parse(text)), wanted[service]);
      // As EasyPost itself writes a whole number of ounces.
      if (service === 'easypost') assert.match(text, /"weight":42\.0,/);
    }
  } finally {
    worker.closeAllConnections();
    worker.close();
  }
});

test('a webhook of no parcel, and one without a Worker, are told as such', async () => {
  assert.equal((await run.control('POST', 'carriers/aftership/webhook', { tracking_number: 'none' })).status, 400);
  assert.equal((await run.control('POST', 'carriers/dhl/webhook', { tracking_number: 'none' })).status, 405);
  run.shop.store.workerUrl = null;
  assert.equal((await run.control('POST', 'carriers/aftership/webhook', { tracking_number: numberOf(run, 1014) })).status, 503);
});
