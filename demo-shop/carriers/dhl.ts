// DHL's Shipment Tracking - Unified: DHL's own numbers only, one to a request.

import { credentials } from '../credentials.ts';
import { ok, type Reply, type Service } from './service.ts';
import { latest, placeOf, type Sighting, type Stage, type Tracked } from './truth.ts';

const words: Record<Stage, readonly [code: string, status: string]> = {
  announced: ['pre-transit', 'Announced'],
  picked_up: ['transit', 'Picked up'],
  moving: ['transit', 'In transit'],
  customs: ['transit', 'Customs clearance'],
  delayed: ['transit', 'Delayed'],
  out: ['transit', 'Out for delivery'],
  attempted: ['failure', 'Delivery not successful'],
  waiting: ['transit', 'Ready for collection'],
  delivered: ['delivered', 'Delivered'],
  returning: ['failure', 'Return to sender'],
  returned: ['failure', 'Returned to sender'],
};

// Where it knows what a person should do, it says so.
const next: Partial<Record<Stage, string>> = {
  attempted: 'Another delivery will be attempted, or the parcel is brought to a parcel shop.',
  customs: 'Customs wait for documents from the recipient.',
  waiting: 'Collect the parcel with the notification and an identity document.',
};

export const dhl: Service = {
  answer(call) {
    if (call.path !== '/track/shipments') return problem(404, 'Not Found', 'The requested resource does not exist.');
    if (call.headers['dhl-api-key'] !== credentials.dhlKey) return this.revoked(call);
    if (call.method !== 'GET') return problem(405, 'Method Not Allowed', `Request method '${call.method}' is not supported.`);
    const number = call.query.get('trackingNumber')?.replace(/\s/g, '');
    if (!number) return problem(400, 'Bad Request', 'Missing required query parameter: trackingNumber.');
    if (!/^[A-Za-z0-9]{7,39}$/.test(number)) return problem(400, 'Bad Request', 'Invalid query parameter: trackingNumber.');
    const parcel = call.truth.find(number);
    if (parcel?.carrier !== 'DHL' || !latest(parcel))
      return problem(404, 'No result found', 'No shipment with given tracking number found.');
    const url = `/shipments?trackingNumber=${number}`;
    return ok({
      url,
      prevUrl: url,
      nextUrl: url,
      firstUrl: url,
      lastUrl: url,
      shipments: [shipment(parcel, call.query.get('recipientPostalCode'))],
    });
  },
  throttled: () => problem(429, 'Too Many Requests', 'Too many requests within defined time period, please try again later.'),
  broken: () => problem(500, 'Internal Server Error', 'Something went wrong.'),
  revoked: () => problem(401, 'Unauthorized', 'Unauthorized for given resource.'),
};

// The recipient's own town and code are told to whoever knows the code.
function shipment(parcel: Tracked, postalCode: string | null) {
  const { address, expected, sightings } = parcel;
  const isRecipient = address !== null && postalCode === address.zip;
  const delivered = sightings.find((one) => one.stage === 'delivered');
  return {
    id: parcel.number,
    service: 'parcel-de',
    origin: { address: { countryCode: sightings[0]!.country, postalCode: sightings[0]!.zip, addressLocality: sightings[0]!.city } },
    destination: address && {
      address: {
        countryCode: address.countryCode,
        ...(isRecipient ? { postalCode: address.zip, addressLocality: address.city } : {}),
      },
    },
    status: status(latest(parcel)!),
    ...(expected && {
      estimatedTimeOfDelivery: expected.to,
      ...(expected.from && { estimatedDeliveryTimeFrame: { estimatedFrom: expected.from, estimatedThrough: expected.to } }),
    }),
    details: {
      product: { productName: 'DHL PAKET' },
      proofOfDeliverySignedAvailable: false,
      totalNumberOfPieces: 1,
      pieceIds: [parcel.number],
      references: [],
      ...(delivered && { proofOfDelivery: { timestamp: timestamp(delivered) } }),
    },
    events: sightings.map(status).reverse(),
  };
}

function status(one: Sighting) {
  const [statusCode, text] = words[one.stage];
  return {
    timestamp: timestamp(one),
    location: { address: { addressLocality: placeOf(one), countryCode: one.country } },
    statusCode,
    status: text,
    description: one.message,
    ...(next[one.stage] && { nextSteps: next[one.stage] }),
  };
}

function timestamp({ local }: Sighting): string {
  return `${local.date}T${local.time}${local.offset}`;
}

function problem(status: number, title: string, detail: string): Reply {
  return {
    status,
    body: { title, detail, status, instance: '/shipments' },
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  };
}
