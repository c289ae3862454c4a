import type { Element, Nodes } from 'hast';

/** All elements of a tree in document order, including the node itself. */
export function elementsIn(node: Nodes, found: Element[] = []): Element[] {
  if (node.type === 'element') found.push(node);
  if ('children' in node) for (const child of node.children) elementsIn(child, found);
  return found;
}

/** The first element of a tree, in document order, that passes a test. */
export function findElement(node: Nodes, test: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && test(node)) return node;
  for (const child of 'children' in node ? node.children : []) {
    const found = findElement(child, test);
    if (found) return found;
  }
  return undefined;
}

/** Whether an element has a class. */
export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
