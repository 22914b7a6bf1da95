// Customer, with orders and what was spent.

import { gid } from '../../gid.ts';
import { refundedCents, totalCents } from '../../orders/order.ts';
import type { Customer } from '../../people/customers.ts';
import type { Context } from '../context.ts';
import { money } from '../money.ts';
import { search } from '../search.ts';
import type { Args, View } from '../view.ts';
import { daysAgo, once } from '../views.ts';
import { addressView } from './address.ts';
import { orderView } from './order.ts';
import { orderSearch } from './order_search.ts';

export function customerView(customer: Customer, context: Context): View {
  return once(context, `Customer ${customer.id}`, () => {
    const orders = context.shop.orders.filter((order) => order.customer === customer);
    const spent = orders.reduce((sum, order) => sum + (order.payment === 'PAID' ? totalCents(order) - refundedCents(order) : 0), 0);
    const newest = orders.reduce<(typeof orders)[number] | null>(
      (latest, order) => (!latest || order.createdAt > latest.createdAt ? order : latest),
      null,
    );
    const isSubscribed = customer.tags.includes('newsletter');
    const address = addressView(customer.address, `customer-${customer.id}`);
    const emailAddress = {
      emailAddress: customer.email,
      validFormat: true,
      marketingState: isSubscribed ? 'SUBSCRIBED' : 'NOT_SUBSCRIBED',
      marketingUnsubscribeUrl: `${context.origin}/account/unsubscribe`,
      openTrackingLevel: 'UNKNOWN',
      openTrackingUrl: `${context.origin}/account/tracking`,
    };
    return {
      __typename: 'Customer',
      id: gid('Customer', customer.id),
      legacyResourceId: String(customer.id),
      firstName: customer.firstName,
      lastName: customer.lastName,
      displayName: `${customer.firstName} ${customer.lastName}`,
      email: customer.email,
      defaultEmailAddress: emailAddress,
      phone: customer.phone,
      defaultPhoneNumber: customer.phone ? { phoneNumber: customer.phone, marketingState: 'NOT_SUBSCRIBED' } : null,
      locale: customer.locale,
      tags: customer.tags,
      note: customer.note,
      state: 'ENABLED',
      verifiedEmail: true,
      validEmailAddress: true,
      canDelete: orders.length === 0,
      numberOfOrders: String(orders.length),
      amountSpent: money(spent),
      lifetimeDuration: 'over 1 year',
      createdAt: daysAgo(context, customer.createdDaysAgo),
      updatedAt: newest?.createdAt ?? daysAgo(context, customer.createdDaysAgo),
      defaultAddress: address,
      addresses: [address],
      addressesV2: [address],
      lastOrder: newest ? () => orderView(newest, context) : null,
      orders: ({ query }: Args, now: Context) => search(orders, query, orderSearch, now, 'orders').map((order) => orderView(order, now)),
      statistics: { predictedSpendTier: null, rfmGroup: null },
      mergeable: { isMergeable: true, errorFields: [] },
      taxExempt: false,
      unsubscribeUrl: `${context.origin}/account/unsubscribe`,
      productSubscriberStatus: 'NEVER_SUBSCRIBED',
      sortPrice: spent,
    };
  });
}
