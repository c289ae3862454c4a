import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visitParents } from 'unist-util-visit-parents';
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
  classes: new Set(['sb-anchor', 'sb-fig-wide', 'sb-cite-page', 'sb-filter']),
  properties: ['popover', 'hidden', 'dataBookSkip'],
};

function isLeftOut({ tagName, properties }: Element): boolean {
  const { className } = properties;
  return (
    leftOut.tags.has(tagName) ||
    (Array.isArray(className) && className.some((name) => leftOut.classes.has(String(name)))) ||
    leftOut.properties.some((name) => properties[name] !== undefined)
  );
}

/** Elements at and below a node, in the order of the text: those of a name, or with a class. */
function findAll(node: Root | Element, { tag, name }: { tag?: string; name?: string }): Element[] {
  const found: Element[] = [];
  visitParents(node, 'element', (element) => {
    if (tag !== undefined && element.tagName !== tag) return;
    if (name === undefined || hasClass(element, name)) found.push(element);
  });
  return found;
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** Marks where a page's quiz stood. */
const quizPlace = 'quiz-place';

/** Makes a chapter of a built page. @throws Error when the page has no article. */
export function toChapter(slug: string, page: Root, book: Book): Chapter {
  const title = toString(findAll(page, { tag: 'h1' })[0] ?? h('h1'));
  const [standfirst] = findAll(page, { name: 'sb-standfirst' });
  const [prose] = findAll(page, { name: 'sb-prose' });
  if (!prose) throw new Error(`dist/${slug}/index.html has no .sb-prose to make a chapter of.`);

  const references = readReferences(prose);
  for (const quiz of findAll(prose, { name: 'sb-quiz-frame' })) {
    quiz.properties = { className: [quizPlace] };
    quiz.children = [];
  }
  const content = clean(prose.children);
  const root: Root = { type: 'root', children: content };
  openDetails(root);
  if (book.notes) root.children.push(...toNotes(slug, root, references));
  else leadToReferences(root);
  rewriteLinks(slug, root, book);
  moveToEnd(slug, root, book.quizzes.includes(slug));

  const sections = findAll(root, { tag: 'h2' }).map((heading) => ({
    id: String(heading.properties['id'] ?? ''),
    text: toString(heading),
  }));
  const opening = standfirst ? [h('p', { className: ['standfirst'] }, toString(standfirst))] : [];
  const body = [h('h1', title), ...opening, ...(root.children as ElementContent[])];
  return { slug, title, sections, body };
}

/** The words of each work in the page's reference list, keyed by id. */
function readReferences(prose: Element): Map<string, ElementContent[]> {
  const items = findAll(prose, { name: 'sb-references' }).flatMap(({ children }) =>
    children.filter(
      (child): child is Element =>
        child.type === 'element' && String(child.properties['id']).startsWith('ref-'),
    ),
  );
  return new Map(
    items.map((item) => {
      const entry = findAll(item, { name: 'sb-ref-text' })[0] ?? item;
      return [String(item.properties['id']).slice('ref-'.length), clean(entry.children)];
    }),
  );
}

/** A copy of nodes, in one walk, without what a book has no use for. */
function clean(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'comment') return [];
    if (node.type !== 'element') return [node];
    if (isLeftOut(node)) return [];
    const properties = { ...node.properties };
    for (const name of Object.keys(properties))
      if (isLeftOutProperty(name, node)) properties[name] = undefined;
    return [{ ...node, properties, children: clean(node.children) }];
  });
}

/** Data for scripts, and roles that only undo a style; the ids of cited works are still needed. */
function isLeftOutProperty(name: string, { tagName }: Element): boolean {
  return (/^data[A-Z]/.test(name) && name !== 'dataCite') || (name === 'role' && tagName !== 'svg');
}

/** A book has nothing to unfold: research sections and data tables stand open. */
function openDetails(root: Root): void {
  for (const details of findAll(root, { tag: 'details' })) {
    details.tagName = 'div';
    details.properties['open'] = undefined;
    for (const child of details.children) {
      if (child.type === 'element' && child.tagName === 'summary') {
        child.tagName = 'p';
        child.properties = { className: ['summary'] };
      }
    }
  }
}

/** Turns each citation into a note reference, and gives the notes. */
function toNotes(slug: string, root: Root, references: Map<string, ElementContent[]>): Element[] {
  const notes: Element[] = [];
  for (const [index, cite] of findAll(root, { tag: 'a', name: 'sb-cite' }).entries()) {
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
  for (const cite of findAll(root, { tag: 'a', name: 'sb-cite' })) {
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
  const isList = (node: RootContent | undefined) =>
    node?.type === 'element' && hasClass(node, 'sb-references');
  const elements = root.children.filter((node) => node.type === 'element');
  const keepsList = slug === site.pages.references;
  root.children = root.children.flatMap((node): RootContent[] => {
    if (node.type !== 'element') return [node];
    const next = elements[elements.indexOf(node) + 1];
    const isHeading = findAll(node, { tag: 'h2' }).length > 0;
    if (!keepsList && (isList(node) || (isHeading && isList(next)))) return [];
    if (!hasClass(node, quizPlace)) return [node];
    const link = h('a', { href: `questions.xhtml#${slug}` }, t('editions.questionsOnChapter'));
    return hasQuiz ? [h('p', link)] : [];
  });
}

function rewriteLinks(slug: string, root: Root, book: Book): void {
  const slugs = new Set(book.slugs);
  for (const link of findAll(root, { tag: 'a' })) {
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
