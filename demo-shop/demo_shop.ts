// The demo shop as one object: six listeners over one store. `main.ts` starts it from the command line, tests start it directly.

import { accessToken, accessTokenPath } from './app/access_token.ts';
import { carriers } from './carriers/listener.ts';
import { Faults, type FaultName, type Upstream } from './faults.ts';
import { GraphqlEndpoint } from './graphql/endpoint.ts';
import { handOffWebhook } from './hand_offs.ts';
import { Listener } from './http/listener.ts';
import { mailProvider } from './mail.ts';
import { RequestLog } from './request_log.ts';
import { Store, type StoreOptions } from './store.ts';
import { storefront } from './web/site.ts';
import { Theme } from './web/theme.ts';

export interface DemoShopOptions extends StoreOptions {
  ports: { storefront: number; admin: number; storefrontApi: number; handOffs: number; carriers: number; mail: number };
}

export interface Addresses {
  storefront: string;
  admin: string;
  storefront_api: string;
  hand_offs: string;
  carriers: string;
  mail: string;
}

export class DemoShop {
  readonly store: Store;
  readonly #listeners: Record<keyof Addresses, Listener>;
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
      carriers: new Listener(carriers(this.store, faults, log), ports.carriers),
      mail: new Listener(mailProvider(this.store, faults, log), ports.mail),
    };
  }

  async open(): Promise<Addresses> {
    await Promise.all(Object.values(this.#listeners).map((listener) => listener.open()));
    const { storefront: site, admin, storefront_api: api, hand_offs: handOffs, carriers: tracking, mail } = this.#listeners;
    // Addresses stand in answers, so it is known before the first of them.
    this.store.origin = site.url;
    for (const endpoint of this.#endpoints) await endpoint.warm();
    return {
      storefront: site.url,
      admin: admin.url,
      storefront_api: api.url,
      hand_offs: `${handOffs.url}/hand-offs`,
      carriers: tracking.url,
      mail: mail.url,
    };
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.#listeners).map((listener) => listener.close()));
  }

  async #apply(upstream: Upstream, fault: FaultName): Promise<void> {
    this.#forget();
    // The tracking services share a listener, which stays open for the others.
    if (!(upstream in this.#listeners)) return;
    const listener = this.#listeners[upstream as Upstream & keyof Addresses];
    if (fault === 'refused') await listener.close();
    else await listener.open();
  }

  #forget(): void {
    for (const endpoint of this.#endpoints) endpoint.forget();
  }
}
