import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { t } from '../../../lib/i18n/t.ts';
import { site } from '../../../site/site.ts';

/** What a chapter needs to know of the rest of the book. */
export interface Book {
  /** Slugs of the pages that are chapters; links to others lose their address and keep their words. */
  slugs: readonly string[];
  /** Slugs of the pages with questions at the book's end. */
  quizzes: readonly string[];
  /** Whether a citation leads to a note in the chapter, or to the book's list of references. */
  notes: boolean;
}

/** One page of the site as a chapter of the book. */
export interface Chapter {
  slug: string;
  title: string;
  /** Main headings: anchor and text. */
  sections: { id: string; text: string }[];
  /** What is in the chapter's body. */
  body: ElementContent[];
}

/** What a book has no use for: controls, scripts, and what the site shows in their place. */
const leftOut = {
  tags: new Set('script style template button astro-island noscript form nav dialog'.split(' ')),
  classes: ['sb-anchor', 'sb-fig-wide', 'sb-cite-page', 'sb-filter'],
  properties: ['popover', 'hidden', 'dataBookSkip'],
};

function isLeftOut(element: Element): boolean {
  return (
    leftOut.tags.has(element.tagName) ||
    leftOut.classes.some((name) => hasClass(element, name)) ||
    leftOut.properties.some((name) => element.properties[name] !== undefined)
  );
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** Elements at and below a node, in the order of the text; in a third of the time that a selector takes. */
function findAll(node: Root | Element, isWanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const walk = (one: Root | RootContent) => {
    if (one.type === 'element' && isWanted(one)) found.push(one);
    if (one.type === 'element' || one.type === 'root') one.children.forEach(walk);
  };
  walk(node);
  return found;
}

function findTags(node: Root | Element, tag: string): Element[] {
  return findAll(node, ({ tagName }) => tagName === tag);
}

function findByClass(node: Root | Element, name: string): Element[] {
  return findAll(node, (element) => hasClass(element, name));
}

/** Marks where a page's quiz stood. */
const quizPlace = 'quiz-place';

/** Makes a chapter of a built page. @throws Error when the page has no article. */
export function toChapter(slug: string, page: Root, book: Book): Chapter {
  const title = toString(findTags(page, 'h1')[0] ?? h('h1'));
  const [standfirst] = findByClass(page, 'sb-standfirst');
  const [prose] = findByClass(page, 'sb-prose');
  if (!prose) throw new Error(`dist/${slug}/index.html has no .sb-prose to make a chapter of.`);

  const references = readReferences(prose);
  for (const quiz of findByClass(prose, 'sb-quiz-frame')) {
    quiz.properties = { className: [quizPlace] };
    quiz.children = [];
  }
  const root: Root = { type: 'root', children: clean(prose.children) };
  openDetails(root);
  if (book.notes) root.children.push(...toNotes(slug, root, references));
  else leadToReferences(root);
  rewriteLinks(slug, root, book);
  moveToEnd(slug, root, book.quizzes.includes(slug));

  const sections = findTags(root, 'h2').map((heading) => ({
    id: String(heading.properties['id'] ?? ''),
    text: toString(heading),
  }));
  const opening = standfirst ? [h('p', { className: ['standfirst'] }, toString(standfirst))] : [];
  const body = [h('h1', title), ...opening, ...(root.children as ElementContent[])];
  return { slug, title, sections, body };
}

/** The words of each work in the page's reference list, keyed by id. */
function readReferences(prose: Element): Map<string, ElementContent[]> {
  const lists = findByClass(prose, 'sb-references').flatMap(({ children }) => children);
  return new Map(
    lists.flatMap((item): [string, ElementContent[]][] => {
      const id = item.type === 'element' ? String(item.properties['id']) : '';
      if (item.type !== 'element' || !id.startsWith('ref-')) return [];
      const [entry = item] = findByClass(item, 'sb-ref-text');
      return [[id.slice('ref-'.length), clean(entry.children)]];
    }),
  );
}

/** A copy of nodes without comments and what a book has no use for. */
function clean(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'comment' ? [] : [node];
    if (isLeftOut(node)) return [];
    const properties = Object.entries(node.properties).filter(([name]) => isKept(name, node));
    return [
      { ...node, properties: Object.fromEntries(properties), children: clean(node.children) },
    ];
  });
}

