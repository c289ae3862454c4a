import { parse, type DefaultTreeAdapterTypes } from 'parse5';

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

/** Elements whose text is prose. */
const prose = new Set(['p', 'li', 'dd']);

/** Elements that are not running text. */
const apart = new Set(['figure', 'table', 'svg', 'script', 'style', 'template', 'form', 'button']);

/** Classes of further elements that are not running text: quizzes, references, labels, grades, notes. */
const apartByClass =
  /\b(sb-quiz-frame|sb-references|sb-label|sb-claim-certainty|sb-claim-numbers|sb-certainty|sb-ledger|sb-cite-this|sb-reader-note)\b/;

/**
 * The sentences of a built page: paragraphs, list items and definitions, each ended like a sentence;
 * without figures, tables, quizzes, references and citations in brackets.
 */
export function readableProse(html: string): string {
  const main = findNode(parse(html), (node) => hasClass(node, 'sb-prose'));
  if (!main) return '';
  return blocksOf(main)
    .map((text) =>
      text
        .replace(/\s+/g, ' ')
        .replace(/ +(?=[.,;:!?)])/g, '')
        .trim(),
    )
    .filter((text) => /\p{L}/u.test(text))
    .map((text) => (/[.!?:]["”’)]?$/.test(text) ? text : `${text}.`))
    .join(' ');
}

/** Texts of the innermost blocks of prose, in order. */
function blocksOf(node: Node): string[] {
  return childrenOf(node).flatMap((child) => {
    if (isApart(child)) return [];
    const inner = blocksOf(child);
    if (inner.length > 0 || !prose.has(child.nodeName)) return inner;
    return [textOf(child)];
  });
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if (isApart(node)) return '';
  const text = childrenOf(node).map(textOf).join('');
  // A citation in brackets is left out; one that is part of the sentence stays.
  return hasClass(node, 'sb-cite') && text.startsWith('(') ? '' : text;
}

function isApart(node: Node): boolean {
  return (
    apart.has(node.nodeName) ||
    apartByClass.test(attributeOf(node, 'class') ?? '') ||
    ['hidden', 'popover', 'data-pagefind-ignore'].some(
      (name) => attributeOf(node, name) !== undefined,
    )
  );
}
