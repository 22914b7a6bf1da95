// What a query would cost at the Admin API. The exact rule is Shopify's own; this one is told so that it can be wrong
// cheaply: an object costs 1, a connection 2 and its items by the root of its size (UNVERIFIED).

import { Kind, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

export const maximumCost = 1000;

export function requestedCost(document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): number {
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
      return sum + (page ? 2 + Math.sqrt(size) * (1 + inner) : 1 + inner);
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
