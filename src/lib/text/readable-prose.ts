import { parse } from 'parse5';
import { attributeOf, childrenOf, findNode, hasClass, type Node } from './page-tree.ts';

/** Elements whose text is prose. */
const prose = new Set(['p', 'li', 'dd']);

/** Elements that are no running text. */
const apart = new Set(['figure', 'table', 'svg', 'script', 'style', 'template', 'form', 'button']);

/** Classes of what is no running text either: quizzes, lists of works, labels, grades, cards. */
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
