// AfterShip's Tracking API, version 2026-07. Subtag numbers are UNVERIFIED beyond their form `{Tag}_{NNN}`.

import { credentials } from '../credentials.ts';
import type { Carrier } from '../orders/order.ts';
import { hash32 } from '../seeded.ts';
import { isRecord, jsonOf, type Call, type Reply, type Service } from './service.ts';
import { latest, placeOf, type Sighting, type Stage, type Tracked } from './truth.ts';

const words: Record<Stage, readonly [tag: string, subtag: string, message: string]> = {
  announced: ['InfoReceived', '001', 'Info Received'],
  picked_up: ['InTransit', '002', 'Acceptance scan'],
  moving: ['InTransit', '001', 'In Transit'],
  customs: ['Exception', '004', 'Customs hold'],
  delayed: ['Exception', '005', 'Delayed by external factors'],
  out: ['OutForDelivery', '001', 'Out for Delivery'],
  attempted: ['AttemptFail', '002', 'Addressee not available'],
  waiting: ['AvailableForPickup', '001', 'Available for pickup'],
  delivered: ['Delivered', '001', 'Delivered'],
  returning: ['Exception', '010', 'Returning to sender'],
  returned: ['Exception', '011', 'Returned to sender'],
};

const slugs: Record<Carrier, readonly string[]> = {
  DHL: ['dhl-germany', 'dhl'],
  UPS: ['ups'],
  FedEx: ['fedex'],
  USPS: ['usps'],
};

export const aftership: Service = {
  answer(call) {
    if (call.headers['as-api-key'] !== credentials.aftershipKey) return this.revoked(call);
    const found = /^\/tracking\/2026-07\/(trackings|couriers)(?:\/([\w-]+))?(?:\/(retrack|mark-as-completed))?$/.exec(call.path);
    const [, what, id, action] = found ?? [];
    const operation = `${call.method} ${what}${id ? (what === 'couriers' ? `/${id}` : '/id') : ''}${action ? `/${action}` : ''}`;
    switch (operation) {
      case 'GET trackings':
        return list(call);
      case 'POST trackings':
        return create(call);
      case 'GET trackings/id':
      case 'PUT trackings/id':
        return withTracking(call, id!, (one) => envelope(200, one));
      case 'DELETE trackings/id':
        return withTracking(call, id!, (one) => {
          call.memory.aftership.delete(one.tracking_number);
          return envelope(200, one);
        });
      case 'POST trackings/id/mark-as-completed':
        return withTracking(call, id!, (one) => envelope(200, one));
      // Only what has expired may be tracked again, and nothing here ever has.
      case 'POST trackings/id/retrack':
        return withTracking(call, id!, () => refusal(400, 4016, 'Retrack is not allowed. You can only retrack each shipment once.'));
      case 'GET couriers':
        return envelope(200, { total: 4, couriers: Object.entries(slugs).map(([name, [slug]]) => ({ slug, name })) });
      case 'POST couriers/detect':
        return detect(call);
      default:
        return refusal(404, 404, 'The URI requested is invalid or the resource requested does not exist.', 'NotFound');
    }
  },
  throttled: ({ now }) => ({
    ...refusal(429, 429, 'You have exceeded the API call rate limit. The default limit is 10 requests per second.', 'TooManyRequests'),
    headers: { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(now / 1000) + 1) },
  }),
  broken: () => refusal(500, 500, 'Something went wrong on our end.', 'InternalError'),
  revoked: () => refusal(401, 401, 'The API key is invalid.', 'Unauthorized'),
};

// A tracking as a call and a webhook tell it. What no carrier knows is `Pending`.
export function aftershipTracking(number: string, parcel: Tracked | null) {
  const last = parcel && latest(parcel);
  const [tag, subtag, message] = last ? words[last.stage] : (['Pending', '001', 'Pending'] as const);
  const slug = parcel ? slugs[parcel.carrier][0]! : null;
  const delivered = parcel?.sightings.find((one) => one.stage === 'delivered');
  const attempts = parcel?.sightings.filter((one) => one.stage === 'attempted') ?? [];
  const expected = parcel?.expected;
  return {
    id: idOf(number),
    tracking_number: number,
    slug,
    active: tag !== 'Delivered',
    tag,
    subtag: `${tag}_${subtag}`,
    subtag_message: message,
    title: number,
    order_number: parcel ? `#${parcel.order}` : null,
    courier_tracking_link: null,
    courier_estimated_delivery_date: expected
      ? {
          estimated_delivery_date: expected.to,
          estimated_delivery_date_min: expected.from,
          estimated_delivery_date_max: expected.from ? expected.to : null,
        }
      : null,
    aftership_estimated_delivery_date: null,
    latest_estimated_delivery: expected
      ? {
          type: expected.from ? 'range' : 'specific',
          source: 'Carrier EDD',
          datetime: expected.to,
          datetime_min: expected.from,
          datetime_max: expected.from ? expected.to : null,
          revise_reason: null,
        }
      : null,
    shipment_delivery_date: delivered ? iso(delivered) : null,
    shipment_pickup_date: parcel?.sightings.filter((one) => one.stage === 'picked_up').map(iso)[0] ?? null,
    signed_by: null,
    return_to_sender: parcel?.sightings.some((one) => one.stage === 'returning' || one.stage === 'returned') ?? false,
    first_attempted_at: attempts.map(iso)[0] ?? null,
    failed_delivery_attempts: attempts.length,
    on_time_status: null,
    proof_of_delivery: null,
    destination_country_region: parcel?.address?.countryCode ?? null,
    destination_postal_code: parcel?.address?.zip ?? null,
    updated_at: last?.happenedAt ?? null,
    checkpoints: (parcel?.sightings ?? []).map((one) => ({
      checkpoint_time: iso(one),
      message: one.message,
      location: placeOf(one) || null,
      city: one.city,
      state: one.province,
      postal_code: one.zip,
      country_region: one.country,
      country_region_name: null,
      tag: words[one.stage][0],
      subtag: `${words[one.stage][0]}_${words[one.stage][1]}`,
      subtag_message: words[one.stage][2],
      raw_tag: null,
      slug,
      coordinate: null,
      events: [],
      source: 'carrier',
      hash: idOf(`${number} ${one.happenedAt}`),
    })),
  };
}

