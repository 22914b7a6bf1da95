// How each tracking service is asked for a parcel, and where its answer keeps the scans: all that tests know of the eight.

import { credentials } from '../../credentials.ts';
import type { CarrierService } from '../../faults.ts';
import { answered, type Answered, type Running } from '../running.ts';

export interface Seen {
  at: number;
  message: string;
}

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const basic = (user: string, password: string) => ({ authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` });

export const auth = {
  aftership: { 'as-api-key': credentials.aftershipKey },
  easypost: basic(credentials.easypostKey, ''),
  shippo: { authorization: `ShippoToken ${credentials.shippoToken}` },
  '17track': { '17token': credentials.track17Key },
  dhl: { 'dhl-api-key': credentials.dhlKey },
} as const;

export const upsHeaders = { transid: 'one', transactionsrc: 'test' };

export const call = (run: Running, path: string, init: RequestInit = {}): Promise<Answered> => answered(run.at.carriers + path, init);

export const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { ...json, ...headers },
});

export async function token(run: Running, service: 'ups' | 'fedex' | 'usps'): Promise<{ authorization: string }> {
  const grant = { grant_type: 'client_credentials' };
  const answers = {
    ups: () =>
      call(run, '/ups/security/v1/oauth/token', {
        method: 'POST',
        body: new URLSearchParams(grant).toString(),
        headers: { ...form, ...basic(credentials.upsClient, credentials.upsSecret) },
      }),
    fedex: () =>
      call(run, '/fedex/oauth/token', {
        method: 'POST',
        body: new URLSearchParams({ ...grant, client_id: credentials.fedexClient, client_secret: credentials.fedexSecret }).toString(),
        headers: form,
      }),
    usps: () =>
      call(
        run,
        '/usps/oauth2/v3/token',
        post({ ...grant, client_id: credentials.uspsClient, client_secret: credentials.uspsSecret, scope: 'tracking' }),
      ),
  };
  return { authorization: `Bearer ${(await answers[service]()).body.access_token}` };
}

// The request that asks a service for one parcel, with good credentials and whatever must be told before.
export const asks: Record<CarrierService, (run: Running, number: string) => Promise<[path: string, init: RequestInit]>> = {
  async aftership(run, number) {
    await call(run, '/aftership/tracking/2026-07/trackings', post({ tracking_number: number }, auth.aftership));
    return [`/aftership/tracking/2026-07/trackings?tracking_numbers=${number}`, { headers: auth.aftership }];
  },
  easypost: async (_, number) => ['/easypost/v2/trackers', post({ tracker: { tracking_code: number } }, auth.easypost)],
  shippo: async (run, number) => [`/shippo/tracks/${shippoToken(run, number)}/${number}`, { headers: auth.shippo }],
  async '17track'(run, number) {
    const asking = post([{ number }], auth['17track']);
    await call(run, '/17track/track/v2.4/register', asking);
    await call(run, '/17track/track/v2.4/gettrackinfo', asking);
    return ['/17track/track/v2.4/gettrackinfo', asking];
  },
  dhl: async (_, number) => [`/dhl/track/shipments?trackingNumber=${number}`, { headers: auth.dhl }],
  ups: async (run, number) => [`/ups/api/track/v1/details/${number}`, { headers: { ...upsHeaders, ...(await token(run, 'ups')) } }],
  fedex: async (run, number) => ['/fedex/track/v1/trackingnumbers', post(fedexBody(number), await token(run, 'fedex'))],
  usps: async (run, number) => ['/usps/tracking/v3r2/tracking', post([{ trackingNumber: number }], await token(run, 'usps'))],
};

export async function ask(run: Running, service: CarrierService, number: string): Promise<Answered> {
  return call(run, ...(await asks[service](run, number)));
}

// The latest status in the service's words, and the scans, oldest first.
export const read: Record<CarrierService, (body: any) => { status: string; seen: Seen[]; hours: unknown }> = {
  aftership(body) {
    const [one] = body.data.trackings;
    const { estimated_delivery_date_min: from, estimated_delivery_date_max: to } = one.courier_estimated_delivery_date ?? {};
    return { status: one.subtag, hours: from && [from, to], seen: one.checkpoints.map((at: any) => seen(at.checkpoint_time, at.message)) };
  },
  easypost: (body) => ({
    status: `${body.status} ${body.status_detail}`,
    // It knows a day, and no hours.
    hours: body.est_delivery_date,
    seen: body.tracking_details.map((one: any) => seen(one.datetime, one.message)),
  }),
  shippo: (body) => ({
    status: `${body.tracking_status.status} ${body.tracking_status.substatus?.code}`,
    hours: body.eta,
    seen: body.tracking_history.map((one: any) => seen(one.status_date, one.status_details)),
  }),
  '17track'(body) {
    const info = body.data.accepted[0].track_info;
    const { from, to } = info.time_metrics.estimated_delivery_date ?? {};
    const { events } = info.tracking.providers[0];
    return {
      status: info.latest_status.sub_status,
      hours: from && [from, to],
      seen: events.map((one: any) => seen(one.time_iso, one.description)).reverse(),
    };
  },
  dhl(body) {
    const [one] = body.shipments;
    const { estimatedFrom, estimatedThrough } = one.estimatedDeliveryTimeFrame ?? {};
    return {
      status: `${one.status.statusCode} ${one.status.status}`,
      hours: estimatedFrom && [estimatedFrom, estimatedThrough],
      seen: one.events.map((at: any) => seen(at.timestamp, at.description)).reverse(),
    };
  },
  ups(body) {
    const [parcel] = body.trackResponse.shipment[0].package;
    const at = (one: any) =>
      `${one.gmtDate.replace(/(....)(..)(..)/, '$1-$2-$3')}T${one.gmtTime}Z`;
    return {
      status: `${parcel.currentStatus.type} ${parcel.currentStatus.description}`,
      hours: parcel.deliveryTime?.startTime && [parcel.deliveryDate[0].date, parcel.deliveryTime.startTime, parcel.deliveryTime.endTime],
      seen: parcel.activity.map((one: any) => seen(at(one), one.status.description)).reverse(),
    };
  },
  fedex(body) {
    const [one] = body.output.completeTrackResults[0].trackResults;
    const { begins, ends } = one.estimatedDeliveryTimeWindow?.window ?? {};
    return {
      status: `${one.latestStatusDetail.derivedCode} ${one.latestStatusDetail.statusByLocale}`,
      hours: begins && [begins, ends],
      seen: one.scanEvents.map((at: any) => seen(at.date, at.eventDescription)).reverse(),
    };
  },
  usps(body) {
    const [one] = body;
    return {
      status: one.statusCategory,
      hours: one.predictedDeliveryWindowStartTime && [
        one.predictedDeliveryTimeStamp.slice(0, 10),
        one.predictedDeliveryWindowStartTime,
        one.predictedDeliveryWindowEndTime,
      ],
      seen: one.trackingEvents.map((at: any) => seen(at.GMTTimestamp, at.eventType)).reverse(),
    };
  },
};

export function fedexBody(...numbers: string[]) {
  return { includeDetailedScans: true, trackingInfo: numbers.map((trackingNumber) => ({ trackingNumberInfo: { trackingNumber } })) };
}

// The tracking number of an order's parcel.
export function numberOf(run: Running, order: number, parcel = 0): string {
  return run.shop.store.shop.orders.find((one) => one.number === order)!.parcels[parcel]!.trackingNumber!;
}

function shippoToken(run: Running, number: string): string {
  const parcel = run.shop.store.shop.orders.flatMap((order) => order.parcels).find((one) => one.trackingNumber === number);
  return { DHL: 'dhl_germany', UPS: 'ups', FedEx: 'fedex', USPS: 'usps' }[parcel?.carrier ?? 'USPS'];
}

function seen(at: string, message: string): Seen {
  return { at: Date.parse(at), message };
}
