import type { Reference } from '../../../content-model/schemas/reference.ts';
import { authors, dateOf } from './coins.ts';
import { stripTags } from '../model/text.ts';
import { siteName } from '../model/page-item.ts';

/** What the head of a page says of the page as a work. */
export interface PageMeta {
  title: string;
  description: string;
  published: Date;
  updated: Date;
  /** Full address; undefined where the site does not know its own. */
  url: string | undefined;
  /** Works that the page cites. */
  works: Reference[];
}

/** A `<meta name content>`. */
export interface MetaTag {
  name: string;
  content: string;
}

/** The licence of the site's text. */
export const licence = 'https://creativecommons.org/licenses/by/4.0/';

/**
 * Highwire tags, which Google Scholar and reference managers read, and Dublin Core. Two of them speak
 * to Zotero: the comma after the author's name keeps it whole, as "Secure Base" and not "Base, S."
 * (zotero/translators#2119); the type "webpage" keeps the page from becoming a journal article, which
 * `citation_title` alone would make of it.
 */
export function metaTags({
  title,
  description,
  published,
  updated,
  url,
  works,
}: PageMeta): MetaTag[] {
  const slashes = (date: Date) => isoDay(date).replaceAll('-', '/');
  const tags: [string, string | undefined][] = [
    ['citation_title', title],
    ['citation_author', `${siteName},`],
    ['citation_publication_date', slashes(updated)],
    ['citation_online_date', slashes(updated)],
    ['citation_publisher', siteName],
    ['citation_language', 'en'],
    ['citation_public_url', url],
    ...works.map((work): [string, string] => ['citation_reference', describeWork(work)]),
    ['DC.title', title],
    ['DC.creator', `${siteName},`],
    ['DC.publisher', siteName],
    ['DC.description', description],
    ['DC.language', 'en-GB'],
    ['DC.type', 'webpage'],
    ['DC.format', 'text/html'],
    ['DC.identifier', url],
    ['DC.rights', licence],
    ['DCTERMS.issued', isoDay(published)],
    ['DCTERMS.modified', isoDay(updated)],
    ['DCTERMS.isPartOf', siteName],
  ];
  return tags.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}

/** A day as 2026-11-24. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Tags for what a work stands in; a web site has none of its own. */
const containers: Record<string, string> = {
  chapter: 'citation_inbook_title',
  'entry-encyclopedia': 'citation_inbook_title',
  'entry-dictionary': 'citation_inbook_title',
  'paper-conference': 'citation_conference_title',
  webpage: 'citation_publisher',
  'post-weblog': 'citation_publisher',
};

/** A cited work as "citation_title=…; citation_author=…", the form of a citation_reference tag. */
function describeWork(work: Reference): string {
  const pairs: [string, unknown][] = [
    ['citation_title', stripTags(work.title)],
    ...authors(work).map((name): [string, string] => ['citation_author', name]),
    ['citation_publication_date', dateOf(work)?.replaceAll('-', '/')],
    [containers[work.type] ?? 'citation_journal_title', work['container-title']],
    ['citation_volume', work['volume']],
    ['citation_issue', work['issue']],
    ...pages(work['page']),
    ['citation_publisher', work['publisher']],
    ['citation_doi', work.DOI],
    ['citation_fulltext_html_url', work.DOI ? undefined : work.URL],
  ];
  return pairs
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${String(value).replaceAll(';', ',')}`)
    .join('; ');
}

function pages(range: unknown): [string, unknown][] {
  const [first, last] = String(range ?? '').split('-');
  return [
    ['citation_firstpage', first || undefined],
    ['citation_lastpage', last],
  ];
}
