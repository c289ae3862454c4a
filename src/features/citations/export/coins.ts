import type { Reference } from '../../../content-model/schemas/reference.ts';
import { dateOf } from '../model/dates.ts';
import { formatName, namedPeople, stripTags } from '../model/fields.ts';
import tables from './names.json' with { type: 'json' };

/** OpenURL genres by CSL type; what is not here is "document" in Dublin Core terms. */
const genres: Record<string, string> = tables.coins.genres;

/** Words of Dublin Core types by CSL type, as Zotero reads them; others are taken for documents. */
const kinds: Record<string, string> = tables.coins.kinds;

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

/** People under one key and organisations under another: Zotero parts a person's name at its commas. */
function people(work: Reference, person: string, organisation: string): [string, unknown][] {
  return namedPeople(work).map((name) => [
    name.literal === undefined ? person : organisation,
    formatName(name),
  ]);
}

function plain(title: unknown): string | undefined {
  return typeof title === 'string' ? stripTags(title) : undefined;
}
