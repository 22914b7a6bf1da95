// Orders, parcels and scans as webhooks carry them: the shape of Shopify's older REST resources. That a webhook's body is
// that resource, and what its nested members are, is UNVERIFIED.

import { variantTitle } from '../catalog.ts';
import { gid } from '../gid.ts';
import { currency, plainMoney } from '../graphql/money.ts';
import { shopId } from '../graphql/admin/shop.ts';
import { trackingUrl } from '../orders/carrier.ts';
import {
  confirmationNumber,
  financialState,
  lastScan,
  orderToken,
  shippedQuantity,
  totalCents,
  unshippedQuantity,
  updatedAt,
  type Line,
  type Order,
  type Parcel,
  type ScanStatus,
} from '../orders/order.ts';
import type { Address } from '../people/place.ts';
import type { Shop } from '../shop.ts';

type Payload = Record<string, unknown>;

export function orderPayload(order: Order, shop: Shop, origin: string): Payload {
  const total = totalCents(order);
  const token = orderToken(order);
  return {
    id: order.id,
    admin_graphql_api_id: gid('Order', order.id),
    name: `#${order.number}`,
    order_number: order.number,
    confirmation_number: confirmationNumber(order),
    email: order.email,
    phone: order.shippingAddress?.phone ?? null,
    created_at: order.createdAt,
    updated_at: updatedAt(order),
    processed_at: order.createdAt,
    cancelled_at: order.cancelledAt,
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    closed_at: null,
    financial_status: financialState(order).toLowerCase(),
    fulfillment_status: fulfillmentStatus(order),
    order_status_url: `${origin}/account/orders/${token}`,
    token,
    cart_token: null,
    checkout_token: null,
    currency,
    presentment_currency: currency,
    total_price: plainMoney(total),
    total_price_set: bag(total),
    subtotal_price: plainMoney(total - (order.shipping?.cents ?? 0)),
    total_discounts: plainMoney(0),
    customer: order.customer && {
      id: order.customer.id,
      admin_graphql_api_id: gid('Customer', order.customer.id),
      email: order.customer.email,
      first_name: order.customer.firstName,
      last_name: order.customer.lastName,
      phone: order.customer.phone,
      tags: order.customer.tags.join(', '),
    },
    customer_locale: order.locale,
    shipping_address: order.shippingAddress && address(order.shippingAddress),
    billing_address: address(order.billingAddress),
    line_items: order.lines.map((line) => lineItem(line, order, shop)),
    fulfillments: order.parcels.map((parcel) => fulfillmentPayload(parcel, order, shop)),
    refunds: order.refunds.map((refund) => ({
      id: refund.id,
      order_id: order.id,
      created_at: refund.createdAt,
      note: refund.note,
      refund_line_items: refund.items.map(({ line, quantity }) => ({ line_item_id: line.id, quantity })),
    })),
    tags: order.tags.join(', '),
    note: order.note,
    note_attributes: [],
    discount_codes: [],
    test: false,
  };
}

export function fulfillmentPayload(parcel: Parcel, order: Order, shop: Shop): Payload {
  const { carrier, trackingNumber } = parcel;
  const numbers = trackingNumber === null ? [] : [trackingNumber];
  const urls = carrier && trackingNumber ? [trackingUrl(carrier, trackingNumber)] : [];
  const scan = lastScan(parcel);
  return {
    id: parcel.id,
    admin_graphql_api_id: gid('Fulfillment', parcel.id),
    order_id: order.id,
    name: `#${order.number}.${order.parcels.indexOf(parcel) + 1}`,
    status: 'success',
    shipment_status: scan ? (shipmentStatus[scan.status] ?? scan.status.toLowerCase()) : null,
    tracking_company: carrier,
    tracking_number: trackingNumber,
    tracking_numbers: numbers,
    tracking_url: urls[0] ?? null,
    tracking_urls: urls,
    created_at: parcel.createdAt,
    updated_at: scan?.happenedAt ?? parcel.createdAt,
    location_id: 88_100_000_001,
    service: 'manual',
    email: order.email,
    destination: order.shippingAddress && address(order.shippingAddress),
    origin_address: null,
    line_items: parcel.items.map(({ line, quantity }) => ({ ...lineItem(line, order, shop), quantity })),
    receipt: {},
  };
}

// The parcel's last scan; null where it was never scanned.
export function fulfillmentEventPayload(parcel: Parcel, order: Order): Payload | null {
  const scan = lastScan(parcel);
  if (!scan) return null;
  const id = parcel.id * 100 + parcel.scans.length - 1;
  return {
    id,
    admin_graphql_api_id: gid('FulfillmentEvent', id),
    fulfillment_id: parcel.id,
    order_id: order.id,
    shop_id: shopId,
    status: scan.status.toLowerCase(),
    message: scan.message,
    happened_at: scan.happenedAt,
    created_at: scan.happenedAt,
    updated_at: scan.happenedAt,
    city: scan.city,
    province: scan.province,
    country: scan.country,
    zip: scan.zip,
    address1: null,
    latitude: null,
    longitude: null,
    estimated_delivery_at: scan.estimatedDeliveryAt,
  };
}

// What only the newer interface tells apart.
const shipmentStatus: Partial<Record<ScanStatus, string>> = { CARRIER_PICKED_UP: 'in_transit', DELAYED: 'in_transit' };

function fulfillmentStatus(order: Order): string | null {
  if (order.parcels.length === 0) return null;
  return !order.cancelledAt && order.lines.some((line) => unshippedQuantity(order, line) > 0) ? 'partial' : 'fulfilled';
}

function lineItem(line: Line, order: Order, { catalog }: Shop): Payload {
  const { variant } = line;
  const left = unshippedQuantity(order, line);
  return {
    id: line.id,
    admin_graphql_api_id: gid('LineItem', line.id),
    // What the shop no longer has has no number here.
    variant_id: catalog.variantById.has(variant.id) ? variant.id : null,
    product_id: catalog.byId.has(variant.product.id) ? variant.product.id : null,
    product_exists: catalog.byId.has(variant.product.id),
    title: variant.product.text.title.en,
    variant_title: variant.values.length ? variantTitle(variant, 'en') : null,
    sku: variant.sku,
    vendor: variant.product.text.vendor,
    quantity: line.quantity,
    current_quantity: line.quantity - line.removed,
    fulfillable_quantity: left,
    fulfillment_status: left === 0 ? 'fulfilled' : shippedQuantity(order, line) > 0 ? 'partial' : null,
    price: plainMoney(line.unitCents),
    requires_shipping: !variant.product.text.isDigital,
  };
}

function address(one: Address): Payload {
  return {
    first_name: one.firstName,
    last_name: one.lastName,
    name: `${one.firstName} ${one.lastName}`,
    company: null,
    address1: one.address1,
    address2: one.address2,
    city: one.city,
    zip: one.zip,
    province: one.province,
    province_code: one.provinceCode,
    country: one.country,
    country_code: one.countryCode,
    phone: one.phone,
    latitude: one.latitude,
    longitude: one.longitude,
  };
}

function bag(cents: number): Payload {
  const money = { amount: plainMoney(cents), currency_code: currency };
  return { shop_money: money, presentment_money: money };
}
