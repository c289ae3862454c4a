import type { DefaultTreeAdapterTypes } from 'parse5';

/** A node of a parsed page. */
export type Node = DefaultTreeAdapterTypes.Node;

/** The nodes directly within a node. */
export function childrenOf(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}

/** An attribute's value; undefined where the node has none of that name. */
export function attributeOf(node: Node, name: string): string | undefined {
  return 'attrs' in node ? node.attrs.find((one) => one.name === name)?.value : undefined;
}

/** Whether an element has a class. */
export function hasClass(node: Node, name: string): boolean {
  return (attributeOf(node, 'class') ?? '').split(/\s+/).includes(name);
}

/** The first node, in document order, that passes a test. */
export function findNode(node: Node, test: (node: Node) => boolean): Node | undefined {
  if (test(node)) return node;
  for (const child of childrenOf(node)) {
    const found = findNode(child, test);
    if (found) return found;
  }
  return undefined;
}

/** Every node, in document order, that passes a test; none within one that passes. */
export function findNodes(node: Node, test: (node: Node) => boolean): Node[] {
  return test(node) ? [node] : childrenOf(node).flatMap((child) => findNodes(child, test));
}
