// What each tracking service refuses, in its own shape: credentials, methods, bodies, limits.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { credentials } from '../../credentials.ts';
import { running } from '../running.ts';
import { auth, call, fedexBody, numberOf, post, token, upsHeaders } from './asking.ts';

const given = { ups: {}, fedex: {}, usps: {} } as Record<'ups' | 'fedex' | 'usps', { authorization?: string }>;
const run = running(async (run) => {
  for (const service of ['ups', 'fedex', 'usps'] as const) given[service] = await token(run, service);
});

type Row = [why: string, path: string, init: () => RequestInit, status: number, code: unknown];

// `code` of an answer is what a client would switch on.
async function check(rows: Row[], code: (body: any) => unknown): Promise<void> {
  const wrong = [];
  for (const [why, path, init, status, wanted] of rows) {
    const { status: seen, body } = await call(run, path, init());
    const told = typeof body === 'object' ? code(body) : body;
    if (seen !== status || told !== wanted) wrong.push({ why, seen, told, status, wanted });
  }
  assert.deepEqual(wrong, []);
}

const get = (headers: Record<string, string | undefined> = {}) => (): RequestInit => ({ headers: headers as Record<string, string> });
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
const formed = (values: Record<string, string>, headers: Record<string, string> = {}) => (): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(values).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
});

test('aftership', async () => {
  const at = '/aftership/tracking/2026-07';
  const odd = numberOf(run, 1015);
  const even = numberOf(run, 1014);
  const rows: Row[] = [
    ['no key', `${at}/trackings`, get(), 401, 401],
    ['wrong key', `${at}/trackings`, get({ 'as-api-key': 'other' }), 401, 401],
    ['key of the old header', `${at}/trackings`, get({ 'aftership-api-key': credentials.aftershipKey }), 401, 401],
    ['unknown version', '/aftership/tracking/2020-01/trackings', get(auth.aftership), 404, 404],
    ['unknown method', `${at}/trackings`, () => ({ method: 'PATCH', headers: auth.aftership }), 404, 404],
    ['broken JSON', `${at}/trackings`, () => post('{"tracking_number":', auth.aftership), 400, 4001],
    ['the wrapper of older versions', `${at}/trackings`, () => post({ tracking: { tracking_number: odd } }, auth.aftership), 400, 4005],
    ['number of another kind', `${at}/trackings`, () => post({ tracking_number: '-' }, auth.aftership), 400, 4005],
    ['unknown courier', `${at}/trackings`, () => post({ tracking_number: odd, slug: 'pigeon' }, auth.aftership), 400, 4010],
    ['wrong courier', `${at}/trackings`, () => post({ tracking_number: odd, slug: 'ups' }, auth.aftership), 400, 4012],
    ['even orders are there already', `${at}/trackings`, () => post({ tracking_number: even }, auth.aftership), 400, 4003],
    ['unknown id', `${at}/trackings/nothing`, get(auth.aftership), 404, 4004],
    ['limit', `${at}/trackings?limit=500`, get(auth.aftership), 400, 4007],
  ];
  await check(rows, (body) => body.meta.code);
});

test('aftership: a number of an odd order is there once it was created', async () => {
  const at = '/aftership/tracking/2026-07/trackings';
  const number = numberOf(run, 1015);
  const listed = async () => (await call(run, `${at}?tracking_numbers=${number}`, { headers: auth.aftership })).body.data.trackings;
  assert.deepEqual(await listed(), []);
  const created = await call(run, at, post({ tracking_number: number, slug: 'usps' }, auth.aftership));
  assert.deepEqual([created.status, created.body.data.tag, created.body.data.checkpoints], [201, 'Pending', []]);
  const { id } = created.body.data;
  assert.deepEqual((await listed()).map((one: any) => one.id), [id]);
  const again = await call(run, at, post({ tracking_number: number }, auth.aftership));
  assert.deepEqual([again.status, again.body.meta.code, again.body.data.id], [400, 4003, id]);
  assert.equal((await call(run, `${at}/${id}`, { headers: auth.aftership })).body.data.tag, 'Delivered');
  assert.equal((await call(run, `${at}/${id}/retrack`, post({}, auth.aftership))).body.meta.code, 4016);
  assert.equal((await call(run, `${at}/${id}`, { method: 'DELETE', headers: auth.aftership })).status, 200);
  assert.equal((await call(run, `${at}/${id}`, { headers: auth.aftership })).body.meta.code, 4004);
});

