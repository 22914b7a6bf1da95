// One GraphQL API over HTTP: authentication, transport rules, faults, and answers remembered by their whole request.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { credentials, type ApiVersion } from '../credentials.ts';
import type { Fault, FaultName, Faults, Upstream } from '../faults.ts';
import { readBody } from '../http/body.ts';
import { breakAnswer, breakOff } from '../http/broken.ts';
import { methodNotAllowed, send, sendJson } from '../http/reply.ts';
import type { RequestLog } from '../request_log.ts';
import { byCount, byRoot, costExtension } from './cost.ts';
import { invalidToken, throttled } from './errors.ts';
import { answer, type Request } from './execute.ts';
import { Lru } from './lru.ts';
import { rootFor } from './root.ts';
import { schemaFor, type Api } from './schema.ts';
import type { Store } from '../store.ts';

interface Kept {
  // The answer up to its `extensions`, which are put on when it goes out.
  head: Buffer;
  extensions: Record<string, unknown>;
  cost: number | null;
  isThrottled: boolean;
  operation: string | null;
  variables: unknown;
}

// Some thousands of ordinary answers, or a few sweeps over a large catalog.
const rememberedBytes = 32_000_000;

export class GraphqlEndpoint {
  readonly #api: Api;
  readonly #upstream: Upstream;
  readonly #store: Store;
  readonly #faults: Faults;
  readonly #log: RequestLog;
  readonly #kept = new Lru<Kept>(rememberedBytes, (kept) => kept.head.length + 500);

  constructor(api: Api, upstream: Upstream, store: Store, faults: Faults, log: RequestLog) {
    this.#api = api;
    this.#upstream = upstream;
    this.#store = store;
    this.#faults = faults;
    this.#log = log;
  }

  forget(): void {
    this.#kept.clear();
  }

