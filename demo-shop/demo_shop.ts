// The demo shop as one object: four listeners over one store. `main.ts` starts it from the command line, tests start it directly.

import { accessToken, accessTokenPath } from './app/access_token.ts';
import { Faults, type FaultName, type Upstream } from './faults.ts';
import { GraphqlEndpoint } from './graphql/endpoint.ts';
import { handOffWebhook } from './hand_offs.ts';
import { Listener } from './http/listener.ts';
import { RequestLog } from './request_log.ts';
import { Store, type StoreOptions } from './store.ts';
import { storefront } from './web/site.ts';
import { Theme } from './web/theme.ts';

export interface DemoShopOptions extends StoreOptions {
  ports: { storefront: number; admin: number; storefrontApi: number; handOffs: number };
}

export interface Addresses {
  storefront: string;
  admin: string;
  storefront_api: string;
  hand_offs: string;
}

export class DemoShop {
  readonly store: Store;
  readonly #listeners: { storefront: Listener; admin: Listener; storefront_api: Listener; hand_offs: Listener };
  readonly #endpoints: GraphqlEndpoint[];

  constructor({ ports, ...options }: DemoShopOptions) {
    this.store = new Store(options);
    const log = new RequestLog();
    const faults = new Faults((upstream, fault) => this.#apply(upstream, fault));
    const grant = accessToken(this.store, faults, log);
    const admin = new GraphqlEndpoint('admin', 'admin', this.store, faults, log);
    const storefrontApi = new GraphqlEndpoint('storefront', 'storefront_api', this.store, faults, log);
    this.#endpoints = [admin, storefrontApi];
    this.store.app.webhooks.subscriptions.onLost = () => this.#forget();
    const site = storefront({ store: this.store, faults, log, theme: new Theme(), forget: () => this.#forget() });
    this.#listeners = {
      storefront: new Listener(site, ports.storefront),
      admin: new Listener(
        (request, response) => (request.url?.split('?')[0] === accessTokenPath ? grant : admin.handle.bind(admin))(request, response),
        ports.admin,
      ),
      storefront_api: new Listener((request, response) => storefrontApi.handle(request, response), ports.storefrontApi),
      hand_offs: new Listener(handOffWebhook(this.store, faults, log), ports.handOffs),
    };
  }

  async open(): Promise<Addresses> {
    await Promise.all(Object.values(this.#listeners).map((listener) => listener.open()));
    const { storefront: site, admin, storefront_api: api, hand_offs: handOffs } = this.#listeners;
    // Addresses stand in answers, so it is known before the first of them.
    this.store.origin = site.url;
    for (const endpoint of this.#endpoints) await endpoint.warm();
    return { storefront: site.url, admin: admin.url, storefront_api: api.url, hand_offs: `${handOffs.url}/hand-offs` };
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.#listeners).map((listener) => listener.close()));
  }

  async #apply(upstream: Upstream, fault: FaultName): Promise<void> {
    this.#forget();
    if (fault === 'refused') await this.#listeners[upstream].close();
    else await this.#listeners[upstream].open();
  }

  #forget(): void {
    for (const endpoint of this.#endpoints) endpoint.forget();
  }
}
