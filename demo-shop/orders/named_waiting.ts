// Named orders without a parcel: #1004 not shipped, #1005 cancelled and refunded, #1013 on hold.

import type { OrderBuilder } from './builder.ts';
import type { NamedContext } from './named.ts';

export function ordersWithoutScans({ clock, start }: NamedContext): OrderBuilder[] {
  const at = clock.at.bind(clock);

  const d1004 = start(1004, 'dev', -1, '16:09', [
    ['firefly-compact-head-torch', 1],
    ['trailhead-sip-bottle', 1],
  ]);

  const a1005 = start(1005, 'ana', -12, '09:24', [['barley-table-lamp', 1]]);
  a1005.cancel(at(-11, '08:40'), 'CUSTOMER');
  a1005.refund(at(-11, '08:41'), [[0, 1]], 'Cancelled by the customer before dispatch');

  const l1013 = start(1013, 'liam', -3, '03:47', [
    ['storm-lantern', 1],
    ['saltwater-hammam-towel', 1],
  ]);
  l1013.order.hold = {
    reason: 'INVENTORY_OUT_OF_STOCK',
    notes: 'Waiting for the back-ordered storm lantern, then everything goes out together',
  };

  return [d1004, a1005, l1013];
}