test('easypost', async () => {
  const at = '/easypost/v2/trackers';
  const key = credentials.easypostKey;
  const rows: Row[] = [
    ['no key', at, get(), 401, 'UNAUTHORIZED'],
    ['wrong key', at, get(basic('other:')), 401, 'UNAUTHORIZED'],
    ['a password', at, get(basic(`${key}:x`)), 401, 'UNAUTHORIZED'],
    ['key as a bearer', at, get({ authorization: `Bearer ${key}` }), 401, 'UNAUTHORIZED'],
    ['no wrapper', at, () => post({ tracking_code: 'EZ1' }, auth.easypost), 422, 'TRACKER.CREATE.ERROR'],
    ['broken JSON', at, () => post('{', auth.easypost), 422, 'TRACKER.CREATE.ERROR'],
    ['no content type', at, () => ({ ...post({}), headers: auth.easypost }), 422, 'TRACKER.CREATE.ERROR'],
    ['wrong carrier', at, () => post({ tracker: { tracking_code: numberOf(run, 1015), carrier: 'UPS' } }, auth.easypost), 422, 'TRACKER.CREATE.ERROR'],
    ['unknown id', `${at}/trk_none`, get(auth.easypost), 404, 'NOT_FOUND'],
    ['unknown path', '/easypost/v2/shipments', get(auth.easypost), 404, 'NOT_FOUND'],
    ['unknown method', at, () => ({ method: 'PUT', headers: auth.easypost }), 405, 'METHOD.NOT_ALLOWED'],
  ];
  await check(rows, (body) => body.error.code);
});

test('easypost: the same number twice is one tracker', async () => {
  const body = { tracker: { tracking_code: numberOf(run, 1016), carrier: 'UPS' } };
  const [one, two] = [await call(run, '/easypost/v2/trackers', post(body, auth.easypost)), await call(run, '/easypost/v2/trackers', post(body, auth.easypost))];
  assert.equal(one.body.id, two.body.id);
  const found = await call(run, `/easypost/v2/trackers?tracking_code=${body.tracker.tracking_code}`, { headers: auth.easypost });
  assert.deepEqual([found.body.trackers.map((tracker: any) => tracker.id), found.body.has_more], [[one.body.id], false]);
});

test('shippo', async () => {
  const number = numberOf(run, 1016);
  const rows: Row[] = [
    ['no token', `/shippo/tracks/ups/${number}`, get(), 401, 'Authentication credentials were not provided.'],
    ['wrong token', `/shippo/tracks/ups/${number}`, get({ authorization: 'ShippoToken other' }), 401, 'Invalid token.'],
    ['token as a bearer', `/shippo/tracks/ups/${number}`, get({ authorization: `Bearer ${credentials.shippoToken}` }), 401, 'Invalid token.'],
    ['unknown path', '/shippo/parcels', get(auth.shippo), 404, 'Not found.'],
    ['unknown carrier', `/shippo/tracks/pigeon/${number}`, get(auth.shippo), 400, '"pigeon" is not a valid carrier.'],
    ['unknown method', `/shippo/tracks/ups/${number}`, () => post({}, auth.shippo), 405, 'Method "POST" not allowed.'],
    ['no number', '/shippo/tracks', () => post({ carrier: 'ups' }, auth.shippo), 400, 'This field is required.'],
  ];
  await check(rows, (body) => body.detail ?? (body.carrier ?? body.tracking_number)[0]);
  const other = await call(run, `/shippo/tracks/usps/${number}`, { headers: auth.shippo });
  assert.deepEqual([other.status, other.body.tracking_status.status], [200, 'UNKNOWN']);
});

test('17track', async () => {
  const at = '/17track/track/v2.4';
  const rows: Row[] = [
    ['no key', `${at}/register`, () => post([{ number: 'AB12345' }]), 401, -18010002],
    ['wrong key', `${at}/register`, () => post([{ number: 'AB12345' }], { '17token': 'other' }), 401, -18010002],
    ['unknown method', `${at}/constructor`, () => post([], auth['17track']), 404, -18010005],
    ['not a POST', `${at}/register`, get(auth['17track']), 404, -18010005],
    ['no array', `${at}/register`, () => post({ number: 'AB12345' }, auth['17track']), 200, -18010013],
    ['nothing', `${at}/register`, () => post([], auth['17track']), 200, -18010010],
    ['more than forty', `${at}/register`, () => post(Array(41).fill({ number: 'AB12345' }), auth['17track']), 200, -18010014],
  ];
  await check(rows, (body) => body.data.errors[0].code);
});

