// Fulfillment: one parcel, with its scans as fulfillment events.

import { gid } from '../../gid.ts';
import { trackingUrl } from '../../orders/carrier.ts';
import { lastScan, type Order, type Parcel, type Scan } from '../../orders/order.ts';
import type { Context } from '../context.ts';
import { bag, plainMoney } from '../money.ts';
import type { View } from '../view.ts';
import { once } from '../views.ts';
import { fulfillmentOrderViews } from './fulfillment_order.ts';
import { lineItemView } from './line_item.ts';
import { locationView } from './location.ts';
import { orderView } from './order.ts';

export function fulfillmentView(parcel: Parcel, order: Order, context: Context): View {
  return once(context, `Fulfillment ${parcel.id}`, () => {
    const { carrier, trackingNumber } = parcel;
    const scanned = (status: Scan['status']) => parcel.scans.find((scan) => scan.status === status)?.happenedAt ?? null;
    const pieces = () => parcel.items.map((_, index) => fulfillmentLineItemView(parcel, index, order, context));
    return {
      __typename: 'Fulfillment',
      id: gid('Fulfillment', parcel.id),
      legacyResourceId: String(parcel.id),
      name: `#${order.number}-F${order.parcels.indexOf(parcel) + 1}`,
      status: 'SUCCESS',
      displayStatus: displayStatus(parcel),
      createdAt: parcel.createdAt,
      updatedAt: lastScan(parcel)?.happenedAt ?? parcel.createdAt,
      estimatedDeliveryAt: parcel.estimatedDeliveryAt,
      inTransitAt: scanned('CARRIER_PICKED_UP') ?? scanned('IN_TRANSIT'),
      deliveredAt: scanned('DELIVERED'),
      totalQuantity: parcel.items.reduce((sum, item) => sum + item.quantity, 0),
      requiresShipping: carrier !== null,
      trackingInfo:
        carrier && trackingNumber ? [{ company: carrier, number: trackingNumber, url: trackingUrl(carrier, trackingNumber) }] : [],
      fulfillmentLineItems: pieces,
      events: () => parcel.scans.map((scan, index) => eventView(scan, parcel, index)),
      order: () => orderView(order, context),
      location: () => locationView(context),
      originAddress: { address1: 'Torgauer Straße 240', city: 'Leipzig', zip: '04347', countryCode: 'DE', provinceCode: null },
      service: { id: gid('FulfillmentService', 1), handle: 'manual', serviceName: 'Manual', type: 'MANUAL', inventoryManagement: false },
      fulfillmentOrders: () => fulfillmentOrderViews(order, context).filter((one) => one.status === 'CLOSED'),
    };
  });
}

export function fulfillmentLineItemView(parcel: Parcel, index: number, order: Order, context: Context): View {
  const { line, quantity } = parcel.items[index]!;
  return once(context, `FulfillmentLineItem ${parcel.id} ${index}`, () => ({
    __typename: 'FulfillmentLineItem',
    id: gid('FulfillmentLineItem', parcel.id * 10 + index),
    quantity,
    lineItem: () => lineItemView(line, order, context),
    originalTotalSet: bag(quantity * line.unitCents),
    originalTotal: plainMoney(quantity * line.unitCents),
    discountedTotalSet: bag(quantity * line.unitCents),
    discountedTotal: plainMoney(quantity * line.unitCents),
  }));
}

// The last scan decides. A parcel that no carrier scans is plainly fulfilled.
function displayStatus(parcel: Parcel): string {
  return lastScan(parcel)?.status ?? 'FULFILLED';
}

function eventView(scan: Scan, parcel: Parcel, index: number): View {
  const { status, happenedAt, message, city, province, country, zip, estimatedDeliveryAt } = scan;
  return {
    __typename: 'FulfillmentEvent',
    id: gid('FulfillmentEvent', parcel.id * 100 + index),
    status,
    happenedAt,
    message,
    city,
    province,
    country,
    zip,
    estimatedDeliveryAt,
    createdAt: happenedAt,
    address1: null,
    latitude: null,
    longitude: null,
  };
}
