// Control routes of the tracking services: what they were told, and webhooks sent on demand.

import { truthOf } from '../../carriers/listener.ts';
import { webhookBody, webhookServices, webhookSignature, type WebhookService } from '../../carriers/webhook.ts';
import { members, ok, wrong, type Action, type Routes } from './answer.ts';

export const carrierRoutes: Routes = {
  '/_demo/carriers': {
    DELETE: (_, { store }) => {
      store.carrierMemory.clear();
      store.carrierRate.clear();
      return ok({});
    },
  },
  '/_demo/carriers/limits': {
    GET: (_, { store }) => ok({ kept: store.carrierRate.areKept }),
    PUT: (body, { store }) => {
      const asked = members(body, ['kept']);
      if (typeof asked === 'string') return wrong(asked);
      if (typeof asked.kept !== 'boolean') return wrong('kept must be true or false');
      store.carrierRate.areKept = asked.kept;
      return ok({ kept: asked.kept });
    },
  },
  ...Object.fromEntries(webhookServices.map((service) => [`/_demo/carriers/${service}/webhook`, { POST: sendWebhook(service) }])),
};

// Answers with what was sent and the status that the Worker gave.
function sendWebhook(service: WebhookService): Action {
  return async (body, { store }) => {
    const { tracking_number: number } = (body ?? {}) as { tracking_number?: unknown };
    const parcel = typeof number === 'string' ? truthOf(store.shop).find(number) : null;
    if (!parcel) return wrong('tracking_number must be that of a parcel of the shop');
    if (!store.workerUrl) return { status: 503, body: { error: 'the demo shop does not know the Worker yet: PUT /_demo/worker' } };
    const text = webhookBody(service, parcel, Date.now());
    const headers = { 'content-type': 'application/json', ...webhookSignature(service, text) };
    try {
      const init = { method: 'POST', headers, body: text, redirect: 'manual', signal: AbortSignal.timeout(30_000) } as const;
      const { status } = await fetch(`${store.workerUrl}/webhooks/${service}`, init);
      return ok({ status, headers, body: text });
    } catch {
      return { status: 502, body: { error: 'the Worker did not answer' } };
    }
  };
}
