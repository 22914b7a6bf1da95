// Shippo's tracks. The prefix of the token and the shape of refusals are UNVERIFIED.

import { credentials } from '../credentials.ts';
import type { Carrier } from '../orders/order.ts';
import { hash32 } from '../seeded.ts';
import { isOfType, isRecord, jsonOf, ok, type Call, type Reply, type Service } from './service.ts';
import { latest, type Sighting, type Stage, type Tracked } from './truth.ts';

const words: Record<Stage, readonly [status: string, substatus: string, needsAction: boolean]> = {
  announced: ['PRE_TRANSIT', 'information_received', false],
  picked_up: ['TRANSIT', 'package_accepted', false],
  moving: ['TRANSIT', 'package_departed', false],
  customs: ['TRANSIT', 'package_held', true],
  delayed: ['TRANSIT', 'delivery_delayed', false],
  out: ['TRANSIT', 'out_for_delivery', false],
  attempted: ['TRANSIT', 'delivery_attempted', false],
  waiting: ['TRANSIT', 'pickup_available', true],
  delivered: ['DELIVERED', 'delivered', false],
  returning: ['RETURNED', 'return_to_sender', false],
  returned: ['RETURNED', 'return_to_sender', false],
};

const tokens: Record<Carrier, readonly string[]> = {
  DHL: ['dhl_germany', 'dhl_express', 'deutsche_post'],
  UPS: ['ups'],
  FedEx: ['fedex'],
  USPS: ['usps'],
};

export const shippo: Service = {
  answer(call) {
    const { authorization } = call.headers;
    if (authorization === undefined) return { status: 401, body: { detail: 'Authentication credentials were not provided.' } };
    if (authorization !== `ShippoToken ${credentials.shippoToken}`) return this.revoked(call);
    const found = /^\/tracks(?:\/([\w-]+)\/([^/]+))?\/?$/.exec(call.path);
    if (!found) return { status: 404, body: { detail: 'Not found.' } };
    const [, carrier, number] = found;
    if (carrier !== undefined) return call.method === 'GET' ? answerTrack(call, carrier, number!) : notAllowed(call);
    if (call.method !== 'POST') return notAllowed(call);
    const form = isOfType(call.headers, 'application/x-www-form-urlencoded') ? Object.fromEntries(new URLSearchParams(call.text)) : null;
    const body = form ?? jsonOf(call);
    if (!isRecord(body)) return { status: 400, body: { detail: 'JSON parse error - Expecting value: line 1 column 1 (char 0)' } };
    const missing = ['carrier', 'tracking_number'].filter((name) => typeof body[name] !== 'string' || body[name] === '');
    if (missing.length) return { status: 400, body: Object.fromEntries(missing.map((name) => [name, ['This field is required.']])) };
    return answerTrack(call, body.carrier as string, body.tracking_number as string);
  },
  throttled: () => ({
    status: 429,
    body: { detail: 'Request was throttled. Expected available in 1 second.' },
    headers: { 'retry-after': '1' },
  }),
  broken: () => ({ status: 500, body: { detail: 'A server error occurred.' } }),
  revoked: () => ({ status: 401, body: { detail: 'Invalid token.' } }),
};

function answerTrack({ truth, method }: Call, carrier: string, number: string): Reply {
  if (!Object.values(tokens).flat().includes(carrier)) return { status: 400, body: { carrier: [`"${carrier}" is not a valid carrier.`] } };
  const parcel = truth.find(number);
  const isTheirs = parcel !== null && tokens[parcel.carrier].includes(carrier);
  return { ...ok(track(carrier, number, isTheirs ? parcel : null)), status: method === 'POST' ? 201 : 200 };
}

// A number that the carrier does not know is followed all the same: it may come to know it.
function track(carrier: string, number: string, parcel: Tracked | null) {
  const last = parcel && latest(parcel);
  const first = parcel?.sightings[0];
  return {
    carrier,
    tracking_number: number,
    address_from: first ? location(first) : null,
    address_to: parcel?.address
      ? {
          city: parcel.address.city,
          state: parcel.address.provinceCode ?? '',
          zip: parcel.address.zip,
          country: parcel.address.countryCode,
        }
      : null,
    eta: parcel?.expected?.to ?? null,
    original_eta: parcel?.sightings.find((one) => one.estimatedDeliveryAt)?.estimatedDeliveryAt ?? null,
    servicelevel: { token: null, name: null },
    tracking_status: last ? status(last) : { ...unknown, object_id: idOf(number) },
    tracking_history: (parcel?.sightings ?? []).map(status),
    transaction: null,
    metadata: '',
    messages: [],
  };
}

const unknown = {
  status: 'UNKNOWN',
  substatus: null,
  status_date: null,
  status_details: 'The carrier does not know this tracking number yet.',
  location: null,
  object_created: null,
  object_updated: null,
};

function status(one: Sighting) {
  const [name, code, needsAction] = words[one.stage];
  return {
    status: name,
    substatus: { code, text: one.message, action_required: needsAction },
    status_date: one.happenedAt,
    status_details: one.message,
    location: location(one),
    object_id: idOf(one.happenedAt + one.message),
    object_created: one.happenedAt,
    object_updated: null,
  };
}

function location({ city, province, zip, country }: Sighting) {
  return { city: city ?? '', state: province ?? '', zip: zip ?? '', country: country ?? '' };
}

function idOf(text: string): string {
  return ['a', 'b', 'c', 'd'].map((part) => hash32(part + text).toString(16).padStart(8, '0')).join('');
}

function notAllowed({ method }: Call): Reply {
  return { status: 405, body: { detail: `Method "${method}" not allowed.` } };
}