test('17track: a number is registered once, not found to the first question, told to the second', async () => {
  const number = numberOf(run, 1019);
  const ask = async (method: string) => (await call(run, `/17track/track/v2.4/${method}`, post([{ number }], auth['17track']))).body.data;
  assert.equal((await ask('gettrackinfo')).rejected[0].error.code, -18019902);
  assert.deepEqual((await ask('register')).accepted, [{ origin: 1, number, carrier: 100002, tag: null }]);
  assert.equal((await ask('register')).rejected[0].error.code, -18019901);
  assert.equal((await ask('gettrackinfo')).accepted[0].track_info.latest_status.status, 'NotFound');
  assert.equal((await ask('gettrackinfo')).accepted[0].track_info.latest_status.status, 'Exception');
  assert.deepEqual((await ask('deletetrack')).accepted, [{ number }]);
  const undetected = await call(run, '/17track/track/v2.4/register', post([{ number: 'AB12345' }], auth['17track']));
  assert.equal(undetected.body.data.rejected[0].error.code, -18019903);
});

test('dhl', async () => {
  const at = '/dhl/track/shipments';
  const number = numberOf(run, 1014);
  const rows: Row[] = [
    ['no key', `${at}?trackingNumber=${number}`, get(), 401, 'Unauthorized'],
    ['wrong key', `${at}?trackingNumber=${number}`, get({ 'dhl-api-key': 'other' }), 401, 'Unauthorized'],
    ['no number', at, get(auth.dhl), 400, 'Bad Request'],
    ['number of another kind', `${at}?trackingNumber=%23%23%23`, get(auth.dhl), 400, 'Bad Request'],
    ['a parcel of UPS', `${at}?trackingNumber=${numberOf(run, 1016)}`, get(auth.dhl), 404, 'No result found'],
    ['not a GET', `${at}?trackingNumber=${number}`, () => post({}, auth.dhl), 405, 'Method Not Allowed'],
    ['unknown path', '/dhl/shipments', get(auth.dhl), 404, 'Not Found'],
  ];
  await check(rows, (body) => (typeof body.status === 'number' && body.detail && body.instance ? body.title : body));
  const { headers } = await call(run, at, { headers: auth.dhl });
  assert.match(headers.get('content-type')!, /^application\/problem\+json/);
});

test('dhl: the recipient’s town is told to whoever knows the postcode', async () => {
  const at = `/dhl/track/shipments?trackingNumber=${numberOf(run, 1014)}`;
  const towns = [];
  for (const code of ['', '&recipientPostalCode=99999', '&recipientPostalCode=20357'])
    towns.push((await call(run, at + code, { headers: auth.dhl })).body.shipments[0].destination.address.addressLocality);
  assert.deepEqual(towns, [undefined, undefined, 'Hamburg']);
});

test('ups', async () => {
  const at = `/ups/api/track/v1/details/${numberOf(run, 1016)}`;
  const oauth = '/ups/security/v1/oauth/token';
  const grant = { grant_type: 'client_credentials' };
  const good = basic(`${credentials.upsClient}:${credentials.upsSecret}`);
  const bearer = () => ({ ...upsHeaders, authorization: given.ups.authorization! });
  const rows: Row[] = [
    ['no credentials', oauth, formed(grant), 401, '10400'],
    ['wrong secret', oauth, formed(grant, basic(`${credentials.upsClient}:other`)), 401, '10401'],
    ['no grant type', oauth, formed({}, good), 400, '10403'],
    ['JSON for a form', oauth, () => post(grant, good), 415, '10415'],
    ['token by GET', oauth, get(good), 405, '10405'],
    ['no token', at, get(upsHeaders), 401, '250002'],
    ['made-up token', at, get({ ...upsHeaders, authorization: 'Bearer other' }), 401, '250002'],
    ['token of another service', at, () => ({ headers: { ...upsHeaders, authorization: given.fedex.authorization! } }), 401, '250002'],
    ['no transId', at, () => ({ headers: { transactionsrc: 'test', authorization: given.ups.authorization! } }), 400, 'TV1001'],
    ['no transactionSrc', at, () => ({ headers: { transid: 'one', authorization: given.ups.authorization! } }), 400, 'TV1001'],
    ['short number', '/ups/api/track/v1/details/1Z', () => ({ headers: bearer() }), 400, 'TV1002'],
    ['a parcel of DHL', `/ups/api/track/v1/details/${numberOf(run, 1014)}`, () => ({ headers: bearer() }), 404, 'TW0001'],
    ['not a GET', at, () => ({ ...post({}), headers: bearer() }), 405, '405'],
  ];
  await check(rows, (body) => body.response.errors[0].code);
  const unknown = await call(run, '/ups/api/track/v1/details/1Z999AA10123456784', { headers: bearer() });
  assert.deepEqual([unknown.status, unknown.body.trackResponse.shipment[0].warnings[0].code], [200, 'TW0001']);
});

