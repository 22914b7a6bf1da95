// Control routes for `dev` and tests, under /_demo/: the Worker's address, faults, the day, what was asked and handed over.

import type { ServerResponse } from 'node:http';
import { isDay } from '../clock.ts';
import { readFault, upstreams, type Upstream } from '../faults.ts';
import { readBody } from '../http/body.ts';
import { methodNotAllowed, sendJson } from '../http/reply.ts';
import { ok, wrong, type Action, type Answer, type Routes } from './control/answer.ts';
import { appRoutes } from './control/app.ts';
import { carrierRoutes } from './control/carriers.ts';
import { productRoutes } from './control/products.ts';
import { sessionRoutes } from './control/session.ts';
import { webhookRoutes } from './control/webhooks.ts';
import type { PageRequest } from './page_request.ts';
import type { Site } from './types.ts';

const routes: Routes = {
  ...appRoutes,
  ...webhookRoutes,
  ...productRoutes,
  ...sessionRoutes,
  ...carrierRoutes,
  '/_demo/worker': {
    GET: (_, { store }) => ok({ url: store.workerUrl }),
    PUT: (body, { store }) => {
      const { url } = (body ?? {}) as { url?: unknown };
      if (typeof url !== 'string' || !/^https?:\/\/[^/\s]+\/?$/.test(url)) return wrong('url must be an http origin');
      store.workerUrl = url.replace(/\/$/, '');
      return ok({ url: store.workerUrl });
    },
  },
  '/_demo/faults': {
    GET: (_, { faults }) => ok(faults.all()),
    DELETE: async (_, { faults }) => {
      await faults.clear();
      return ok(faults.all());
    },
  },
  '/_demo/today': {
    GET: (_, { store }) => ok({ today: store.shop.clock.today }),
    PUT: (body, site) => {
      const { today } = (body ?? {}) as { today?: unknown };
      if (!isDay(today)) return wrong('today must be a day such as 2026-11-20');
      site.store.redate(today);
      site.forget();
      return ok({ today });
    },
  },
  '/_demo/requests': {
    GET: (_, { log }) => ok(log.last()),
    DELETE: (_, { log }) => {
      log.clear();
      return ok([]);
    },
  },
  '/_demo/hand-offs.json': {
    GET: (_, { store }) => ok(store.handOffs.all()),
    DELETE: (_, { store }) => {
      store.handOffs.clear();
      return ok([]);
    },
  },
  '/_demo/mail.json': {
    GET: (_, { store }) => ok(store.mail.all()),
    DELETE: (_, { store }) => {
      store.mail.clear();
      return ok([]);
    },
  },
  ...Object.fromEntries(
    upstreams.map((upstream): [string, Record<string, Action>] => [`/_demo/faults/${upstream}`, { PUT: setFault(upstream) }]),
  ),
};

// False where the path is none of these.
export async function control({ path, method, request }: PageRequest, response: ServerResponse, site: Site): Promise<boolean> {
  // A route of a collection has one more segment, which names what is meant.
  const [, collection = '', name = ''] = /^(\/_demo\/\w+\/)([^/]+)$/.exec(path) ?? [];
  const route =
    routes[path] ??
    routes[`${collection}*`] ??
    (path === '/_demo/hand-offs' && method === 'DELETE' ? routes['/_demo/hand-offs.json'] : undefined);
  if (path === '/_demo/elsewhere') {
    const { headers } = request;
    site.log.add({ upstream: 'elsewhere', operation: method, variables: { headers }, status: 200 });
    sendJson(response, 200, {});
    return true;
  }
  if (!route) return false;
  const action = route[method];
  if (!action) {
    methodNotAllowed(response, Object.keys(route).join(', '));
    return true;
  }
  // A POST may come without a body.
  const raw = method === 'PUT' || method === 'POST' ? await readBody(request, 10_000) : undefined;
  const { status, body } = await perform(action, raw?.length === 0 && method === 'POST' ? undefined : raw, site, name);
  sendJson(response, status, body, { 'cache-control': 'no-store' });
  return true;
}

async function perform(action: Action, raw: Buffer | null | undefined, site: Site, name: string): Promise<Answer> {
  if (raw === null) return wrong('the body is too large');
  if (raw === undefined) return action(undefined, site, name);
  let body: unknown;
  try {
    body = JSON.parse(raw.toString('utf8'));
  } catch {
    return wrong('the body is not valid JSON');
  }
  return action(body, site, name);
}

function setFault(upstream: Upstream): Action {
  return async (body, { faults }) => {
    const fault = readFault(upstream, body);
    if (typeof fault === 'string') return wrong(fault);
    await faults.put(upstream, fault);
    return ok(faults.all()[upstream]);
  };
}
