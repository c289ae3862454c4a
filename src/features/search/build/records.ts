import type { BuiltEntry, BuiltPage } from './built-page.ts';

/** What a result may be; the values of the index's filter "kind". */
export type Kind = 'page' | 'question' | 'term' | 'work';

/** One entry of the search index: a section of a page, a glossary term or a cited work. */
export interface SearchRecord {
  kind: Kind;
  /** Path of its page from the site's root, such as "faq/". */
  path: string;
  /** Anchor on that page; empty for its top. */
  anchor: string;
  /** Heading, term or short citation; the page's title for its top. */
  title: string;
  /** Title of the page, for a section below its top. */
  page: string | undefined;
  text: string;
  /** What readers ask that it answers. */
  asked: string[];
  /** Parts of the site it belongs to; the values of the index's filter "topic". */
  topics: string[];
}

/** A page with its path. */
export interface PlacedPage extends BuiltPage {
  path: string;
}

/** What records take from outside the pages. */
export interface RecordContext {
  /** Part of the site that a page belongs to, by its path. */
  partOf: (path: string) => string | undefined;
  /** What readers ask that a section answers. */
  askedOf: (path: string, anchor: string) => string[];
}

/** The records of all pages, in order. */
export function toRecords(pages: readonly PlacedPage[], context: RecordContext): SearchRecord[] {
  return pages.flatMap((page) => [
    ...page.sections.map((section): SearchRecord => {
      const isTop = section.anchor === '';
      return {
        kind: section.heading.endsWith('?') ? 'question' : 'page',
        path: page.path,
        anchor: section.anchor,
        title: isTop ? page.title : section.heading,
        page: isTop ? undefined : page.title,
        text: section.text,
        asked: context.askedOf(page.path, section.anchor),
        topics: topicsOf([page.path], context),
      };
    }),
    ...page.terms.map((entry) => toEntry('term', page.path, entry, context)),
    ...page.works.map((entry) => toEntry('work', page.path, entry, context)),
  ]);
}

function toEntry(
  kind: Kind,
  path: string,
  { anchor, title, text, pages }: BuiltEntry,
  context: RecordContext,
): SearchRecord {
  // It belongs where it is used, not where its list stands.
  const topics = topicsOf(pages, context).filter((topic) => topic !== context.partOf(path));
  return { kind, path, anchor, title, page: undefined, text, asked: [], topics };
}

function topicsOf(paths: readonly string[], { partOf }: RecordContext): string[] {
  return [...new Set(paths.flatMap((path) => partOf(path) ?? []))];
}
