// USPS tracking: v3r2, and the v3 that it takes the place of. The body of v3r2 and what is refused how are UNVERIFIED.

import { localTime } from '../clock.ts';
import { credentials } from '../credentials.ts';
import { isValidTrackingNumber } from '../orders/carrier.ts';
import { isOfType, isRecord, jsonOf, ok, type Call, type Reply, type Service } from './service.ts';
import { latest, type Sighting, type Stage, type Tracked } from './truth.ts';

const words: Record<Stage, readonly [category: string, code: string]> = {
  announced: ['Pre-Shipment', 'GX'],
  picked_up: ['Accepted', '03'],
  moving: ['In Transit', '10'],
  customs: ['Alert', 'KC'],
  delayed: ['In Transit', 'VS'],
  out: ['Out for Delivery', 'OF'],
  attempted: ['Alert', '02'],
  waiting: ['Available for Pickup', '14'],
  delivered: ['Delivered', '01'],
  returning: ['Alert', '09'],
  returned: ['Returned to Sender', '09'],
};

export const usps: Service = {
  answer(call) {
    if (call.path === '/oauth2/v3/token') return token(call);
    const single = /^\/tracking\/v3\/tracking\/([^/]+)$/.exec(call.path)?.[1];
    if (single === undefined && call.path !== '/tracking/v3r2/tracking') return refusal('404', 'Not Found');
    if (!call.memory.isGiven('usps', call.headers.authorization, call.now)) return this.revoked(call);
    if (call.method !== (single === undefined ? 'POST' : 'GET')) return refusal('405', 'Method Not Allowed');
    if (single !== undefined) return answerOne(call, single, call.query.get('expand') === 'DETAIL');
    const items = jsonOf(call);
    const numbers = Array.isArray(items) ? items.map((item) => (isRecord(item) ? item.trackingNumber : null)) : [];
    if (numbers.length === 0 || numbers.length > 35 || !numbers.every((number): number is string => typeof number === 'string'))
      return refusal('400', 'The request body must be an array of 1 to 35 objects with a trackingNumber.');
    const answers = numbers.map((number) => answerOne(call, number, true));
    if (answers.length === 1 && answers[0]!.status !== 200) return answers[0]!;
    const isWhole = answers.every((one) => one.status === 200);
    return {
      status: isWhole ? 200 : 207,
      body: answers.map(({ status, body }, index) => ({ trackingNumber: numbers[index], statusCode: String(status), ...(body as object) })),
    };
  },
  throttled: () => refusal('429', 'Too Many Requests'),
  broken: () => refusal('500', 'Internal Server Error'),
  revoked: ({ path }) =>
    path.startsWith('/oauth2/')
      ? oauthRefusal(401, 'invalid_client', 'The client credentials are not valid.')
      : refusal('401', 'Unauthorized'),
};

function token(call: Call): Reply {
  if (call.method !== 'POST') return refusal('405', 'Method Not Allowed');
  const isForm = isOfType(call.headers, 'application/x-www-form-urlencoded');
  const asked = isForm ? Object.fromEntries(new URLSearchParams(call.text)) : jsonOf(call);
  if (!isRecord(asked)) return oauthRefusal(400, 'invalid_request', 'The body is not valid.');
  if (asked.grant_type !== 'client_credentials') return oauthRefusal(400, 'unsupported_grant_type', 'The grant type is not supported.');
  if (asked.client_id !== credentials.uspsClient || asked.client_secret !== credentials.uspsSecret) return usps.revoked(call);
  return ok({
    access_token: call.memory.issue('usps', 28_799, call.now),
    token_type: 'Bearer',
    issued_at: call.now,
    expires_in: 28_799,
    status: 'approved',
    scope: 'tracking',
    issuer: 'https://keyc.usps.com',
    client_id: credentials.uspsClient,
  });
}

// Since April 2026 only the shipper of a parcel is told of it: a number of USPS's form that is not this shop's is refused.
function answerOne({ truth }: Call, number: string, isDetailed: boolean): Reply {
  const parcel = truth.find(number);
  if (parcel?.carrier === 'USPS' && latest(parcel)) return ok(told(parcel, isDetailed));
  if (!parcel && isValidTrackingNumber('USPS', number))
    return refusal('403', 'You are not authorized to access tracking data of this Mailer ID.');
  return refusal('404', 'A status update is not yet available on this tracking number.');
}

function told(parcel: Tracked, isDetailed: boolean) {
  const { address, expected, sightings } = parcel;
  const last = latest(parcel)!;
  const window = expected && [expected.from, expected.to].map((at) => (at ? localTime(at, expected.zone) : null));
  return {
    trackingNumber: parcel.number,
    status: last.message,
    statusCategory: words[last.stage][0],
    statusSummary: `${last.message} on ${last.local.date} at ${last.local.time.slice(0, 5)}${last.city ? ` in ${last.city}` : ''}.`,
    mailClass: 'USPS GROUND ADVANTAGE',
    serviceTypeCode: '001',
    originCity: sightings[0]!.city,
    originCountry: sightings[0]!.country,
    destinationCity: address?.city ?? null,
    destinationState: address?.provinceCode ?? null,
    destinationZIP: address?.zip ?? null,
    destinationCountryCode: address?.countryCode ?? null,
    onTime: !sightings.some((one) => one.stage === 'delayed'),
    ...(window?.[1] && { expectedDeliveryTimeStamp: `${window[1].date}T${window[1].time}`, expectedDeliveryType: 'Expected Delivery' }),
    ...(window?.[0] &&
      window[1] && {
        predictedDeliveryTimeStamp: `${window[1].date}T${window[1].time}`,
        predictedDeliveryWindowStartTime: window[0].time,
        predictedDeliveryWindowEndTime: window[1].time,
      }),
    ...(isDetailed && { trackingEvents: sightings.map(event).reverse() }),
  };
}

function event(one: Sighting) {
  return {
    eventType: one.message,
    eventTimestamp: `${one.local.date}T${one.local.time}`,
    GMTTimestamp: one.happenedAt,
    GMTOffset: one.local.offset,
    eventCity: one.city,
    eventState: one.province,
    eventZIP: one.zip,
    eventCountry: one.country,
    eventCode: words[one.stage][1],
    actionCode: null,
    reasonCode: null,
    name: null,
    firm: null,
  };
}

function oauthRefusal(status: number, error: string, description: string): Reply {
  return { status, body: { error, error_description: description, error_uri: '' } };
}

function refusal(code: string, message: string): Reply {
  return {
    status: Number(code),
    body: { apiVersion: 'v3', error: { code, message, errors: [{ status: code, code, title: message, detail: message, source: {} }] } },
  };
}
