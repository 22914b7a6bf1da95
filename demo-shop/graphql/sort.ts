// Sort keys by the field they compare. A key that is not here leaves the order as it is.

import type { Context } from './context.ts';
import { compare } from './long.ts';
import { valueOf, type View } from './view.ts';

type Comparable = string | number;

const keys: Record<string, (view: View, context: Context) => unknown> = {
  ID: (view) => Number(String(view.id).split('/').pop()),
  CREATED_AT: (view, context) => valueOf(view, 'createdAt', context),
  UPDATED_AT: (view, context) => valueOf(view, 'updatedAt', context),
  PROCESSED_AT: (view, context) => valueOf(view, 'processedAt', context),
  PUBLISHED_AT: (view, context) => valueOf(view, 'publishedAt', context),
  HAPPENED_AT: (view, context) => valueOf(view, 'happenedAt', context),
  ORDER_NUMBER: (view, context) => valueOf(view, 'number', context),
  TITLE: (view, context) => valueOf(view, 'title', context),
  NAME: (view, context) => valueOf(view, 'displayName', context) ?? valueOf(view, 'name', context),
  VENDOR: (view, context) => valueOf(view, 'vendor', context),
  PRODUCT_TYPE: (view, context) => valueOf(view, 'productType', context),
  SKU: (view, context) => valueOf(view, 'sku', context),
  POSITION: (view) => view.sortPosition,
  PRICE: (view) => view.sortPrice,
  CREATED: (view, context) => valueOf(view, 'createdAt', context),
  TOTAL_PRICE: (view) => view.sortPrice,
  AMOUNT_SPENT: (view) => view.sortPrice,
  INVENTORY_TOTAL: (view, context) => valueOf(view, 'totalInventory', context),
  INVENTORY_QUANTITY: (view, context) => valueOf(view, 'inventoryQuantity', context),
  CUSTOMER_NAME: (view) => view.sortCustomer,
  FINANCIAL_STATUS: (view, context) => valueOf(view, 'displayFinancialStatus', context),
  FULFILLMENT_STATUS: (view, context) => valueOf(view, 'displayFulfillmentStatus', context),
  BEST_SELLING: (view) => view.sortSold,
};

// Ties are broken by id, as a stable cursor needs.
export function sortViews(views: View[], sortKey: string, context: Context): View[] {
  const key = keys[sortKey];
  if (!key) return views;
  const rows = views.map((view) => ({
    view,
    value: key(view, context) as Comparable | null | undefined,
    id: keys.ID!(view, context) as number,
  }));
  if (rows.every((row) => row.value === null || row.value === undefined)) return views;
  rows.sort((a, b) => compare(a.value, b.value) || (Number.isNaN(a.id - b.id) ? 0 : a.id - b.id));
  return rows.map((row) => row.view);
}
