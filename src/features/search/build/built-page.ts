import {
  attributeOf,
  childrenOf,
  findNode,
  findNodes,
  hasClass,
  type Node,
} from '../../../lib/text/readable-prose.ts';
import { endBlock } from '../model/sentences.ts';

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

/** A stretch of a page under one heading. */
export interface BuiltSection {
  /** Anchor; empty for the text above the first heading. */
  anchor: string;
  heading: string;
  text: string;
}

/** An entry of the glossary or of the list of works, as built. */
export interface BuiltEntry {
  anchor: string;
  /** The term; of a work, its citation. */
  title: string;
  text: string;
  /** Paths of the pages it links to, such as "faq/". */
  pages: string[];
}

/** A page as search reads it from its HTML. */
export interface BuiltPage {
  title: string;
  sections: BuiltSection[];
  terms: BuiltEntry[];
  works: BuiltEntry[];
}

/** Reads what can be searched from a page; undefined where nothing can. */
export function readBuiltPage(page: Node): BuiltPage | undefined {
  const body = findNode(page, (node) => attributeOf(node, 'data-pagefind-body') !== undefined);
  if (!body) return undefined;
  const title = findNode(body, (node) => node.nodeName === 'h1');
  return {
    title: title ? readText(title).replace(/\.$/, '') : '',
    sections: readSections(body),
    terms: findNodes(body, isTerm).map(readTerm),
    works: findNodes(body, isWork).map(readWork),
  };
}

function readSections(body: Node): BuiltSection[] {
  let section = { anchor: '', heading: '', text: '' };
  const sections = [section];
  const walk = (node: Node) => {
    if (isSilent(node) || isTerm(node) || isWork(node) || node.nodeName === 'h1') return;
    const anchor = /^h[2-4]$/.test(node.nodeName) ? attributeOf(node, 'id') : undefined;
    if (anchor) {
      section = { anchor, heading: readText(node).replace(/(?<![.…])\.$/, ''), text: '' };
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
  return sections
    .map((one) => ({ ...one, text: one.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

/** A node that no heading, term or work stands in. */
function isLeaf(node: Node): boolean {
  return !findNode(node, (one) => /^h[1-4]$/.test(one.nodeName) || isTerm(one) || isWork(one));
}

function isTerm(node: Node): boolean {
  return attributeOf(node, 'data-search-entry') === 'term';
}

function readTerm(node: Node): BuiltEntry {
  const name = findNode(node, (one) => attributeOf(one, 'id') !== undefined);
  const title = name ? readText(name).replace(/\.$/, '') : '';
  return {
    anchor: attributeOf(name ?? node, 'id') ?? '',
    title,
    text: readText(node)
      .slice(title.length)
      .replace(/^[\s.]+/, ''),
    pages: linkedPages(node),
  };
}

/** A work in the list of all works; those in a page's own list are found through the page. */
function isWork(node: Node): boolean {
  return attributeOf(node, 'data-search-entry') === 'work';
}

function readWork(node: Node): BuiltEntry {
  const text = readText(node)
    .replace(/https?:\S+/g, '')
    .replace(/\s+/g, ' ');
  return {
    anchor: attributeOf(node, 'id') ?? '',
    title: shortCitation(text),
    text,
    pages: linkedPages(node),
  };
}

/** "Tronick et al. (1978)" of a work's entry in the list. */
function shortCitation(text: string): string {
  const [, names = '', year = ''] = /^(.*?)\s*\(([^)]*)\)/.exec(text) ?? [];
  const surnames = names.match(/\p{Lu}[\p{L}’' -]*?(?=,\s(?:\p{Lu}|\[))/gu) ?? [names];
  const [first = '', second] = surnames;
  const who = surnames.length > 2 ? `${first} et al.` : second ? `${first} & ${second}` : first;
  return `${who} (${year})`;
}

function linkedPages(node: Node): string[] {
  const links = findNodes(node, (one) => one.nodeName === 'a').flatMap((link) => {
    const path = /^\/([^#?]*)/.exec(attributeOf(link, 'href') ?? '')?.[1];
    return path ? [path] : [];
  });
  return [...new Set(links)];
}
