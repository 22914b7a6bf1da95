// The tracking services on one listener, each behind its own name: `/dhl/track/shipments` is DHL's `/track/shipments`.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { carrierServices, type CarrierService, type FaultName, type Faults } from '../faults.ts';
import { readBody } from '../http/body.ts';
import { breakAnswer, breakOff } from '../http/broken.ts';
import { send, sendText } from '../http/reply.ts';
import type { RequestLog } from '../request_log.ts';
import type { Shop } from '../shop.ts';
import type { Store } from '../store.ts';
import { aftership } from './aftership.ts';
import { dhl } from './dhl.ts';
import { easypost } from './easypost.ts';
import { fedex } from './fedex.ts';
import type { Call, Reply, Service } from './service.ts';
import { shippo } from './shippo.ts';
import { track17 } from './track17.ts';
import { Truth } from './truth.ts';
import { ups } from './ups.ts';
import { usps } from './usps.ts';

const services: Record<CarrierService, Service> = { aftership, easypost, shippo, '17track': track17, dhl, ups, fedex, usps };

export function carriers(store: Store, faults: Faults, log: RequestLog) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://carriers');
    const [, name, path = ''] = /^\/([^/]+)(\/.*)$/.exec(url.pathname) ?? [];
    const upstream = carrierServices.find((one) => one === name);
    if (!upstream) return sendText(response, 404, `not found: paths begin with ${carrierServices.map((one) => `/${one}`).join(', ')}`);
    const body = await readBody(request);
    const { fault, delay_ms, retry_after } = faults.take(upstream);
    // The others still listen here, so that the connection is dropped instead of refused.
    if (fault === 'refused') return void request.socket.destroy();
    if (fault === 'slow') await wait(delay_ms);
    const text = body?.toString('utf8') ?? '';
    const method = request.method ?? 'GET';
    const note = (status: number) =>
      log.add({ upstream, operation: `${method} ${path}`, variables: { query: Object.fromEntries(url.searchParams), body: text }, status });
    const broken = breakAnswer(response, fault, store.elsewhere);
    if (broken !== null) return note(broken);
    if (body === null) return note(413), sendText(response, 413, 'payload too large');
    const call: Call = {
      method,
      text,
      path: decoded(path),
      query: url.searchParams,
      headers: request.headers,
      truth: truthOf(store.shopUnder(fault)),
      memory: store.carrierMemory,
      now: Date.now(),
    };
    const isOver = store.carrierRate.isOver(upstream, call.now);
    const reply = answer(services[upstream], call, isOver ? 'throttled' : fault);
    note(reply.status);
    if (reply.status === 429 && retry_after !== null) reply.headers = { ...reply.headers, 'retry-after': String(retry_after) };
    const { 'content-type': type = 'application/json; charset=utf-8', ...headers } = reply.headers ?? {};
    const content = Buffer.from(reply.body === undefined ? '' : JSON.stringify(reply.body));
    send(response, reply.status, type, fault === 'malformed' ? breakOff(content) : content, headers);
  };
}

function answer(service: Service, call: Call, fault: FaultName): Reply {
  if (fault === 'throttled') return service.throttled(call);
  if (fault === 'error') return service.broken(call);
  return fault === 'revoked' ? service.revoked(call) : service.answer(call);
}

export function truthOf(shop: Shop): Truth {
  let truth = truths.get(shop);
  if (!truth) truths.set(shop, (truth = new Truth(shop.orders)));
  return truth;
}

const truths = new WeakMap<Shop, Truth>();

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
