import type { Element, Nodes } from 'hast';

/** All elements of a tree in document order, including the node itself. */
export function elementsIn(node: Nodes, found: Element[] = []): Element[] {
  if (node.type === 'element') found.push(node);
  if ('children' in node) for (const child of node.children) elementsIn(child, found);
  return found;
}

/** Whether an element has a class. */
export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
