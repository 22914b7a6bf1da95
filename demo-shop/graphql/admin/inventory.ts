// InventoryItem and InventoryLevel: the stock of one variant in the one warehouse.

import type { Variant } from '../../catalog.ts';
import { gid } from '../../gid.ts';
import type { Context } from '../context.ts';
import type { Kind } from '../long.ts';
import type { Args, View } from '../view.ts';
import { count, daysAgo, once } from '../views.ts';
import { locationView } from './location.ts';
import { variantView } from './product.ts';

export const inventoryItemKind: Kind<Variant> = { id: (variant) => variant.id, view: inventoryItemView, sort: {} };

export function inventoryItemView(variant: Variant, context: Context): View {
  return once(context, `InventoryItem ${variant.id}`, () => ({
    __typename: 'InventoryItem',
    id: gid('InventoryItem', variant.id),
    legacyResourceId: String(variant.id),
    sku: variant.sku,
    tracked: !variant.product.text.isDigital,
    requiresShipping: !variant.product.text.isDigital,
    duplicateSkuCount: 0,
    locationsCount: count(1),
    countryCodeOfOrigin: null,
    createdAt: daysAgo(context, variant.product.createdDaysAgo),
    updatedAt: daysAgo(context, 1),
    measurement: { id: gid('InventoryItemMeasurement', variant.id), weight: { value: variant.product.text.weightGrams, unit: 'GRAMS' } },
    variant: () => variantView(variant, context),
    variants: () => [variantView(variant, context)],
    inventoryLevel: () => levelView(variant, context),
    inventoryLevels: () => [levelView(variant, context)],
  }));
}

export function levelView(variant: Variant, context: Context): View {
  return once(context, `InventoryLevel ${variant.id}`, () => ({
    __typename: 'InventoryLevel',
    id: gid('InventoryLevel', `${variant.id}?inventory_item_id=${variant.id}`),
    isActive: true,
    canDeactivate: false,
    item: () => inventoryItemView(variant, context),
    location: () => locationView(context),
    createdAt: daysAgo(context, variant.product.createdDaysAgo),
    updatedAt: daysAgo(context, 1),
    quantities: ({ names }: Args) =>
      (names as string[]).map((name) => ({
        __typename: 'InventoryQuantity',
        id: gid('InventoryQuantity', `${variant.id}?name=${name}`),
        name,
        updatedAt: daysAgo(context, 1),
        quantity: ['available', 'on_hand'].includes(name) ? Math.max(variant.quantity, name === 'on_hand' ? 0 : variant.quantity) : 0,
      })),
  }));
}
