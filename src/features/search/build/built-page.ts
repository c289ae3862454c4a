import {
  attributeOf,
  childrenOf,
  findNode,
  findNodes,
  hasClass,
  type Node,
} from '../../../build/shared/nodes.ts';
import { endBlock } from '../model/excerpt.ts';

/** The kinds of result; the values of the index's filter "kind". */
export type Kind = 'page' | 'question' | 'term' | 'work';

/** A searchable entry of a page: the text under one heading, a glossary term or a work of the list of works. */
export interface BuiltEntry {
  kind: Kind;
  /** Path of its page from the site's root, such as "faq/". */
  path: string;
  /** Title of that page. */
  page: string;
  /** Anchor on that page; empty for the text above the first heading. */
  anchor: string;
  /** Heading, term or short citation; the page's title for its top. */
  title: string;
  text: string;
  /** Paths of the pages that a term or a work links to. */
  links: string[];
}

/** Reads the searchable entries of the page at `path`: its text by section, then its terms and works. */
export function readBuiltPage(tree: Node, path: string): BuiltEntry[] {
  const body = findNode(tree, (node) => attributeOf(node, 'data-pagefind-body') !== undefined);
  if (!body) return [];
  const title = findNode(body, (node) => node.nodeName === 'h1');
  const page = title ? readText(title).replace(/\.$/, '') : '';
  const read = [
    ...readSections(body, page),
    ...findNodes(body, isEntry).map((node) =>
      attributeOf(node, entryAttribute) === 'term' ? readTerm(node) : readWork(node),
    ),
  ];
  return read.map((entry) => ({ ...entry, path, page }));
}

type Part = Omit<BuiltEntry, 'path' | 'page'>;

/** Reads the text under each heading; headings without text are left out. */
function readSections(body: Node, title: string): Part[] {
  let section = { anchor: '', title, text: '' };
  const sections = [section];
  const walk = (node: Node) => {
    if (isExcluded(node) || isEntry(node) || node.nodeName === 'h1') return;
    const anchor = /^h[2-4]$/.test(node.nodeName) ? attributeOf(node, 'id') : undefined;
    if (anchor) {
      section = { anchor, title: readText(node).replace(/(?<![.…])\.$/, ''), text: '' };
      sections.push(section);
    } else if (isLeaf(node)) {
      section.text += `${readText(node)} `;
    } else {
      const before = section;
      childrenOf(node).forEach(walk);
      // Text after a part that its own heading labels belongs to the section before.
      const name = attributeOf(node, 'aria-labelledby');
      if (name !== undefined && name === section.anchor) section = before;
    }
  };
  walk(body);
  return sections.flatMap((one): Part[] => {
    const text = one.text.replace(/\s+/g, ' ').trim();
    const isQuestion = one.anchor !== '' && one.title.endsWith('?');
    return text ? [{ ...one, kind: isQuestion ? 'question' : 'page', text, links: [] }] : [];
  });
}

/** Whether a node contains no heading, term or work. */
function isLeaf(node: Node): boolean {
  return !findNode(node, (one) => /^h[1-4]$/.test(one.nodeName) || isEntry(one));
}

/** Attribute of terms, and of works in the list of all works; works in a page's own list lack it. */
const entryAttribute = 'data-search-entry';

function isEntry(node: Node): boolean {
  return attributeOf(node, entryAttribute) !== undefined;
}

function readTerm(node: Node): Part {
  const name = findNode(node, (one) => attributeOf(one, 'id') !== undefined) ?? node;
  const title = readText(name).replace(/\.$/, '');
  const text = readText(node)
    .slice(title.length)
    .replace(/^[\s.]+/, '');
  return { kind: 'term', anchor: attributeOf(name, 'id') ?? '', title, text, links: linksOf(node) };
}

function readWork(node: Node): Part {
  const text = readText(node)
    .replace(/https?:\S+/g, '')
    .replace(/\s+/g, ' ');
  const anchor = attributeOf(node, 'id') ?? '';
  return { kind: 'work', anchor, title: shortCitation(text), text, links: linksOf(node) };
}

/** Returns the short citation, such as "Tronick et al. (1978)", of a work's entry in the list. */
function shortCitation(text: string): string {
  const [, names = '', year = ''] = /^(.*?)\s*\(([^)]*)\)/.exec(text) ?? [];
  const surnames = names.match(/\p{Lu}[\p{L}’' -]*?(?=,\s(?:\p{Lu}|\[))/gu) ?? [names];
  const [first = '', second] = surnames;
  const who = surnames.length > 2 ? `${first} et al.` : second ? `${first} & ${second}` : first;
  return `${who} (${year})`;
}

function linksOf(node: Node): string[] {
  return findNodes(node, (one) => one.nodeName === 'a').flatMap(
    (link) => /^\/([^#?]+)/.exec(attributeOf(link, 'href') ?? '')?.[1] ?? [],
  );
}

/** Elements whose text is not indexed. */
const excluded = new Set('script style svg template noscript nav footer button'.split(' '));

/** Classes of elements that repeat other text: labels, ratings of certainty, reference lists. */
const excludedClasses =
  'sb-label sb-claim-certainty sb-certainty sb-references sb-cited-in sb-ref-kind sb-ledger sb-hidden'.split(
    ' ',
  );

/** Whether a node is left out of the index: page chrome, drawings, and nodes marked to be ignored. */
function isExcluded(node: Node): boolean {
  return (
    excluded.has(node.nodeName) ||
    attributeOf(node, 'data-pagefind-ignore') !== undefined ||
    excludedClasses.some((name) => hasClass(node, name))
  );
}

/** Inline elements. */
const inline = new Set(
  'a abbr b bdi cite code dfn em i mark q s small span strong sub sup time u var'.split(' '),
);

/** Returns the indexed text of a node: one space between words, and blocks that end in punctuation. */
function readText(node: Node): string {
  return rawText(node)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)](\s|$))/g, '')
    .trim();
}

function rawText(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (isExcluded(node)) return '';
  const text = childrenOf(node).map(rawText).join('');
  return inline.has(node.nodeName) ? text : endBlock(text);
}