/** Data for scripts is left out, but for the ids of cited works, and so are roles that only undo a style. */
function isKept(property: string, { tagName }: Element): boolean {
  return property === 'role' ? tagName === 'svg' : !/^data(?!Cite$)[A-Z]/.test(property);
}

/** A book has nothing to unfold: research sections and data tables stand open. */
function openDetails(root: Root): void {
  for (const details of findTags(root, 'details')) {
    details.tagName = 'div';
    delete details.properties['open'];
    for (const child of details.children)
      if (child.type === 'element' && child.tagName === 'summary') {
        child.tagName = 'p';
        child.properties = { className: ['summary'] };
      }
  }
}

/** Turns each citation into a note reference, and gives the notes. */
function toNotes(slug: string, root: Root, references: Map<string, ElementContent[]>): Element[] {
  const notes: Element[] = [];
  for (const [index, cite] of findByClass(root, 'sb-cite').entries()) {
    const id = `note-${slug}-${String(index + 1)}`;
    const ids = String(cite.properties['dataCite'] ?? '').split(' ');
    cite.properties = {
      id: cite.properties['id'],
      href: `#${id}`,
      role: 'doc-noteref',
      'epub:type': 'noteref',
    };
    const works = ids.map((one) => h('p', structuredClone(references.get(one) ?? [])));
    notes.push(h('aside', { id, role: 'doc-footnote', 'epub:type': 'footnote' }, works));
  }
  return notes.length > 0 ? [h('section', { className: ['notes'] }, notes)] : [];
}

/** Lets each citation lead to its first work in the book's list of references. */
function leadToReferences(root: Root): void {
  for (const cite of findByClass(root, 'sb-cite')) {
    const [first = ''] = String(cite.properties['dataCite']).split(' ');
    cite.properties = {
      id: cite.properties['id'],
      href: `../${site.pages.references}/#ref-${first}`,
    };
  }
}

/**
 * The book has one list of references and its questions at the end: drops the page's own list with
 * its heading, and leads from its quiz's place to the questions.
 */
function moveToEnd(slug: string, root: Root, hasQuiz: boolean): void {
  const isOwnList = (node: RootContent | undefined) =>
    slug !== site.pages.references && node?.type === 'element' && hasClass(node, 'sb-references');
  const elements = root.children.filter((node) => node.type === 'element');
  root.children = root.children.flatMap((node): RootContent[] => {
    if (node.type !== 'element') return [node];
    const next = elements[elements.indexOf(node) + 1];
    if (isOwnList(node) || (isOwnList(next) && findTags(node, 'h2').length > 0)) return [];
    if (!hasClass(node, quizPlace)) return [node];
    const link = h('a', { href: `questions.xhtml#${slug}` }, t('editions.questionsOnChapter'));
    return hasQuiz ? [h('p', link)] : [];
  });
}

function rewriteLinks(slug: string, root: Root, book: Book): void {
  const slugs = new Set(book.slugs);
  for (const link of findTags(root, 'a')) {
    const { href } = link.properties;
    if (typeof href !== 'string' || href.startsWith('#')) continue;
    if (URL.canParse(href)) {
      // As a URI: some DOIs hold "<" and ">".
      link.properties['href'] = new URL(href).href;
      continue;
    }
    const { pathname, hash } = new URL(href, `http://book/${slug}/`);
    const target = pathname.replaceAll('/', '');
    if (target === slug && hash) link.properties['href'] = hash;
    else if (slugs.has(target)) link.properties['href'] = `${target}.xhtml${hash}`;
    else {
      link.tagName = 'span';
      link.properties = {};
    }
  }
}
