// The states that generated orders are dealt out over: how often each occurs and how old such an order is.

export const orderStates = {
  delivered: { weight: 40, age: [4, 240] },
  delivered_two_parcels: { weight: 4, age: [6, 240] },
  in_transit: { weight: 10, age: [2, 6] },
  out_for_delivery: { weight: 3, age: [3, 7] },
  delayed: { weight: 3, age: [4, 9] },
  attempted: { weight: 2, age: [4, 8] },
  at_pickup_point: { weight: 2, age: [5, 10] },
  failed: { weight: 1, age: [7, 40] },
  silent: { weight: 1, age: [14, 30] },
  label_only: { weight: 2, age: [1, 5] },
  shipped_without_scans: { weight: 1, age: [1, 6] },
  not_shipped: { weight: 8, age: [0, 2] },
  on_hold: { weight: 2, age: [1, 9] },
  partly_shipped: { weight: 3, age: [3, 9] },
  awaiting_payment: { weight: 1, age: [0, 6] },
  authorized: { weight: 1, age: [0, 2] },
  cancelled_refunded: { weight: 4, age: [2, 240] },
  cancelled_voided: { weight: 1, age: [2, 240] },
  return_requested: { weight: 1, age: [10, 28] },
  return_open: { weight: 2, age: [12, 34] },
  return_declined: { weight: 1, age: [40, 120] },
  returned_refunded: { weight: 3, age: [24, 240] },
  partly_refunded: { weight: 2, age: [8, 240] },
  digital: { weight: 2, age: [0, 240] },
} as const satisfies Record<string, { weight: number; age: readonly [low: number, high: number] }>;

export type OrderStateName = keyof typeof orderStates;

export const orderStateNames = Object.keys(orderStates) as OrderStateName[];