test('fedex', async () => {
  const at = '/fedex/track/v1/trackingnumbers';
  const number = numberOf(run, 1017);
  const grant = { grant_type: 'client_credentials', client_id: credentials.fedexClient, client_secret: credentials.fedexSecret };
  const rows: Row[] = [
    ['wrong secret', '/fedex/oauth/token', formed({ ...grant, client_secret: 'other' }), 401, 'NOT.AUTHORIZED.ERROR'],
    ['no grant type', '/fedex/oauth/token', formed({ ...grant, grant_type: '' }), 400, 'BAD.REQUEST.ERROR'],
    ['JSON for a form', '/fedex/oauth/token', () => post(grant), 415, 'UNSUPPORTED.MEDIA.TYPE'],
    ['no token', at, () => post(fedexBody(number)), 401, 'NOT.AUTHORIZED.ERROR'],
    ['not a POST', at, () => ({ headers: given.fedex as Record<string, string> }), 405, 'METHOD.NOT.ALLOWED.ERROR'],
    ['no JSON', at, () => ({ ...formed({ a: 'b' }, given.fedex as Record<string, string>)() }), 415, 'UNSUPPORTED.MEDIA.TYPE'],
    ['no number', at, () => post({ trackingInfo: [] }, given.fedex as Record<string, string>), 400, 'TRACKING.TRACKINGNUMBER.EMPTY'],
    ['more than thirty', at, () => post(fedexBody(...Array<string>(31).fill(number)), given.fedex as Record<string, string>), 400, 'TRACKING.PACKAGECOUNT.LIMITREACHED'],
    ['unknown path', '/fedex/track/v2/trackingnumbers', () => post(fedexBody(number)), 404, 'NOT.FOUND.ERROR'],
  ];
  await check(rows, (body) => body.errors[0].code);
  const { status, body } = await call(run, at, post(fedexBody(numberOf(run, 1014)), given.fedex as Record<string, string>));
  assert.deepEqual([status, body.output.completeTrackResults[0].trackResults[0].error.code], [200, 'TRACKING.TRACKINGNUMBER.NOTFOUND']);
});

test('usps', async () => {
  const at = '/usps/tracking/v3r2/tracking';
  const number = numberOf(run, 1015);
  const bearer = () => given.usps as Record<string, string>;
  const grant = { grant_type: 'client_credentials', client_id: credentials.uspsClient, client_secret: credentials.uspsSecret };
  const rows: Row[] = [
    ['wrong secret', '/usps/oauth2/v3/token', () => post({ ...grant, client_secret: 'other' }), 401, 'invalid_client'],
    ['wrong grant type', '/usps/oauth2/v3/token', formed({ ...grant, grant_type: 'password' }), 400, 'unsupported_grant_type'],
    ['no body', '/usps/oauth2/v3/token', () => ({ method: 'POST' }), 400, 'invalid_request'],
    ['no token', at, () => post([{ trackingNumber: number }]), 401, '401'],
    ['not a POST', at, () => ({ headers: bearer() }), 405, '405'],
    ['an object for an array', at, () => post({ trackingNumber: number }, bearer()), 400, '400'],
    ['another shipper’s parcel', at, () => post([{ trackingNumber: '9361289878700317633795' }], bearer()), 403, '403'],
    ['a parcel of UPS', at, () => post([{ trackingNumber: numberOf(run, 1016) }], bearer()), 404, '404'],
    ['unknown path', '/usps/tracking/v9/tracking', () => post([], bearer()), 404, '404'],
  ];
  await check(rows, (body) => body.error?.code ?? body.error);
});

test('usps: a form gets a token too, v3 still answers, and one unknown among several is told apart', async () => {
  const grant = { grant_type: 'client_credentials', client_id: credentials.uspsClient, client_secret: credentials.uspsSecret };
  assert.equal((await call(run, '/usps/oauth2/v3/token', formed(grant)())).body.expires_in, 28_799);
  const headers = given.usps as Record<string, string>;
  const number = numberOf(run, 1015);
  assert.equal((await call(run, `/usps/tracking/v3/tracking/${number}?expand=DETAIL`, { headers })).body.statusCategory, 'Delivered');
  const { status, body } = await call(run, '/usps/tracking/v3r2/tracking', post([number, '12345'].map((trackingNumber) => ({ trackingNumber })), headers));
  assert.deepEqual([status, body.map((one: any) => one.statusCode)], [207, ['200', '404']]);
});

test('a path of no service is told which there are', async () => {
  const { status, body } = await call(run, '/pigeon/track');
  assert.equal(status, 404);
  assert.match(body, /\/aftership, .*\/usps/);
});