function list({ query, truth, memory }: Call): Reply {
  const asked = query.get('tracking_numbers')?.split(',').filter(Boolean);
  const limit = Number(query.get('limit') ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) return refusal(400, 4007, 'The value of `limit` is invalid.');
  const slug = query.get('slug');
  const known = [...new Set([...truth.all().filter(isThereAlready).map((one) => one.number), ...memory.aftership])];
  const found = known
    .filter((number) => !asked || asked.includes(number))
    .filter((number) => !slug || slugs[truth.find(number)?.carrier ?? 'DHL'].some((one) => slug.split(',').includes(one)));
  return envelope(200, {
    pagination: { total: found.length, next_cursor: '', has_next_page: found.length > limit },
    trackings: found.slice(0, limit).map((number) => aftershipTracking(number, truth.find(number))),
  });
}

function create(call: Call): Reply {
  const body = jsonOf(call);
  if (!isRecord(body)) return refusal(400, 4001, 'Invalid JSON data.');
  const { tracking_number: number, slug } = body;
  if (typeof number !== 'string' || !/^[A-Za-z0-9]{5,50}$/.test(number))
    return refusal(400, 4005, 'The value of `tracking_number` is invalid.');
  if (slug !== undefined && !Object.values(slugs).flat().includes(slug as string))
    return refusal(400, 4010, 'The value of `slug` is invalid.');
  const parcel = call.truth.find(number);
  if (parcel && slug !== undefined && !slugs[parcel.carrier].includes(slug as string))
    return refusal(400, 4012, 'Cannot detect the courier of this tracking number.');
  if (exists(call, number)) {
    const { id, slug: kept } = aftershipTracking(number, parcel);
    return { status: 400, body: { meta: meta(4003, 'Tracking already exists.'), data: { id, slug: kept, tracking_number: number } } };
  }
  call.memory.aftership.add(number);
  // The courier is asked only then: what it says is told to the next question.
  return envelope(201, aftershipTracking(number, parcel && { ...parcel, sightings: [], expected: null }));
}

function detect(call: Call): Reply {
  const body = jsonOf(call);
  if (!isRecord(body)) return refusal(400, 4001, 'Invalid JSON data.');
  if (typeof body.tracking_number !== 'string') return refusal(400, 4005, 'The value of `tracking_number` is invalid.');
  const parcel = call.truth.find(body.tracking_number);
  const couriers = parcel ? [{ slug: slugs[parcel.carrier][0], name: parcel.carrier }] : [];
  return envelope(200, { total: couriers.length, couriers });
}

function withTracking(call: Call, id: string, then: (tracking: ReturnType<typeof aftershipTracking>) => Reply): Reply {
  const number = [...call.truth.all().map((one) => one.number), ...call.memory.aftership].find((one) => idOf(one) === id);
  if (number === undefined || !exists(call, number)) return refusal(404, 4004, 'Tracking does not exist.', 'NotFound');
  return then(aftershipTracking(number, call.truth.find(number)));
}

function exists({ truth, memory }: Call, number: string): boolean {
  const parcel = truth.find(number);
  return memory.aftership.has(number) || (parcel !== null && isThereAlready(parcel));
}

// As where a shop's own connection to AfterShip has told it of some orders.
function isThereAlready({ order }: Tracked): boolean {
  return order % 2 === 0;
}

export function idOf(text: string): string {
  return ['a', 'b', 'c'].map((part) => hash32(part + text).toString(16).padStart(8, '0')).join('');
}

function iso({ local }: Sighting): string {
  return `${local.date}T${local.time}${local.offset}`;
}

function meta(code: number, message: string, type = 'BadRequest') {
  return { code, message, type };
}

function refusal(status: number, code: number, message: string, type?: string): Reply {
  return { status, body: { meta: meta(code, message, type), data: {} } };
}

function envelope(status: number, data: unknown): Reply {
  return {
    status,
    body: { meta: { code: status }, data },
    headers: { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '9', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000)) },
  };
}
