// The topics that can be sent: what each is about, and whom it finds by an id, a name or a handle.

import type { Product, Variant } from '../catalog.ts';
import type { Order, Parcel } from '../orders/order.ts';
import type { Customer } from '../people/customers.ts';
import type { Shop } from '../shop.ts';
import { fulfillmentEventPayload, fulfillmentPayload, orderPayload } from './order_payload.ts';
import { inventoryPayload, productDeletedPayload, productPayload } from './product_payload.ts';
import { customerRedactPayload, dataRequestPayload, shopPayload, shopRedactPayload } from './shop_payload.ts';

export interface Scene {
  shop: Shop;
  origin: string;
  now: string;
}
// Null where the shop has nothing by that id. Without an id, something fitting is taken.
type Tell = (scene: Scene, id: string | null) => Record<string, unknown> | null;

const order =
  (isFitting: (order: Order) => boolean): Tell =>
  ({ shop, origin }, id) =>
    told(findOrder(shop, id, isFitting), (one) => orderPayload(one, shop, origin));
const parcel =
  (payload: (parcel: Parcel, order: Order, shop: Shop) => Record<string, unknown> | null): Tell =>
  ({ shop }, id) =>
    told(findParcel(shop, id), ([one, of]) => payload(one, of, shop));
const product: Tell = ({ shop, origin }, id) => told(findProduct(shop, id), (one) => productPayload(one, shop.clock, origin));
const customer =
  (payload: (customer: Customer, shop: Shop) => Record<string, unknown>): Tell =>
  ({ shop }, id) =>
    told(
      shop.customers.find((one) => id === null || String(one.id) === id || one.email === id),
      (one) => payload(one, shop),
    );

export const topics: Record<string, Tell> = {
  'orders/create': order(() => true),
  'orders/updated': order(() => true),
  'orders/cancelled': order((one) => one.cancelledAt !== null),
  'fulfillments/create': parcel(fulfillmentPayload),
  'fulfillments/update': parcel(fulfillmentPayload),
  'fulfillment_events/create': parcel(fulfillmentEventPayload),
  'products/create': product,
  'products/update': product,
  'products/delete': ({ shop }, id) =>
    told(findProduct(shop, id)?.id ?? (id && /^\d+$/.test(id) ? Number(id) : undefined), productDeletedPayload),
  'inventory_levels/update': ({ shop, now }, id) => told(findVariant(shop, id), (one) => inventoryPayload(one, now)),
  'app/uninstalled': ({ origin }) => shopPayload(origin),
  'customers/data_request': customer(dataRequestPayload),
  'customers/redact': customer(customerRedactPayload),
  'shop/redact': () => shopRedactPayload(),
};

// These are no subscriptions: the app's own file says where they go.
export const complianceTopics = ['customers/data_request', 'customers/redact', 'shop/redact'];

// ORDERS_UPDATED for orders/updated. No topic that can be sent has more than one slash.
export function enumName(topic: string): string {
  return topic.toUpperCase().replace('/', '_');
}

function told<T>(one: T | undefined, payload: (one: T) => Record<string, unknown> | null): Record<string, unknown> | null {
  return one === undefined ? null : payload(one);
}

function findOrder({ orders }: Shop, id: string | null, isFitting: (order: Order) => boolean): Order | undefined {
  if (id === null) return orders.find(isFitting);
  return orders.find((one) => [String(one.id), String(one.number), `#${one.number}`].includes(id));
}

function findParcel(shop: Shop, id: string | null): [Parcel, Order] | undefined {
  const of = findOrder(shop, id, (one) => one.parcels.some((piece) => piece.scans.length > 0));
  if (of) {
    const last = of.parcels.at(-1);
    return last && [last, of];
  }
  for (const one of shop.orders) {
    const found = one.parcels.find((piece) => String(piece.id) === id);
    if (found) return [found, one];
  }
  return undefined;
}

function findProduct({ catalog }: Shop, id: string | null): Product | undefined {
  if (id === null) return catalog.products[0];
  return catalog.byHandle.get(id) ?? catalog.byId.get(Number(id));
}

function findVariant(shop: Shop, id: string | null): Variant | undefined {
  return (id === null ? undefined : shop.catalog.variantById.get(Number(id))) ?? findProduct(shop, id)?.variants[0];
}
