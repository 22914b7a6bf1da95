// The signed-in customer as Liquid sees them.

import { fulfillmentState, financialState, orderToken, totalCents } from '../orders/order.ts';
import type { Customer } from '../people/customers.ts';
import type { Store } from '../store.ts';

export function customerObject(customer: Customer, { shop }: Store): Record<string, unknown> {
  const orders = shop.orders.filter((order) => order.customer === customer).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return {
    id: customer.id,
    email: customer.email,
    first_name: customer.firstName,
    last_name: customer.lastName,
    name: `${customer.firstName} ${customer.lastName}`,
    tags: customer.tags,
    orders_count: orders.length,
    has_account: true,
    accepts_marketing: customer.tags.includes('newsletter'),
    orders: orders.map((order) => ({
      name: `#${order.number}`,
      order_number: order.number,
      created_at: order.createdAt,
      total_price: totalCents(order),
      cancelled: order.cancelledAt !== null,
      financial_status_label: label(financialState(order)),
      fulfillment_status_label: label(fulfillmentState(order)),
      customer_url: `/account/orders/${orderToken(order)}`,
    })),
  };
}

function label(state: string): string {
  return state.charAt(0) + state.slice(1).toLowerCase().replaceAll('_', ' ');
}
