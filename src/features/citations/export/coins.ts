import type { Reference } from '../../../content-model/schemas/reference.ts';
import { others, type Name } from '../model/csl.ts';
import { formatIsoDate } from '../model/dates.ts';
import { formatName, leadingNames } from '../model/names.ts';
import { stripTags } from '../model/text.ts';

/** OpenURL genres by CSL type; what is not here is "document" in Dublin Core terms. */
const genres: Record<string, 'article' | 'book' | 'bookitem' | 'proceeding'> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'bookitem',
  'paper-conference': 'proceeding',
};

/** Words of Dublin Core types by CSL type, as Zotero reads them; others are taken for documents. */
const kinds: Record<string, string> = {
  webpage: 'webpage',
  'post-weblog': 'blogPost',
  post: 'forumPost',
  thesis: 'thesis',
  report: 'report',
  speech: 'presentation',
  manuscript: 'manuscript',
  software: 'computerProgram',
  dataset: 'dataset',
  motion_picture: 'film',
  'entry-encyclopedia': 'encyclopediaArticle',
  article: 'preprint',
  interview: 'interview',
  standard: 'standard',
  patent: 'patent',
};

/**
 * A work as the title of a COinS span, which reference managers find on a page.
 * Source: OpenURL Z39.88-2004, KEV formats "journal", "book" and "dc".
 */
export function formatCoins(work: Reference): string {
  const genre = genres[work.type];
  const format = genre === 'article' ? 'journal' : genre ? 'book' : 'dc';
  const pairs: [string, unknown][] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${format}`],
    ...(format === 'dc' ? dublinCore(work) : openUrl(work, genre ?? '')),
    ['rft_id', work.DOI ? `info:doi/${work.DOI}` : work.URL],
  ];
  return pairs
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encode(String(value))}`)
    .join('&');
}

/**
 * Encodes only what would be misread. Spaces stay, which every decoder of a query takes: as "+" or "%20"
 * titles would not be like those in the text, and a page of all works would pack 2.6 KB larger.
 */
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll(/%(?:20|2C|2F|3A)/g, decodeURIComponent);
}

function openUrl(work: Reference, genre: string): [string, unknown][] {
  const title = plain(work.title);
  const container = plain(work['container-title']);
  const titles: [string, unknown][] =
    genre === 'article'
      ? [
          ['rft.atitle', title],
          ['rft.jtitle', container],
        ]
      : genre === 'book'
        ? [['rft.btitle', title]]
        : [
            ['rft.atitle', title],
            ['rft.btitle', container],
          ];
  const [first, last] = String((work['page'] as string | undefined) ?? '').split('-');
  return [
    ['rft.genre', genre],
    ...titles,
    ...people(work, 'rft.au', 'rft.aucorp'),
    ['rft.date', dateOf(work)],
    ['rft.volume', work['volume']],
    ['rft.issue', work['issue']],
    ['rft.spage', first],
    ['rft.epage', last],
    ['rft.edition', work['edition']],
    ['rft.pub', work['publisher']],
    ['rft.place', work['publisher-place']],
  ];
}

function dublinCore(work: Reference): [string, unknown][] {
  return [
    ['rft.title', plain(work.title)],
    ...people(work, 'rft.creator', 'rft.aucorp'),
    ['rft.source', plain(work['container-title'])],
    ['rft.date', dateOf(work)],
    ['rft.publisher', work['publisher']],
    ['rft.type', kinds[work.type] ?? 'document'],
  ];
}

/** Names of a work as "Family, Given, Suffix", particles with the family. */
export function authors(work: Reference): string[] {
  return namesOf(work).map(formatName);
}

/** The names that lead a work, without "and others". */
export function namesOf(work: Reference): Name[] {
  const names = leadingNames(work as { author?: Name[]; editor?: Name[] });
  return names.filter(({ literal }) => literal !== others);
}

/** People under one key and organisations under another: Zotero parts a person's name at its commas. */
function people(work: Reference, person: string, organisation: string): [string, unknown][] {
  return namesOf(work).map((name) => [
    name.literal === undefined ? person : organisation,
    formatName(name),
  ]);
}

/** Day, month or year of publication as ISO 8601; undefined where there is none. */
export function dateOf(work: Reference): string | undefined {
  return formatIsoDate(work.issued)?.split('/')[0];
}

function plain(title: unknown): string | undefined {
  return typeof title === 'string' ? stripTags(title) : undefined;
}
