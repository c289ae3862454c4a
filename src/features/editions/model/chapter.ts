import type { Element, ElementContent, Root, RootContent } from 'hast';
import { matches, select, selectAll } from 'hast-util-select';
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
const leftOut = [
  'script, style, template, button, astro-island, noscript, form, nav, dialog',
  '.sb-anchor, .sb-fig-wide, .sb-cite-page, .sb-filter, [popover], [hidden], [data-book-skip]',
].join();

/** Marks where a page's quiz stood. */
const quizPlace = 'quiz-place';

/** Makes a chapter of a built page. @throws Error when the page has no article. */
export function toChapter(slug: string, page: Root, book: Book): Chapter {
  const title = toString(select('h1', page) ?? h('h1'));
  const standfirst = select('.sb-standfirst', page);
  const prose = select('.sb-prose', page);
  if (!prose) throw new Error(`dist/${slug}/index.html has no .sb-prose to make a chapter of.`);

  const skipped = new Set(selectAll(leftOut, prose));
  const references = readReferences(prose, skipped);
  for (const quiz of selectAll('.sb-quiz-frame', prose)) {
    quiz.properties = { className: [quizPlace] };
    quiz.children = [];
  }
  const root: Root = { type: 'root', children: clean(prose.children, skipped) };
  openDetails(root);
  if (book.notes) root.children.push(...toNotes(slug, root, references));
  else leadToReferences(root);
  rewriteLinks(slug, root, book);
  moveToEnd(slug, root, book.quizzes.includes(slug));

  const sections = selectAll('h2', root).map((heading) => ({
    id: String(heading.properties['id'] ?? ''),
    text: toString(heading),
  }));
  const opening = standfirst ? [h('p', { className: ['standfirst'] }, toString(standfirst))] : [];
  const body = [h('h1', title), ...opening, ...(root.children as ElementContent[])];
  return { slug, title, sections, body };
}

/** The words of each work in the page's reference list, keyed by id. */
function readReferences(prose: Element, skipped: Set<Element>): Map<string, ElementContent[]> {
  return new Map(
    selectAll('.sb-references > [id^="ref-"]', prose).map((item) => {
      const entry = select('.sb-ref-text', item) ?? item;
      const id = String(item.properties['id']).slice('ref-'.length);
      return [id, clean(entry.children, skipped)];
    }),
  );
}

/** A copy of nodes without comments and what is skipped. */
function clean(nodes: readonly ElementContent[], skipped: Set<Element>): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'comment') return [];
    if (node.type !== 'element') return [node];
    if (skipped.has(node)) return [];
    const properties = Object.entries(node.properties).filter(([name]) => isKept(name, node));
    const children = clean(node.children, skipped);
    return [{ ...node, properties: Object.fromEntries(properties), children }];
  });
}

/** Data for scripts is left out, but for the ids of cited works, and so are roles that only undo a style. */
function isKept(property: string, { tagName }: Element): boolean {
  return property === 'role' ? tagName === 'svg' : !/^data(?!Cite$)[A-Z]/.test(property);
}

/** A book has nothing to unfold: research sections and data tables stand open. */
function openDetails(root: Root): void {
  for (const summary of selectAll('details > summary', root)) {
    summary.tagName = 'p';
    summary.properties = { className: ['summary'] };
  }
  for (const details of selectAll('details', root)) {
    details.tagName = 'div';
    delete details.properties['open'];
  }
}

/** Turns each citation into a note reference, and gives the notes. */
function toNotes(slug: string, root: Root, references: Map<string, ElementContent[]>): Element[] {
  const notes: Element[] = [];
  for (const [index, cite] of selectAll('a.sb-cite', root).entries()) {
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
  for (const cite of selectAll('a.sb-cite', root)) {
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
    slug !== site.pages.references && node?.type === 'element' && matches('.sb-references', node);
  const elements = root.children.filter((node) => node.type === 'element');
  root.children = root.children.flatMap((node): RootContent[] => {
    if (node.type !== 'element') return [node];
    const next = elements[elements.indexOf(node) + 1];
    if (isOwnList(node) || (isOwnList(next) && select('h2', node))) return [];
    if (!matches(`.${quizPlace}`, node)) return [node];
    const link = h('a', { href: `questions.xhtml#${slug}` }, t('editions.questionsOnChapter'));
    return hasQuiz ? [h('p', link)] : [];
  });
}

function rewriteLinks(slug: string, root: Root, book: Book): void {
  const slugs = new Set(book.slugs);
  for (const link of selectAll('a', root)) {
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
