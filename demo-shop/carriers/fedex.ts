// FedEx Track v1: FedEx numbers only, thirty to a request. Status and exception codes are UNVERIFIED.

import { credentials } from '../credentials.ts';
import { isOfType, isRecord, jsonOf, ok, type Call, type Reply, type Service } from './service.ts';
import { latest, type Sighting, type Stage, type Tracked } from './truth.ts';

const words: Record<Stage, readonly [code: string, derived: string, status: string]> = {
  announced: ['OC', 'OC', 'Label created'],
  picked_up: ['PU', 'PU', 'Picked up'],
  moving: ['DP', 'IT', 'In transit'],
  customs: ['CD', 'CD', 'Clearance delay'],
  delayed: ['DY', 'DY', 'Delayed'],
  out: ['OD', 'OD', 'Out for delivery'],
  attempted: ['DE', 'DE', 'Delivery exception'],
  waiting: ['HL', 'HL', 'Ready for pickup'],
  delivered: ['DL', 'DL', 'Delivered'],
  returning: ['RS', 'RS', 'Returning package to shipper'],
  returned: ['RS', 'RS', 'Package returned to shipper'],
};

const exceptions: Partial<Record<Stage, string>> = { customs: '29', delayed: '71', attempted: '08', returning: '79', returned: '79' };

export const fedex: Service = {
  answer(call) {
    if (call.path === '/oauth/token') return token(call);
    if (call.path !== '/track/v1/trackingnumbers')
      return refusal(404, 'NOT.FOUND.ERROR', 'The resource you requested is no longer available.');
    if (!call.memory.isGiven('fedex', call.headers.authorization, call.now)) return this.revoked(call);
    if (call.method !== 'POST')
      return refusal(405, 'METHOD.NOT.ALLOWED.ERROR', 'The method is not supported for the requested resource.');
    if (!isOfType(call.headers, 'application/json')) return refusal(415, 'UNSUPPORTED.MEDIA.TYPE', 'The content type is not supported.');
    const body = jsonOf(call);
    const infos = isRecord(body) ? body.trackingInfo : undefined;
    if (!Array.isArray(infos) || infos.length === 0)
      return refusal(400, 'TRACKING.TRACKINGNUMBER.EMPTY', 'Please provide tracking number.');
    if (infos.length > 30) return refusal(400, 'TRACKING.PACKAGECOUNT.LIMITREACHED', 'Please limit your inquiry to 30 tracking numbers.');
    const numbers = infos.map((info) =>
      isRecord(info) && isRecord(info.trackingNumberInfo) ? info.trackingNumberInfo.trackingNumber : null,
    );
    if (!numbers.every((number): number is string => typeof number === 'string' && number !== ''))
      return refusal(400, 'TRACKING.TRACKINGNUMBER.EMPTY', 'Please provide tracking number.');
    const isDetailed = isRecord(body) && body.includeDetailedScans === true;
    return ok({
      transactionId,
      output: {
        completeTrackResults: numbers.map((number) => {
          const parcel = call.truth.find(number);
          const isKnown = parcel?.carrier === 'FedEx' && latest(parcel) !== null;
          return { trackingNumber: number, trackResults: [isKnown ? result(parcel, isDetailed) : notFound(number)] };
        }),
      },
    });
  },
  throttled: () => refusal(429, 'RATE.LIMIT.EXCEEDED', 'We have received too many requests. Please try again later.'),
  broken: () => refusal(500, 'INTERNAL.SERVER.ERROR', 'We encountered an unexpected error and are working to resolve the issue.'),
  revoked: ({ path }) =>
    refusal(
      401,
      'NOT.AUTHORIZED.ERROR',
      path === '/oauth/token'
        ? 'The given client credentials were not valid.'
        : 'Access token expired. Please modify your request and try again.',
    ),
};

