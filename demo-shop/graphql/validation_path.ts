// Where in a document a node stands, told as Shopify tells it: ["query Q", "orders", "nodes", "x"].

import { getLocation, Kind, visit, type ASTNode, type DocumentNode } from 'graphql';

export interface Place {
  node: ASTNode | undefined;
  parents: ASTNode[];
  path: string[];
  location: { line: number; column: number };
}

export function pathTo(document: DocumentNode, wanted: ASTNode | undefined): Place {
  let parents: ASTNode[] = [];
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (node !== wanted) return undefined;
      // The ancestors end before the parent.
      parents = [...ancestors, parent].filter((one): one is ASTNode => one !== undefined && !Array.isArray(one));
      return false;
    },
  });
  const chain = wanted ? [...parents, wanted] : [];
  const loc = wanted?.loc;
  return {
    node: wanted,
    parents,
    path: chain.flatMap(step),
    location: loc ? { ...getLocation(loc.source, loc.start) } : { line: 1, column: 1 },
  };
}

function step(node: ASTNode): string[] {
  switch (node.kind) {
    case Kind.OPERATION_DEFINITION:
      return [node.name ? `${node.operation} ${node.name.value}` : node.operation];
    case Kind.FRAGMENT_DEFINITION:
      return [`fragment ${node.name.value}`];
    case Kind.FIELD:
      return [node.alias?.value ?? node.name.value];
    case Kind.INLINE_FRAGMENT:
      return [node.typeCondition ? `... on ${node.typeCondition.name.value}` : '...'];
    case Kind.FRAGMENT_SPREAD:
      return [`... ${node.name.value}`];
    case Kind.ARGUMENT:
    case Kind.OBJECT_FIELD:
      return [node.name.value];
    default:
      return [];
  }
}
