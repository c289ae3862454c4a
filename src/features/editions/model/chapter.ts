import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { t } from '../../../lib/i18n/t.ts';
import { elementsIn, findElement, hasClass } from '../../../lib/text/hast.ts';
import { site } from '../../../site/site.ts';

/** The facts about the whole book that a chapter needs. */
export interface Book {
  /** Slugs of the pages that are chapters; links to other pages become plain text. */
  slugs: readonly string[];
  /** Slugs of the pages with quizzes, whose questions are at the book's end. */
  quizzes: readonly string[];
  /** Whether citations link to footnotes in the chapter, or to the book's list of references. */
  notes: boolean;
}

/** One page of the site as a chapter of the book. */
export interface Chapter {
  slug: string;
  title: string;
  /** Main headings: anchor and text. */
  sections: { id: string; text: string }[];
  /** Content of the chapter's `<body>`. */
  body: ElementContent[];
}

/** Elements that are left out of the book: controls, scripts, and their fallbacks. */
const excluded = {
  tags: new Set('script style template button astro-island noscript form nav dialog'.split(' ')),
  classes: ['sb-anchor', 'sb-fig-wide', 'sb-cite-page', 'sb-filter'],
  properties: ['popover', 'hidden', 'dataBookSkip'],
};

function isExcluded(element: Element): boolean {
  return (
    excluded.tags.has(element.tagName) ||
    excluded.classes.some((name) => hasClass(element, name)) ||
    excluded.properties.some((name) => element.properties[name] !== undefined)
  );
}

function isA(tag: string) {
  return ({ tagName }: Element) => tagName === tag;
}

/** Data attributes are left out, and so are roles that only restore semantics removed by CSS. */
function isKept(property: string, { tagName }: Element): boolean {
  return property === 'role' ? tagName === 'svg' : !/^(open$|data[A-Z])/.test(property);
}

/**
 * Makes a chapter of a built page. The book has one list of references and all questions at its end, so the
 * page's own list is removed and its quiz becomes a link. @throws Error when the page has no article.
 */
export function toChapter(slug: string, page: Root, book: Book): Chapter {
  const elements = elementsIn(page);
  const findByClass = (name: string) => elements.find((element) => hasClass(element, name));
  const prose = findByClass('sb-prose');
  if (!prose) throw new Error(`dist/${slug}/index.html has no .sb-prose to make a chapter of.`);
  const title = toString(elements.find(isA('h1')) ?? h('h1'));
  const standfirst = findByClass('sb-standfirst');
  const byId = new Map(elements.map((element) => [element.properties['id'], element]));
  const notes: Element[] = [];

  /** Converts nodes for the book: `<details>` become open blocks. */
  const convert = (nodes: readonly RootContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type !== 'element') return node.type === 'text' ? [node] : [];
      if (hasClass(node, 'sb-quiz-frame')) return book.quizzes.includes(slug) ? [questions] : [];
      if (isExcluded(node)) return [];
      const properties = Object.entries(node.properties).filter(([name]) => isKept(name, node));
      const element = {
        ...node,
        properties: Object.fromEntries(properties),
        children: convert(node.children),
      };
      if (hasClass(node, 'sb-cite')) return [{ ...element, properties: cite(node) }];
      switch (node.tagName) {
        case 'details':
          return [{ ...element, tagName: 'div' }];
        case 'summary':
          return [{ ...element, tagName: 'p', properties: { className: ['summary'] } }];
        case 'a':
          return [convertLink(element, slug, book)];
        default:
          return [element];
      }
    });
  const questions = h(
    'p',
    h('a', { href: `questions.xhtml#${slug}` }, t('editions.questionsOnChapter')),
  );

  /** Properties that link a citation to a new footnote, or to its first work in the book's references. */
  const cite = ({ properties: { id, dataCite } }: Element): Properties => {
    const ids = String(dataCite).split(' ');
    if (!book.notes) return { id, href: `${site.pages.references}.xhtml#ref-${ids[0] ?? ''}` };
    const note = `note-${slug}-${String(notes.length + 1)}`;
    const words = ids.map((one) => {
      const work = byId.get(`ref-${one}`);
      const text = work && findElement(work, (part) => hasClass(part, 'sb-ref-text'));
      return h('p', convert((text ?? work)?.children ?? []));
    });
    notes.push(h('aside', { id: note, role: 'doc-footnote', 'epub:type': 'footnote' }, words));
    return { id, href: `#${note}`, role: 'doc-noteref', 'epub:type': 'noteref' };
  };

  const body = convert(slug === site.pages.references ? prose.children : removeReferences(prose));
  const sections = elementsIn({ type: 'root', children: body })
    .filter(isA('h2'))
    .map((heading) => ({
      id: String(heading.properties['id'] ?? ''),
      text: toString(heading),
    }));
  const opening = standfirst ? [h('p', { className: ['standfirst'] }, toString(standfirst))] : [];
  const end = notes.length > 0 ? [h('section', { className: ['notes'] }, notes)] : [];
  return { slug, title, sections, body: [h('h1', title), ...opening, ...body, ...end] };
}

/** The nodes of a page's prose without lists of references and their headings. */
function removeReferences({ children }: Element): ElementContent[] {
  const elements = children.filter((node) => node.type === 'element' && !isExcluded(node));
  const isList = (node: ElementContent | undefined) =>
    node?.type === 'element' && hasClass(node, 'sb-references');
  return children.filter((node) => {
    const isBeforeList = isList(elements[elements.indexOf(node) + 1]);
    return !isList(node) && !(isBeforeList && findElement(node, isA('h2')));
  });
}

/** Points a link to a chapter, this chapter or another site; a link to any other page becomes a span. */
function convertLink(link: Element, slug: string, { slugs }: Book): Element {
  const { href } = link.properties;
  if (typeof href !== 'string' || href.startsWith('#')) return link;
  const linkTo = (address: string) => ({
    ...link,
    properties: { ...link.properties, href: address },
  });
  // Serialised again, since some DOIs contain "<" and ">".
  if (URL.canParse(href)) return linkTo(new URL(href).href);
  const { pathname, hash } = new URL(href, `http://book/${slug}/`);
  const target = pathname.replaceAll('/', '');
  if (target === slug && hash) return linkTo(hash);
  return slugs.includes(target)
    ? linkTo(`${target}.xhtml${hash}`)
    : { ...link, tagName: 'span', properties: {} };
}
