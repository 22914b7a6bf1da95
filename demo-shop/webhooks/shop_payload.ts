// What is told of the shop and its customers: the app's removal, and the compliance topics.

import { credentials } from '../credentials.ts';
import { shopId } from '../graphql/admin/shop.ts';
import type { Customer } from '../people/customers.ts';
import type { Shop } from '../shop.ts';

type Payload = Record<string, unknown>;

const named = { shop_id: shopId, shop_domain: credentials.shopDomain };

export function shopPayload(origin: string): Payload {
  return {
    id: shopId,
    name: 'Kestrel & Fern',
    email: 'help@kestrel-and-fern.example',
    domain: new URL(origin).host,
    myshopify_domain: credentials.shopDomain,
    country_code: 'DE',
    currency: 'EUR',
    iana_timezone: 'Europe/Berlin',
  };
}

export function dataRequestPayload(customer: Customer, shop: Shop): Payload {
  return {
    ...named,
    orders_requested: orderIds(customer, shop),
    customer: person(customer),
    data_request: { id: 9_000_000 + (customer.id % 1_000_000) },
  };
}

export function customerRedactPayload(customer: Customer, shop: Shop): Payload {
  return { ...named, customer: person(customer), orders_to_redact: orderIds(customer, shop) };
}

export function shopRedactPayload(): Payload {
  return named;
}

function person({ id, email, phone }: Customer): Payload {
  return { id, email, phone };
}

// By customer and by address: a guest's orders are the same person's.
function orderIds(customer: Customer, { orders }: Shop): number[] {
  return orders.filter((order) => order.customer === customer || order.email === customer.email).map((order) => order.id);
}
