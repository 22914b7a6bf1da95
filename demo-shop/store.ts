// What changes while the demo shop runs: the day, the Worker's address, the app's installation, carts, sessions and
// received hand-offs.

import { Installation, type InstallationOptions } from './app/installation.ts';
import { CartStore } from './graphql/storefront/cart_store.ts';
import type { FaultName } from './faults.ts';
import { HandOffStore } from './hand_off_store.ts';
import type { Customer } from './people/customers.ts';
import { buildShop, emptyShop, staleShop, type Shop } from './shop.ts';
import type { Scene } from './webhooks/topic.ts';
import { Sessions } from './web/sessions.ts';

export interface StoreOptions extends InstallationOptions {
  today: string;
  seed: number;
  products: number | undefined;
  workerUrl: string | null;
}

export class Store {
  readonly app: Installation;
  readonly carts = new CartStore();
  readonly handOffs = new HandOffStore();
  readonly sessions = new Sessions();
  readonly seed: number;
  readonly products: number | undefined;
  shop: Shop;
  workerUrl: string | null;
  // Where the storefront listens: known once it does, before the first request.
  origin = 'http://127.0.0.1';
  #stale: Shop | null = null;

  constructor(options: StoreOptions) {
    this.app = new Installation(options);
    this.seed = options.seed;
    this.products = options.products;
    this.workerUrl = options.workerUrl;
    this.shop = buildShop(options);
  }

  redate(today: string): void {
    this.shop = buildShop({ today, seed: this.seed, products: this.products });
    this.#stale = null;
  }

  // Another host of the same listener: whoever follows a redirect there is seen in the log.
  get elsewhere(): string {
    return `${this.origin.replace('127.0.0.1', 'localhost')}/_demo/elsewhere`;
  }

  // What an upstream knows that has this fault.
  shopUnder(fault: FaultName): Shop {
    if (fault === 'stale') return this.staleShop();
    return fault === 'empty' ? emptyShop(this.shop) : this.shop;
  }

  // What webhooks are told from.
  scene(): Scene {
    return { shop: this.shop, origin: this.origin, now: `${new Date().toISOString().slice(0, 19)}Z` };
  }

  customerByEmail(email: string): Customer | null {
    return this.shop.customerByEmail.get(email) ?? null;
  }

  staleShop(): Shop {
    return (this.#stale ??= staleShop(this.shop));
  }
}
