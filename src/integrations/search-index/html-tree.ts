import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** A node of a parsed page. */
export type Node = DefaultTreeAdapterTypes.Node;

/** Parses a page. */
export function parseHtml(html: string): Node {
  return parse(html);
}

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

/** Elements whose text is no part of the reading. */
const silent = new Set([
  'script',
  'style',
  'svg',
  'template',
  'noscript',
  'nav',
  'footer',
  'button',
]);

/** Parts of ours that say nothing new: labels, marks of certainty, lists of what stands elsewhere. */
const silentClasses = [
  'sb-label',
  'sb-claim-certainty',
  'sb-certainty',
  'sb-references',
  'sb-cited-in',
  'sb-ref-kind',
  'sb-ledger',
  'sb-hidden',
];

/** Whether a node is left out of search: chrome, drawings, and what is marked so. */
export function isSilent(node: Node): boolean {
  return (
    silent.has(node.nodeName) ||
    attributeOf(node, 'data-pagefind-ignore') !== undefined ||
    silentClasses.some((name) => hasClass(node, name))
  );
}

/** Elements that run on within a line. */
const inline = new Set(
  'a abbr b bdi cite code dfn em i mark q s small span strong sub sup time u var'.split(' '),
);

/** The text of a node as it reads, without what is silent: one space between words, blocks ended. */
export function readText(node: Node): string {
  return rawText(node)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)](\s|$))/g, '')
    .trim();
}

function rawText(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (isSilent(node)) return '';
  const text = childrenOf(node).map(rawText).join('');
  return inline.has(node.nodeName) ? text : endBlock(text);
}

/** A block that ends without a stop gets one, so that excerpts do not run lines together. */
export function endBlock(text: string): string {
  return /[\p{L}\p{N}”’)"']\s*$/u.test(text) ? `${text.trimEnd()}. ` : `${text} `;
}