function token({ method, headers, text, memory, now }: Call): Reply {
  if (method !== 'POST') return refusal(405, 'METHOD.NOT.ALLOWED.ERROR', 'The method is not supported for the requested resource.');
  if (!isOfType(headers, 'application/x-www-form-urlencoded'))
    return refusal(415, 'UNSUPPORTED.MEDIA.TYPE', 'The content type is not supported.');
  const form = new URLSearchParams(text);
  if (form.get('grant_type') !== 'client_credentials') return refusal(400, 'BAD.REQUEST.ERROR', 'Missing or duplicate parameters.');
  if (form.get('client_id') !== credentials.fedexClient || form.get('client_secret') !== credentials.fedexSecret)
    return refusal(401, 'NOT.AUTHORIZED.ERROR', 'The given client credentials were not valid.');
  return ok({ access_token: memory.issue('fedex', 3599, now), token_type: 'bearer', expires_in: 3599, scope: 'CXS' });
}

function result(parcel: Tracked, isDetailed: boolean) {
  const { expected, sightings, address } = parcel;
  const last = latest(parcel)!;
  const [code, derivedCode, status] = words[last.stage];
  const at = (stage: Stage) => sightings.filter((one) => one.stage === stage).map(iso)[0];
  const dates = [
    ['ACTUAL_DELIVERY', at('delivered')],
    ['ESTIMATED_DELIVERY', expected?.to],
    ['ACTUAL_PICKUP', at('picked_up')],
    ['SHIP', at('announced')],
  ] as const;
  const attempts = sightings.filter((one) => one.stage === 'attempted').length;
  return {
    trackingNumberInfo: { trackingNumber: parcel.number, carrierCode: 'FDXE', trackingNumberUniqueId: `${parcel.number}~FX` },
    latestStatusDetail: {
      code,
      derivedCode,
      statusByLocale: status,
      description: last.message,
      scanLocation: location(last),
      ancillaryDetails: exceptions[last.stage]
        ? [{ reason: exceptions[last.stage], reasonDescription: last.message, action: '', actionDescription: '' }]
        : [],
      ...(last.stage === 'delayed' && { delayDetail: { type: 'WEATHER', status: 'DELAYED' } }),
    },
    dateAndTimes: dates.flatMap(([type, dateTime]) => (dateTime ? [{ type, dateTime }] : [])),
    ...(expected?.from && {
      estimatedDeliveryTimeWindow: { type: 'ESTIMATED_DELIVERY', window: { begins: expected.from, ends: expected.to } },
    }),
    ...(isDetailed && { scanEvents: sightings.map(scanEvent).reverse() }),
    deliveryDetails: {
      deliveryAttempts: String(attempts),
      ...(address && { destinationServiceArea: '', actualDeliveryAddress: { city: address.city, countryCode: address.countryCode } }),
    },
    serviceDetail: { type: 'INTERNATIONAL_ECONOMY', description: 'International Economy' },
    ...(['returning', 'returned'].includes(last.stage) && { returnDetail: { reason: 'Undeliverable' } }),
  };
}

function scanEvent(one: Sighting) {
  const [eventType, derivedStatusCode, derivedStatus] = words[one.stage];
  return {
    date: iso(one),
    eventType,
    eventDescription: one.message,
    exceptionCode: exceptions[one.stage] ?? '',
    exceptionDescription: exceptions[one.stage] ? one.message : '',
    scanLocation: location(one),
    locationType: '',
    derivedStatusCode,
    derivedStatus,
  };
}

function location({ city, province, country, zip }: Sighting) {
  return { city: city ?? '', stateOrProvinceCode: province ?? '', countryCode: country ?? '', postalCode: zip ?? '', residential: false };
}

function iso({ local }: Sighting): string {
  return `${local.date}T${local.time}${local.offset}`;
}

function notFound(trackingNumber: string) {
  return {
    trackingNumberInfo: { trackingNumber, trackingNumberUniqueId: '', carrierCode: '' },
    error: {
      code: 'TRACKING.TRACKINGNUMBER.NOTFOUND',
      message: 'Tracking number cannot be found. Please correct the tracking number and try again.',
    },
  };
}

const transactionId = 'b3c1d5a0-0000-4000-8000-000000000000';

function refusal(status: number, code: string, message: string): Reply {
  return { status, body: { transactionId, errors: [{ code, message }] } };
}
