// UPS Track v1. Status letters and codes, and the codes of refusals, are UNVERIFIED.

import { localTime } from '../clock.ts';
import { credentials } from '../credentials.ts';
import { basicOf, isOfType, ok, type Call, type Reply, type Service } from './service.ts';
import { latest, type Sighting, type Stage, type Tracked } from './truth.ts';

const words: Record<Stage, readonly [type: string, code: string, statusCode: string, description: string]> = {
  announced: ['M', 'MP', '003', 'Shipment Ready for UPS'],
  picked_up: ['P', 'XD', '038', 'Picked Up'],
  moving: ['I', 'DP', '005', 'On the Way'],
  customs: ['X', 'CC', '058', 'Clearance Information Required'],
  delayed: ['X', 'DE', '048', 'Delay'],
  out: ['O', 'OT', '021', 'Out for Delivery'],
  attempted: ['X', 'NH', '022', 'First Attempt Made'],
  waiting: ['I', 'HA', '040', 'Awaiting Customer Pickup'],
  delivered: ['D', 'KB', '011', 'Delivered'],
  returning: ['RS', 'RS', '035', 'Returning to Sender'],
  returned: ['RS', 'RD', '034', 'Returned to Sender'],
};

export const ups: Service = {
  answer(call) {
    if (call.path === '/security/v1/oauth/token') return token(call);
    const found = /^\/api\/track\/v1\/details\/([^/]*)$/.exec(call.path);
    if (!found) return refusal(404, '404', 'Not Found');
    if (!call.memory.isGiven('ups', call.headers.authorization, call.now)) return this.revoked(call);
    if (call.method !== 'GET') return refusal(405, '405', 'Method Not Allowed');
    for (const name of ['transid', 'transactionsrc'] as const)
      if (!call.headers[name])
        return refusal(400, 'TV1001', `Missing or invalid header ${name === 'transid' ? 'transId' : 'transactionSrc'}.`);
    const number = found[1]!;
    if (number.length < 7 || number.length > 34) return refusal(400, 'TV1002', 'Invalid inquiry number.');
    const parcel = call.truth.find(number);
    const isKnown = parcel?.carrier === 'UPS' && latest(parcel) !== null;
    if (isKnown) return ok({ trackResponse: { shipment: [{ inquiryNumber: parcel.number, package: [details(parcel)] }] } });
    // A number of UPS's own form is answered with a warning, any other with an error.
    if (!/^1Z[A-Z0-9]{16}$/i.test(number)) return refusal(404, 'TW0001', 'Tracking Information Not Found');
    return ok({
      trackResponse: { shipment: [{ inquiryNumber: number, warnings: [{ code: 'TW0001', message: 'Tracking Information Not Found' }] }] },
    });
  },
  throttled: () => refusal(429, '10429', 'Too Many Requests'),
  broken: () => refusal(500, '10500', 'Internal Server Error'),
  revoked: ({ path }) =>
    path.startsWith('/security/')
      ? refusal(401, '10401', 'ClientId is Invalid')
      : refusal(401, '250002', 'Invalid Authentication Information.'),
};

function token({ method, headers, text, memory, now }: Call): Reply {
  if (method !== 'POST') return refusal(405, '10405', 'Method Not Allowed');
  const basic = basicOf(headers);
  if (!basic) return refusal(401, '10400', 'Invalid/Missing Authorization Header');
  if (basic[0] !== credentials.upsClient || basic[1] !== credentials.upsSecret) return refusal(401, '10401', 'ClientId is Invalid');
  if (!isOfType(headers, 'application/x-www-form-urlencoded')) return refusal(415, '10415', 'Unsupported Media Type');
  if (new URLSearchParams(text).get('grant_type') !== 'client_credentials') return refusal(400, '10403', 'grant_type is Invalid');
  return ok({
    token_type: 'Bearer',
    issued_at: String(now),
    client_id: credentials.upsClient,
    access_token: memory.issue('ups', 14_399, now),
    expires_in: '14399',
    status: 'approved',
  });
}

function details(parcel: Tracked) {
  const last = latest(parcel)!;
  const { expected, sightings, address } = parcel;
  const delivered = sightings.find((one) => one.stage === 'delivered');
  const isLate = sightings.some((one) => one.stage === 'delayed');
  const [type, , statusCode, description] = words[last.stage];
  return {
    trackingNumber: parcel.number,
    currentStatus: { type, code: statusCode, statusCode, description, simplifiedTextDescription: description },
    activity: sightings.map(activity).reverse(),
    deliveryDate: delivered
      ? [{ type: 'DEL', date: compact(delivered.local.date) }]
      : expected
        ? [{ type: isLate ? 'RDD' : 'SDD', date: compact(localTime(expected.to, expected.zone).date) }]
        : [],
    ...(delivered
      ? { deliveryTime: { type: 'DEL', endTime: compact(delivered.local.time) } }
      : expected && {
          deliveryTime: expected.from
            ? { type: 'EDW', startTime: clock(expected.from, expected.zone), endTime: clock(expected.to, expected.zone) }
            : { type: 'EOD' },
        }),
    ...(delivered && { deliveryInformation: { location: 'Residential', receivedBy: '' } }),
    packageAddress: address
      ? [
          {
            type: 'DESTINATION',
            address: { city: address.city, stateProvince: address.provinceCode ?? '', countryCode: address.countryCode },
          },
        ]
      : [],
    referenceNumber: [{ type: 'SHIPMENT', number: `#${parcel.order}` }],
    service: { code: '011', description: 'UPS Standard' },
    packageCount: 1,
  };
}

function activity(one: Sighting) {
  const [type, code, statusCode] = words[one.stage];
  const utc = one.happenedAt;
  return {
    date: compact(one.local.date),
    time: compact(one.local.time),
    gmtDate: compact(utc.slice(0, 10)),
    gmtTime: utc.slice(11, 19),
    gmtOffset: one.local.offset,
    location: {
      address: { city: one.city ?? '', stateProvince: one.province ?? '', countryCode: one.country ?? '', postalCode: one.zip ?? '' },
    },
    status: { type, code, statusCode, description: one.message },
  };
}

function clock(instant: string, zone: string): string {
  return compact(localTime(instant, zone).time);
}

function compact(text: string): string {
  return text.replace(/[-:]/g, '');
}

function refusal(status: number, code: string, message: string): Reply {
  return { status, body: { response: { errors: [{ code, message }] } } };
}
