// What a query would cost at the Admin API. The exact rule is Shopify's own; this one is told so that it can be wrong
// cheaply: an object costs 1, a connection 2 and its items, how many of them count is said by `sized`.

import { Kind, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

export const maximumCost = 1000;

// Of so many items that are asked for, how many are paid.
export type Sized = (first: number) => number;

// Nearer to what was seen lately (UNVERIFIED).
export const byRoot: Sized = Math.sqrt;
// The rule that Shopify published first, and the dearest there was.
export const byCount: Sized = (first) => first;

export function requestedCost(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  sized: Sized,
): number {
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one.selectionSet]),
  );
  const cost = (set: SelectionSetNode): number =>
    set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + cost(selection.selectionSet);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + cost(fragments.get(selection.name.value)!);
      if (!selection.selectionSet) return sum;
      const page = selection.arguments?.find((one) => one.name.value === 'first' || one.name.value === 'last')?.value;
      const size =
        page?.kind === Kind.INT ? Number(page.value) : page?.kind === Kind.VARIABLE ? Number(variables[page.name.value] ?? 10) : 0;
      const inner = cost(selection.selectionSet);
      // "nodes", "edges" and "pageInfo" are parts of the connection, which has been counted.
      if (['nodes', 'edges', 'pageInfo', 'node'].includes(selection.name.value)) return sum + inner;
      return sum + (page ? 2 + sized(size) * (1 + inner) : 1 + inner);
    }, 0);
  return Math.max(1, Math.round(cost(operation.selectionSet)));
}

export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

// What a query really used is not told apart from what it asked for; one that was throttled used nothing.
export function costExtension(cost: number, throttleStatus: ThrottleStatus, isThrottled = false): Record<string, unknown> {
  return { requestedQueryCost: cost, actualQueryCost: isThrottled ? null : cost, throttleStatus };
}
