import { type DefaultTreeAdapterTypes as Html, parse } from 'parse5';

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
  const main = find(parse(html), (element) => /\bsb-prose\b/.test(attribute(element, 'class')));
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
function blocksOf(node: Html.ParentNode): string[] {
  return node.childNodes.flatMap((child) => {
    if (!isElement(child) || isApart(child)) return [];
    const inner = blocksOf(child);
    if (inner.length > 0 || !prose.has(child.tagName)) return inner;
    return [textOf(child)];
  });
}

function textOf(node: Html.Node): string {
  if ('value' in node) return node.value;
  if (isElement(node) && isApart(node)) return '';
  if (isElement(node) && /\bsb-cite\b/.test(attribute(node, 'class'))) return citation(node);
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** A citation in brackets is left out; one that is part of the sentence stays. */
function citation(element: Html.Element): string {
  const text = element.childNodes.map(textOf).join('');
  return text.startsWith('(') ? '' : text;
}

function isApart(element: Html.Element): boolean {
  return (
    apart.has(element.tagName) ||
    apartByClass.test(attribute(element, 'class')) ||
    element.attrs.some(({ name }) => ['hidden', 'popover', 'data-pagefind-ignore'].includes(name))
  );
}

function isElement(node: Html.Node): node is Html.Element {
  return 'tagName' in node;
}

function attribute(element: Html.Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? '';
}

function find(
  node: Html.Node,
  wanted: (element: Html.Element) => boolean,
): Html.Element | undefined {
  if (isElement(node) && wanted(node)) return node;
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    const found = find(child, wanted);
    if (found) return found;
  }
  return undefined;
}
