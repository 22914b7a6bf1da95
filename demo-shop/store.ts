// What changes while the demo shop runs: the day, the Worker's address, the app's installation, carts, sessions, received
// hand-offs and mails, and what the tracking services were told.

import { Memory } from './carriers/memory.ts';
import { Rate } from './carriers/rate.ts';
import type { Product } from './catalog.ts';
import { changedCatalog, type ProductChange } from './catalog_change.ts';
import { iso } from './clock.ts';
import { Installation, type InstallationOptions } from './app/installation.ts';
import { CartStore } from './graphql/storefront/cart_store.ts';
import type { FaultName } from './faults.ts';
import { HandOffStore } from './hand_off_store.ts';
import { MailStore } from './mail_store.ts';
import type { Customer } from './people/customers.ts';
import { buildShop, emptyShop, staleShop, type Shop } from './shop.ts';
import type { Scene } from './webhooks/topic.ts';
import { Sessions } from './web/sessions.ts';

export interface StoreOptions extends InstallationOptions {
  today: string;
  seed: number;
  products: number | undefined;
  workerUrl: string | null;
  // Whether the tracking services count how often they are asked.
  limitsCarriers?: boolean | undefined;
}

export class Store {
  readonly app: Installation;
  readonly carts = new CartStore();
  readonly handOffs = new HandOffStore();
  readonly mail = new MailStore();
  readonly carrierMemory = new Memory();
  readonly carrierRate: Rate;
  readonly sessions = new Sessions();
  readonly seed: number;
  readonly products: number | undefined;
  shop: Shop;
  workerUrl: string | null;
  // Where the storefront listens: known once it does, before the first request.
  origin = 'http://127.0.0.1';
  #stale: Shop | null = null;
  // The shop as it is built, and what the merchant did to its products since.
  #built: Shop;
  readonly #changes = new Map<string, ProductChange | null>();
  readonly #now: () => number;

  constructor(options: StoreOptions) {
    this.app = new Installation(options);
    this.carrierRate = new Rate(options.limitsCarriers ?? false);
    this.seed = options.seed;
    this.products = options.products;
    this.workerUrl = options.workerUrl;
    this.#now = options.now ?? Date.now;
    this.shop = this.#built = buildShop(options);
  }

  redate(today: string): void {
    this.#built = buildShop({ today, seed: this.seed, products: this.products });
    this.#applyChanges();
  }

  // On top of what was changed before. The product must exist.
  changeProduct(handle: string, change: Omit<ProductChange, 'changedAt'>): Product {
    // Never before anything else of the shop's day, and to the second, as Shopify tells it.
    const at = Math.max(this.#now(), Date.parse(this.shop.clock.at(0, '06:00')));
    this.#changes.set(handle, { ...this.#changes.get(handle), ...change, changedAt: iso(Math.floor(at / 1000) * 1000) });
    this.#applyChanges();
    return this.shop.catalog.byHandle.get(handle)!;
  }

  deleteProduct(handle: string): void {
    this.#changes.set(handle, null);
    this.#applyChanges();
  }

  restoreProducts(): void {
    this.#changes.clear();
    this.#applyChanges();
  }

  // A new shop, so that no view of the old one is shown again.
  #applyChanges(): void {
    this.shop = { ...this.#built, catalog: changedCatalog(this.#built.catalog, this.#changes) };
    this.#stale = null;
    this.carts.revalue(this.shop.catalog.variantById);
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
