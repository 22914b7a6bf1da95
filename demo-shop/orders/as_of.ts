// The orders as they stood at an earlier instant: what a stale upstream would still answer.

import type { Line, Order } from './order.ts';

export function ordersAsOf(orders: Order[], instant: string): Order[] {
  const limit = Date.parse(instant);
  const isPast = (at: string | null) => at !== null && Date.parse(at) <= limit;
  return orders
    .filter((order) => isPast(order.createdAt))
    .map((order): Order => {
      const refunds = order.refunds.filter((refund) => isPast(refund.createdAt));
      // Lines are told apart by identity, so every part of the older order has to speak of the same copies.
      const older = new Map(
        order.lines.map((line) => {
          const removed = refunds
            .flatMap((refund) => refund.items)
            .filter((item) => item.line === line)
            .reduce((sum, item) => sum + item.quantity, 0);
          return [line, { ...line, removed }] as const;
        }),
      );
      const onOlder = <T extends { line: Line }>(items: T[]): T[] => items.map((item) => ({ ...item, line: older.get(item.line)! }));
      const parcels = new Map(
        order.parcels
          .filter((parcel) => isPast(parcel.createdAt))
          .map((parcel) => {
            const scans = parcel.scans.filter((one) => isPast(one.happenedAt));
            const carrierScans = parcel.carrierScans?.filter((one) => isPast(one.happenedAt));
            const isWhole = scans.length === parcel.scans.length;
            const expected = scans.findLast((one) => one.estimatedDeliveryAt)?.estimatedDeliveryAt ?? null;
            return [
              parcel,
              {
                ...parcel,
                items: onOlder(parcel.items),
                scans,
                ...(carrierScans && { carrierScans }),
                estimatedDeliveryAt: isWhole ? parcel.estimatedDeliveryAt : expected,
              },
            ] as const;
          }),
      );
      const wasCancelled = isPast(order.cancelledAt);
      return {
        ...order,
        lines: [...older.values()],
        parcels: [...parcels.values()],
        refunds: refunds.map((refund) => ({ ...refund, items: onOlder(refund.items) })),
        returns: order.returns
          .filter((one) => isPast(one.createdAt))
          .map((one) => ({
            ...one,
            items: onOlder(one.items).map((item) => ({ ...item, parcel: parcels.get(item.parcel) ?? item.parcel })),
          })),
        cancelledAt: wasCancelled ? order.cancelledAt : null,
        cancelReason: wasCancelled ? order.cancelReason : null,
      };
    });
}
