// The signed webhooks of the services that have them, as each of them sends one. AfterShip's body is UNVERIFIED.

import { createHash, createHmac, randomUUID } from 'node:crypto';
import { credentials } from '../credentials.ts';
import { aftershipTracking } from './aftership.ts';
import { easypostTracker } from './easypost.ts';
import { track17Webhook } from './track17.ts';
import type { Tracked } from './truth.ts';

export const webhookServices = ['aftership', 'easypost', '17track'] as const;
export type WebhookService = (typeof webhookServices)[number];

// The header that proves who sent `body`.
export function webhookSignature(service: WebhookService, body: string, secret: string = secrets[service]): Record<string, string> {
  switch (service) {
    case 'aftership':
      return { 'aftership-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64') };
    case 'easypost': {
      const hex = createHmac('sha256', secret.normalize('NFKD')).update(body).digest('hex');
      return { 'x-hmac-signature': `hmac-sha256-hex=${hex}` };
    }
    // Not an HMAC: the key stands behind the body.
    case '17track':
      return { sign: createHash('sha256').update(`${body}/${secret}`).digest('hex') };
  }
}

export function webhookBody(service: WebhookService, parcel: Tracked, now: number): string {
  switch (service) {
    case 'aftership':
      return JSON.stringify({
        event: 'tracking_update',
        event_id: randomUUID(),
        is_tracking_first_tag: false,
        msg: aftershipTracking(parcel.number, parcel),
        ts: Math.floor(now / 1000),
      });
    case 'easypost': {
      const event = {
        id: `evt_${randomUUID().replaceAll('-', '')}`,
        object: 'Event',
        description: 'tracker.updated',
        mode: 'test',
        previous_attributes: { status: 'unknown' },
        result: easypostTracker(parcel.number, parcel),
        status: 'completed',
        created_at: new Date(now).toISOString(),
      };
      // EasyPost writes a weight of 42 as 42.0, which JSON.stringify cannot.
      return JSON.stringify(event).replace(/("weight":\s*)(\d+)(\s*)(?=,|\})/g, '$1$2.0$3');
    }
    case '17track':
      return JSON.stringify(track17Webhook(parcel));
  }
}

const secrets: Record<WebhookService, string> = {
  aftership: credentials.aftershipWebhookSecret,
  easypost: credentials.easypostWebhookSecret,
  '17track': credentials.track17Key,
};
