// Sends one webhook, signed as Shopify signs it, and again where it is not taken.

import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { credentials } from '../credentials.ts';

// Shopify's older headers, or those of the newer "Events".
export type Family = 'webhooks' | 'events';
export const families: readonly Family[] = ['webhooks', 'events'];

export interface Parcel {
  uri: string;
  topic: string;
  family: Family;
  version: string;
  // The same in every attempt, and in a duplicate.
  webhookId: string;
  // The same for everything that one act of the merchant caused.
  eventId: string;
  triggeredAt: string;
  name: string | null;
  body: string;
}

export interface Attempt {
  at: string;
  // Null where nobody answered.
  status: number | null;
}

// Shopify tries nine times over four hours; here nobody wants to wait.
export const maximumAttempts = 3;

export async function deliver(parcel: Parcel, pauseMs: number, tried: (attempt: Attempt) => void): Promise<boolean> {
  const headers = { 'content-type': 'application/json', ...headersOf(parcel) };
  for (let attempt = 1; attempt <= maximumAttempts; attempt++) {
    if (attempt > 1) await wait(pauseMs);
    const at = new Date().toISOString();
    let status: number | null = null;
    try {
      const response = await fetch(parcel.uri, {
        method: 'POST',
        headers,
        body: parcel.body,
        // A redirect is no 2xx.
        redirect: 'manual',
        signal: AbortSignal.timeout(5000),
      });
      status = response.status;
      await response.body?.cancel();
    } catch {
      // Nobody there, or not in time.
    }
    tried({ at, status });
    if (status !== null && status >= 200 && status < 300) return true;
  }
  return false;
}

export function webhookSignature(body: string | Buffer, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

function headersOf({ family, topic, version, webhookId, eventId, triggeredAt, name, body }: Parcel): Record<string, string> {
  const signature = webhookSignature(body, credentials.clientSecret);
  if (family === 'events') {
    return {
      'shopify-hmac-sha256': signature,
      'shopify-topic': topic,
      'shopify-shop-domain': credentials.shopDomain,
      'shopify-api-version': version,
      'shopify-webhook-id': webhookId,
      // The name that the app's own file gives it; and what was done (both UNVERIFIED in form).
      'shopify-handle': name ?? topic.replaceAll(/[/_]/g, '-'),
      'shopify-action': topic.split('/')[1] ?? topic,
      'shopify-triggered-at': triggeredAt,
    };
  }
  return {
    'x-shopify-hmac-sha256': signature,
    'x-shopify-topic': topic,
    'x-shopify-shop-domain': credentials.shopDomain,
    'x-shopify-api-version': version,
    'x-shopify-webhook-id': webhookId,
    'x-shopify-triggered-at': triggeredAt,
    'x-shopify-event-id': eventId,
    ...(name === null ? {} : { 'x-shopify-name': name }),
  };
}