  // Builds the schema and answers one query of each kind, so that the first shopper does not wait for it.
  async warm(): Promise<void> {
    const warming: Record<Api, string> = {
      admin:
        '{ orders(first: 1, query: "name:1001") { nodes { id customer { id } lineItems(first: 1) { nodes { id } } fulfillments { events(first: 1) { nodes { id } } } } } }',
      storefront: '{ search(query: "jacket", first: 1) { nodes { ... on Product { id variants(first: 1) { nodes { id } } } } } }',
    };
    const body = Buffer.from(JSON.stringify({ query: warming[this.#api] }));
    await this.#answer('2026-10', body, 'none', 'warming');
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const version = this.#version(request.url ?? '');
    if (version === null) return sendJson(response, 404, { errors: 'Not Found' });
    const body = await readBody(request);
    const fault = this.#faults.take(this.#upstream);
    const note = (status: number, kept?: Partial<Kept>) =>
      this.#log.add({ upstream: this.#upstream, operation: kept?.operation ?? null, variables: kept?.variables ?? null, status });
    if (fault.fault === 'slow') await wait(fault.delay_ms);
    const broken = breakAnswer(response, fault.fault, this.#store.elsewhere);
    if (broken !== null) return note(broken);
    const refusal = this.#refusal(request, body) ?? failure(this.#api, fault);
    if (refusal) {
      const asked = body && readRequest(body);
      note(
        refusal.status,
        asked && typeof asked !== 'string'
          ? { operation: asked.operationName ?? operationIn(asked.query), variables: asked.variables }
          : {},
      );
      if (refusal.status === 405) return methodNotAllowed(response, 'POST');
      return send(response, refusal.status, refusal.type ?? 'application/json; charset=utf-8', refusal.body, {
        ...versionHeader(version),
        ...refusal.headers,
      });
    }
    const key = `${version} ${fault.fault} ${body!.toString('utf8')}`;
    const kept = this.#charged(this.#kept.recall(key)) ?? (await this.#answer(version, body!, fault.fault, key));
    if (typeof kept === 'string') {
      note(400);
      return sendJson(response, 400, { errors: JSON.parse(kept) }, versionHeader(version));
    }
    note(200, kept);
    const whole = this.#whole(kept);
    send(response, 200, 'application/json; charset=utf-8', fault.fault === 'malformed' ? breakOff(whole) : whole, versionHeader(version));
  }

  #version(url: string): ApiVersion | null {
    const found = (
      this.#api === 'admin' ? /^\/admin\/api\/([^/?]+)\/graphql\.json(?:\?|$)/ : /^\/api\/([^/?]+)\/graphql(?:\.json)?(?:\?|$)/
    ).exec(url)?.[1];
    return this.#store.app.versions.find((version) => version === found) ?? null;
  }

  #refusal(request: IncomingMessage, body: Buffer | null): Refusal | null {
    if (request.method !== 'POST') return { status: 405, body: '' };
    if (!this.#isAuthorized(request)) return unauthorized(this.#api);
    // What Shopify answers to another content type or a body that is too large is not documented (UNVERIFIED).
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
      return { status: 415, body: JSON.stringify({ errors: 'Unsupported Media Type' }) };
    if (body === null) return { status: 413, body: JSON.stringify({ errors: 'Payload Too Large' }) };
    return null;
  }

  // The Storefront API also answers without a token; a wrong one is refused all the same.
  #isAuthorized({ headers }: IncomingMessage): boolean {
    if (this.#api === 'admin') return this.#store.app.tokens.isValid(headers['x-shopify-access-token']);
    const token = headers['shopify-storefront-private-token'] ?? headers['x-shopify-storefront-access-token'];
    return token === undefined || token === credentials.storefrontToken;
  }

  async #answer(version: ApiVersion, body: Buffer, fault: FaultName, key: string): Promise<Kept | string> {
    const request = readRequest(body);
    if (typeof request === 'string') return request;
    const sized = fault === 'costly' ? byCount : byRoot;
    const root = rootFor(this.#api, version, this.#store.shopUnder(fault), this.#store, sized);
    const result = await answer(this.#api, schemaFor(this.#api, version), request, root);
    const { extensions, cost, isThrottled, operation } = result;
    const head = Buffer.from(JSON.stringify(result.body).slice(0, -1));
    const kept: Kept = { head, extensions, cost, isThrottled, operation, variables: request.variables };
    // A mutation may change what was answered before.
    if (result.isMutation) this.forget();
    else if (!isThrottled) this.#kept.keep(key, kept);
    return kept;
  }

  // What is remembered costs as much as what is worked out.
  #charged(kept: Kept | undefined): Kept | undefined {
    if (!kept || kept.cost === null || this.#store.app.bucket.take(kept.cost)) return kept;
    return { ...kept, head: Buffer.from(JSON.stringify({ errors: [throttled] }).slice(0, -1)), extensions: {}, isThrottled: true };
  }

  #whole({ head, extensions, cost, isThrottled }: Kept): Buffer {
    const shown = cost === null ? extensions : { cost: costExtension(cost, this.#store.app.bucket.state(), isThrottled), ...extensions };
    const tail = Object.keys(shown).length ? `,"extensions":${JSON.stringify(shown)}}` : '}';
    return Buffer.concat([head, Buffer.from(tail)]);
  }
}

interface Refusal {
  status: number;
  body: string;
  type?: string;
  headers?: Record<string, string>;
}

function unauthorized(api: Api): Refusal {
  const errors = api === 'admin' ? invalidToken : [{ message: '', extensions: { code: 'UNAUTHORIZED' } }];
  return { status: 401, body: JSON.stringify({ errors }) };
}

function failure(api: Api, { fault }: Fault): Refusal | null {
  if (fault === 'revoked') return unauthorized(api);
  if (fault === 'error')
    return { status: 500, type: 'text/html; charset=utf-8', body: '<!doctype html><title>Something went wrong</title><h1>500</h1>' };
  if (fault !== 'throttled') return null;
  if (api === 'admin') {
    return {
      status: 200,
      body: JSON.stringify({
        errors: [throttled],
        extensions: {
          cost: costExtension(101, { maximumAvailable: 2000, currentlyAvailable: 1, restoreRate: 100 }, true),
        },
      }),
    };
  }
  return { status: 430, type: 'text/html; charset=utf-8', body: '<!doctype html><title>Shopify Security Rejection</title>' };
}

// A string is what goes under `errors` of a 400.
function readRequest(body: Buffer): Request | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return JSON.stringify({ base: 'the body is not valid JSON' });
  }
  const { query, variables, operationName } = (parsed ?? {}) as Record<string, unknown>;
  if (typeof query !== 'string' || query.trim() === '') return JSON.stringify({ query: 'Required parameter missing or invalid' });
  if (variables !== undefined && variables !== null && (typeof variables !== 'object' || Array.isArray(variables)))
    return JSON.stringify({ variables: 'must be an object' });
  return {
    query,
    variables: (variables ?? {}) as Record<string, unknown>,
    operationName: typeof operationName === 'string' ? operationName : null,
  };
}

function operationIn(query: string): string | null {
  return /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? null;
}

function versionHeader(version: ApiVersion): Record<string, string> {
  return { 'x-shopify-api-version': version };
}
