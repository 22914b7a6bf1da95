// EasyPost's trackers, v2. The wording of refusals and the shape of a 429 are UNVERIFIED.

import { createHash } from 'node:crypto';
import { credentials } from '../credentials.ts';
import type { Carrier } from '../orders/order.ts';
import { basicOf, isRecord, jsonOf, ok, type Call, type Reply, type Service } from './service.ts';
import { latest, type Sighting, type Stage, type Tracked } from './truth.ts';

const words: Record<Stage, readonly [status: string, detail: string]> = {
  announced: ['pre_transit', 'label_created'],
  picked_up: ['in_transit', 'received_at_origin_facility'],
  moving: ['in_transit', 'in_transit'],
  customs: ['in_transit', 'held'],
  delayed: ['in_transit', 'delayed'],
  out: ['out_for_delivery', 'out_for_delivery'],
  attempted: ['failure', 'delivery_exception'],
  waiting: ['available_for_pickup', 'arrived_at_pickup_location'],
  delivered: ['delivered', 'arrived_at_destination'],
  returning: ['return_to_sender', 'return'],
  returned: ['return_to_sender', 'return'],
};

const names: Record<Carrier, readonly string[]> = {
  DHL: ['DHLPaket', 'DHLExpress'],
  UPS: ['UPS'],
  FedEx: ['FedEx'],
  USPS: ['USPS'],
};

export const easypost: Service = {
  answer(call) {
    const basic = basicOf(call.headers);
    if (basic?.[0] !== credentials.easypostKey || basic[1] !== '') return this.revoked(call);
    const id = /^\/v2\/trackers(?:\/([\w-]+))?$/.exec(call.path);
    if (!id) return notFound;
    switch (`${call.method}${id[1] === undefined ? '' : id[1] === 'batch' ? ' batch' : ' id'}`) {
      case 'POST':
        return create(call);
      case 'POST batch':
        return createAll(call);
      case 'GET':
        return list(call);
      case 'GET id':
        return withTracker(call, id[1]!, (number) => ok(easypostTracker(number, call.truth.find(number))));
      case 'DELETE id':
        return withTracker(call, id[1]!, (number) => {
          call.memory.easypost.delete(number);
          return { status: 204, body: undefined };
        });
      default:
        return refusal(405, 'METHOD.NOT_ALLOWED', 'The requested HTTP method is not allowed for this resource.');
    }
  },
  throttled: () => refusal(429, 'RATE_LIMITED', 'You are making too many requests. Please slow down.'),
  broken: () => refusal(500, 'INTERNAL_SERVER_ERROR', 'We are sorry, something went wrong.'),
  revoked: () => refusal(401, 'UNAUTHORIZED', 'You are not authorized to perform this action.'),
};

export function easypostTracker(number: string, parcel: Tracked | null) {
  const last = parcel && latest(parcel);
  const [status, detail] = last ? words[last.stage] : (['unknown', 'unknown'] as const);
  const carrier = parcel ? names[parcel.carrier][0]! : 'USPS';
  const ends = parcel && { first: parcel.sightings[0], address: parcel.address };
  return {
    id: idOf(number),
    object: 'Tracker',
    mode: 'test',
    tracking_code: number,
    status,
    status_detail: detail,
    signed_by: null,
    weight: 42,
    est_delivery_date: parcel?.expected?.to ?? null,
    shipment_id: null,
    carrier,
    tracking_details: (parcel?.sightings ?? []).map((one) => ({
      object: 'TrackingDetail',
      message: one.message,
      description: '',
      status: words[one.stage][0],
      status_detail: words[one.stage][1],
      datetime: one.happenedAt,
      source: carrier,
      carrier_code: null,
      tracking_location: location(one),
    })),
    carrier_detail: ends?.first
      ? {
          object: 'CarrierDetail',
          service: null,
          container_type: null,
          est_delivery_date_local: null,
          est_delivery_time_local: null,
          origin_location: [ends.first.city, ends.first.country].filter(Boolean).join(', '),
          destination_location: [ends.address?.city, ends.address?.countryCode].filter(Boolean).join(', '),
          guaranteed_delivery_date: null,
          alternate_identifier: null,
          initial_delivery_attempt: parcel?.sightings.find((one) => one.stage === 'attempted')?.happenedAt ?? null,
        }
      : null,
    public_url: null,
    fees: [],
    finalized: ['delivered', 'returned'].includes(last?.stage ?? ''),
    is_return: false,
    created_at: parcel?.sightings[0]?.happenedAt ?? null,
    updated_at: last?.happenedAt ?? null,
  };
}

// The same number again is the tracker that there is.
function create(call: Call): Reply {
  const body = jsonOf(call);
  const tracker = isRecord(body) ? body.tracker : undefined;
  if (!isRecord(tracker) || typeof tracker.tracking_code !== 'string' || tracker.tracking_code === '')
    return refusal(422, 'TRACKER.CREATE.ERROR', 'Unable to create the tracker.', [
      { field: 'tracker.tracking_code', message: 'cannot be blank' },
    ]);
  const { tracking_code: number, carrier } = tracker;
  const parcel = call.truth.find(number);
  const isKnown = carrier === undefined || Object.values(names).flat().includes(carrier as string);
  if (!isKnown || (parcel && carrier !== undefined && !names[parcel.carrier].includes(carrier as string)))
    return refusal(422, 'TRACKER.CREATE.ERROR', 'Unable to create the tracker.', [{ field: 'tracker.carrier', message: 'is invalid' }]);
  call.memory.easypost.add(number);
  return { status: 201, body: easypostTracker(number, parcel) };
}

function createAll(call: Call): Reply {
  const body = jsonOf(call);
  if (!isRecord(body) || !Array.isArray(body.trackers)) return refusal(422, 'TRACKER.CREATE.ERROR', 'Unable to create the trackers.');
  for (const one of body.trackers) if (isRecord(one) && typeof one.tracking_code === 'string') call.memory.easypost.add(one.tracking_code);
  return ok({});
}

function list({ query, memory, truth }: Call): Reply {
  const [code, carrier, size] = [query.get('tracking_code'), query.get('carrier'), Number(query.get('page_size') ?? 20)];
  if (!Number.isInteger(size) || size < 1 || size > 100) return refusal(422, 'PARAMETER.INVALID', 'page_size must be from 1 to 100.');
  const trackers = [...memory.easypost]
    .filter((number) => code === null || number === code)
    .map((number) => easypostTracker(number, truth.find(number)))
    .filter((one) => carrier === null || one.carrier === carrier)
    .reverse();
  return ok({ trackers: trackers.slice(0, size), has_more: trackers.length > size });
}

function withTracker(call: Call, id: string, then: (number: string) => Reply): Reply {
  const number = [...call.memory.easypost].find((one) => idOf(one) === id);
  return number === undefined ? notFound : then(number);
}

function idOf(number: string): string {
  return `trk_${createHash('md5').update(number).digest('hex')}`;
}

function location({ city, province, country, zip }: Sighting) {
  return { object: 'TrackingLocation', city, state: province, country, zip };
}

function refusal(status: number, code: string, message: string, errors: unknown[] = []): Reply {
  return { status, body: { error: { code, message, errors } } };
}

const notFound = refusal(404, 'NOT_FOUND', 'The requested resource could not be found.');
