// The one warehouse.

import { gid } from '../../gid.ts';
import type { Context } from '../context.ts';
import type { View } from '../view.ts';
import { daysAgo, once } from '../views.ts';

export function locationView(context: Context): View {
  return once(context, 'Location 1', () => ({
    __typename: 'Location',
    id: gid('Location', 88_100_000_001),
    legacyResourceId: '88100000001',
    name: 'Leipzig warehouse',
    isActive: true,
    isPrimary: true,
    activatable: false,
    deactivatable: false,
    shipsInventory: true,
    fulfillsOnlineOrders: true,
    hasActiveInventory: true,
    address: {
      address1: 'Torgauer Straße 240',
      city: 'Leipzig',
      zip: '04347',
      country: 'Germany',
      countryCode: 'DE',
      formatted: ['Torgauer Straße 240', '04347 Leipzig', 'Germany'],
      latitude: 51.35,
      longitude: 12.43,
    },
    createdAt: daysAgo(context, 900),
    updatedAt: daysAgo(context, 30),
  }));
}
