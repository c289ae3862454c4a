import {
  attributeOf,
  childrenOf,
  findNode,
  findNodes,
  hasClass,
  type Node,
} from '../../../build/shared/nodes.ts';
import { endBlock } from '../model/excerpt.ts';

/** What a result may be; the values of the index's filter "kind". */
export type Kind = 'page' | 'question' | 'term' | 'work';

/** What can be found on a page: a stretch under one heading, a glossary term or a work of the list of all works. */
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

/** What can be searched on the page at `path`: its text by section, then its terms and works. */
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

/** The text under each heading that has any. */
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
      // What comes after a part with a heading of its own is no text of that part.
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

/** A node that no heading, term or work stands in. */
function isLeaf(node: Node): boolean {
  return !findNode(node, (one) => /^h[1-4]$/.test(one.nodeName) || isEntry(one));
}

/** The attribute of terms, and of works in the list of all works; those of a page's own list are found through the page. */
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

/** "Tronick et al. (1978)" of a work's entry in the list. */
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

/** Elements whose text is no part of the reading. */
const excluded = new Set('script style svg template noscript nav footer button'.split(' '));

/** Parts of ours that say nothing new: labels, marks of certainty, lists of what stands elsewhere. */
const excludedClasses =
  'sb-label sb-claim-certainty sb-certainty sb-references sb-cited-in sb-ref-kind sb-ledger sb-hidden'.split(
    ' ',
  );

/** Whether a node is left out of search: chrome, drawings, and what is marked so. */
function isExcluded(node: Node): boolean {
  return (
    excluded.has(node.nodeName) ||
    attributeOf(node, 'data-pagefind-ignore') !== undefined ||
    excludedClasses.some((name) => hasClass(node, name))
  );
}

/** Elements that run on within a line. */
const inline = new Set(
  'a abbr b bdi cite code dfn em i mark q s small span strong sub sup time u var'.split(' '),
);

/** The text of a node as it reads, without what is silent: one space between words, blocks ended. */
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
