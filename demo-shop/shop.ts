// One shop on one day: everything that the two APIs and the theme show, built from the seed and the day.

import { buildCatalog, type Catalog } from './catalog.ts';
import { ShopClock } from './clock.ts';
import { readContent, type Content } from './content.ts';
import { ordersAsOf } from './orders/as_of.ts';
import { generatedOrders } from './orders/generated.ts';
import { namedOrders } from './orders/named.ts';
import type { Order } from './orders/order.ts';
import { buildCustomers, type Customer } from './people/customers.ts';

export interface Shop {
  clock: ShopClock;
  content: Content;
  catalog: Catalog;
  customers: Customer[];
  customerByEmail: Map<string, Customer>;
  orders: Order[];
  // True where this shop shows what stood two days ago.
  isStale: boolean;
}

export interface ShopOptions {
  today: string;
  seed?: number;
  products?: number | undefined;
}

export function buildShop({ today, seed = 1, products }: ShopOptions): Shop {
  const clock = new ShopClock(today);
  const content = readContent(products);
  const catalog = buildCatalog(content.products, seed);
  const customers = buildCustomers(seed);
  return {
    clock,
    content,
    catalog,
    customers,
    customerByEmail: new Map(customers.map((customer) => [customer.email, customer])),
    orders:
      catalog.products.length === 0
        ? []
        : [...namedOrders(catalog, customers, clock, seed), ...generatedOrders(catalog, customers, clock, seed)],
    isStale: false,
  };
}

// The shop with nothing in it: whatever is looked for is not found.
export function emptyShop(shop: Shop): Shop {
  return { ...shop, catalog: buildCatalog([], 0), customers: [], customerByEmail: new Map(), orders: [] };
}

// The same shop two days earlier: younger orders and scans are missing.
export function staleShop(shop: Shop): Shop {
  return { ...shop, orders: ordersAsOf(shop.orders, shop.clock.at(-2, '00:00')), isStale: true };
}
