// 17TRACK, v2.4: register first, ask later. Codes are those of its help page; which HTTP status goes with which is UNVERIFIED.

import { credentials } from '../credentials.ts';
import type { Carrier } from '../orders/order.ts';
import { isRecord, jsonOf, ok, type Call, type Service } from './service.ts';
import { latest, placeOf, type Sighting, type Stage, type Tracked } from './truth.ts';

const words: Record<Stage, readonly [status: string, sub: string]> = {
  announced: ['InfoReceived', 'InfoReceived'],
  picked_up: ['InTransit', 'InTransit_PickedUp'],
  moving: ['InTransit', 'InTransit_Other'],
  customs: ['InTransit', 'InTransit_CustomsRequiringInformation'],
  delayed: ['Exception', 'Exception_Delayed'],
  out: ['OutForDelivery', 'OutForDelivery_Other'],
  attempted: ['DeliveryFailure', 'DeliveryFailure_NoBody'],
  waiting: ['AvailableForPickup', 'AvailableForPickup_Other'],
  delivered: ['Delivered', 'Delivered_Other'],
  returning: ['Exception', 'Exception_Returning'],
  returned: ['Exception', 'Exception_Returned'],
};

// 7041 is the German parcel service, 100001 the express one; shops name either.
const codes: Record<Carrier, readonly number[]> = { DHL: [100001, 7041], UPS: [100002], FedEx: [100003], USPS: [21051] };

export const track17: Service = {
  answer(call) {
    if (call.headers['17token'] !== credentials.track17Key) return this.revoked(call);
    const name = /^\/track\/v2\.[24]\/([a-z]+)$/.exec(call.path)?.[1];
    const method = name !== undefined && Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (!method || call.method !== 'POST') return { status: 404, body: wrong(-18010005, 'Unauthorized access.') };
    const items = jsonOf(call);
    if (!Array.isArray(items)) return ok(wrong(-18010013, 'Invalid submitted data.'));
    if (items.length === 0) return ok(wrong(-18010010, 'Please provide the data number.'));
    if (items.length > 40) return ok(wrong(-18010014, 'Tracking numbers exceed the 40 limit.'));
    const [accepted, rejected]: [unknown[], unknown[]] = [[], []];
    for (const item of items) {
      const number = isRecord(item) ? item.number : undefined;
      const outcome: Outcome =
        typeof number === 'string' && /^[A-Za-z0-9]{5,50}$/.test(number)
          ? method(call, number, item as Record<string, unknown>)
          : [-18010012, 'The format of data number is invalid.'];
      if (Array.isArray(outcome)) rejected.push({ number: number ?? null, error: { code: outcome[0], message: outcome[1] } });
      else accepted.push(outcome);
    }
    return ok({ code: 0, data: { accepted, rejected } });
  },
  throttled: () => ({ status: 429, body: wrong(-18010003, 'Request frequency exceeds the allowed limit.') }),
  broken: () => ({ status: 500, body: wrong(-18010003, 'Internal service error. Please try again later.') }),
  revoked: () => ({ status: 401, body: wrong(-18010002, 'Invalid security key.') }),
};

// What an accepted item is answered with, or the code and the words of its refusal.
type Outcome = object | [code: number, message: string];

const methods: Record<string, (call: Call, number: string, item: Record<string, unknown>) => Outcome> = {
  register({ truth, memory }, number, item) {
    if (memory.track17.has(number)) return [-18019901, `Tracking number ${number} is already registered.`];
    const parcel = truth.find(number);
    if (item.carrier !== undefined && !Object.values(codes).flat().includes(item.carrier as number))
      return [-18010015, `The value ${String(item.carrier)} of the field carrier is invalid.`];
    if (!parcel && item.carrier === undefined)
      return [-18019903, 'Carrier cannot be detected. Visit carrier info for carrier code and send as a parameter.'];
    memory.track17.set(number, 0);
    return { origin: 1, number, carrier: carrierOf(parcel, item), tag: item.tag ?? null };
  },
  gettrackinfo({ truth, memory }, number, item) {
    const asked = memory.track17.get(number);
    if (asked === undefined) return notRegistered(number);
    memory.track17.set(number, asked + 1);
    // The data come some time after the number: here, with the second question.
    const parcel = asked === 0 ? null : truth.find(number);
    return { number, carrier: carrierOf(parcel, item), param: null, tag: null, track_info: trackInfo(parcel) };
  },
  stoptrack: ({ memory }, number) => (memory.track17.has(number) ? { number } : notRegistered(number)),
  retrack: (_, number) => [-18019904, `Only stopped numbers can be retracked, ${number} is not.`],
  deletetrack: ({ memory }, number) => (memory.track17.delete(number) ? { number } : notRegistered(number)),
};

function notRegistered(number: string): Outcome {
  return [-18019902, `Tracking number ${number} is not registered yet. Register first.`];
}

export function track17Webhook(parcel: Tracked) {
  const data = { number: parcel.number, carrier: codes[parcel.carrier][0], tag: null, track_info: trackInfo(parcel) };
  return { event: 'TRACKING_UPDATED', data };
}

function trackInfo(parcel: Tracked | null) {
  const last = parcel && latest(parcel);
  const [status, sub] = last ? words[last.stage] : (['NotFound', 'NotFound_Other'] as const);
  const first = parcel?.sightings[0];
  const days = first && last ? Math.floor((Date.parse(last.happenedAt) - Date.parse(first.happenedAt)) / 86_400_000) : 0;
  return {
    shipping_info: {
      shipper_address: first ? { country: first.country, city: first.city } : null,
      recipient_address: parcel?.address ? { country: parcel.address.countryCode, city: parcel.address.city } : null,
    },
    latest_status: { status, sub_status: sub, sub_status_descr: null },
    latest_event: last ? event(last) : null,
    time_metrics: {
      days_of_transit: days,
      estimated_delivery_date: parcel?.expected ? { source: 'Official', from: parcel.expected.from, to: parcel.expected.to } : null,
    },
    milestone: (parcel?.sightings ?? []).map((one) => ({ key_stage: words[one.stage][0], ...times(one) })),
    misc_info: { risk_factor: 0, service_type: null },
    tracking: {
      providers: parcel
        ? [
            {
              provider: { key: codes[parcel.carrier][0], name: parcel.carrier, homepage: null },
              latest_sync_status: 'Success',
              latest_sync_time: last?.happenedAt ?? null,
              events: parcel.sightings.map(event).reverse(),
            },
          ]
        : [],
    },
  };
}

function event(one: Sighting) {
  return {
    ...times(one),
    time_raw: { date: one.local.date, time: one.local.time, timezone: one.local.offset },
    description: one.message,
    description_translation: null,
    location: placeOf(one) || null,
    stage: words[one.stage][0],
    sub_status: words[one.stage][1],
    address: { country: one.country, state: one.province, city: one.city, street: null, postal_code: one.zip },
  };
}

function times({ local, happenedAt }: Sighting) {
  return { time_iso: `${local.date}T${local.time}${local.offset}`, time_utc: happenedAt };
}

function carrierOf(parcel: Tracked | null, item: Record<string, unknown>): unknown {
  return item.carrier ?? (parcel ? codes[parcel.carrier][0] : null);
}

function wrong(code: number, message: string) {
  return { code, data: { errors: [{ code, message }] } };
}
