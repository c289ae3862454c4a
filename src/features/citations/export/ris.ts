import type { Reference } from '../../../content-model/schemas/reference.ts';
import { invert, type CslDate, type Name } from '../model/csl.ts';
import { formatName } from '../model/names.ts';
import { stripTags } from '../model/text.ts';

/** RIS types; what is not here is "GEN". */
const types = invert({
  ART: 'graphic',
  BILL: 'bill',
  BLOG: 'post-weblog',
  BOOK: 'book',
  CASE: 'legal_case',
  CHAP: 'chapter',
  CLSWK: 'classic',
  COMP: 'software',
  CONF: 'paper-conference speech',
  DATA: 'dataset',
  DICT: 'entry-dictionary',
  ELEC: 'webpage',
  ENCYC: 'entry-encyclopedia',
  FIGURE: 'figure',
  HEAR: 'hearing',
  ICOMM: 'post',
  JOUR: 'article-journal',
  MAP: 'map',
  MGZN: 'article-magazine',
  MPCT: 'motion_picture',
  MUSIC: 'musical_score',
  NEWS: 'article-newspaper',
  PAMP: 'pamphlet',
  PAT: 'patent',
  RPRT: 'report',
  SOUND: 'song',
  STAND: 'standard',
  STAT: 'legislation',
  THES: 'thesis',
  UNPB: 'article manuscript',
  VIDEO: 'broadcast',
});

/** CSL types that share an RIS type with another, which a note tells. */
const shared = new Set([
  'article',
  'broadcast',
  'speech',
  'periodical',
  'review',
  'performance',
  'interview',
]);

type Line = [tag: string, value: string | undefined];

/**
 * A work as one RIS record. What RIS has no tag for, such as the first publication of a reprint,
 * stands in a note as "original-date: 1969", the form of Zotero's Extra field: an author of Zotero
 * can move it there, and our own import reads it.
 */
export function formatRis(work: Reference): string {
  const type = types[work.type] ?? 'GEN';
  const [first, last] = pages(text(work['page']) ?? '');
  const isPaper = work.type === 'paper-conference';
  const lines: Line[] = [
    ['TY', type],
    ['ID', work.id],
    ...names('AU', work.author),
    ['TI', stripTags(work.title)],
    [
      'T2',
      isPaper
        ? text(work['event-title'])
        : (text(work['event-title']) ?? text(work['container-title'])),
    ],
    ['C3', isPaper ? text(work['container-title']) : undefined],
    ['T3', text(work['collection-title'])],
    ['J2', text(work['container-title-short'])],
    ...names(work.type === 'book' ? 'A3' : 'A2', work.editor),
    ...names('A4', work['translator']),
    ['PY', dates(work.issued)?.[0]],
    ['DA', dates(work.issued)?.join('/')],
    ['VL', text(work['volume'])],
    [work.type === 'article-magazine' ? 'M1' : 'IS', text(work['issue'])],
    [numberTag(work.type), text(work['number'])],
    ['SV', text(work['collection-number'])],
    ['NV', text(work['number-of-volumes'])],
    ['SP', first ?? text(work['number-of-pages'])],
    ['EP', last],
    ['ET', text(work['edition']) ?? versionOf(work)],
    ['PB', text(work['publisher'])],
    ['CY', text(work['publisher-place']) ?? text(work['event-place'])],
    ['M3', type === 'CONF' ? undefined : text(work['genre'])],
    ['SN', text(work['ISBN']) ?? text(work['ISSN'])],
    ['DO', work.DOI],
    ['UR', work.URL],
    ['Y2', dates(work['accessed'])?.join('/')],
    ['LA', text(work['language'])],
    ...notes(work, type),
  ];
  const written = lines.flatMap(([tag, value]) => (value ? `${tag}  - ${value}\r\n` : []));
  return `${written.join('')}ER  - \r\n`;
}

/** Where the number of a work stands: an article's own in C7, which EndNote has for it. */
function numberTag(type: string): string {
  return type.startsWith('article-') ? 'C7' : 'M1';
}

function versionOf(work: Reference): string | undefined {
  return work.type === 'dataset' || work.type === 'software' ? text(work['version']) : undefined;
}

/** Lines of CSL variables that the record's tags cannot carry. */
function notes(work: Reference, type: string): Line[] {
  const original = dates(work['original-date'])?.[0];
  const note = (variable: string, value: unknown): Line => [
    'N1',
    text(value) && `${variable}: ${String(value)}`,
  ];
  return [
    note('original-date', original),
    note('type', shared.has(work.type) ? work.type : undefined),
    note('genre', type === 'CONF' ? work['genre'] : undefined),
    note('status', work['status']),
    note('archive', work['archive']),
    note('event-place', work['publisher-place'] === undefined ? undefined : work['event-place']),
    note('original-title', work['original-title']),
    note(
      'version',
      versionOf(work) !== undefined && work['edition'] === undefined ? undefined : work['version'],
    ),
  ];
}

function names(tag: string, people: unknown): Line[] {
  return ((people ?? []) as Name[]).map((name) => [tag, formatName(name)]);
}

/** Year, month and day. A range is told by its beginning, all that RIS can. */
function dates(value: unknown): string[] | undefined {
  const { 'date-parts': parts } = (value ?? {}) as Partial<CslDate>;
  return parts?.[0]?.map((part) => String(part).padStart(2, '0'));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? stripTags(String(value))
    : undefined;
}

/** First and last page; all of it as the first where it is no simple range. */
function pages(range: string): (string | undefined)[] {
  if (range === '') return [];
  return /^[^\s,-]+[-–][^\s,-]+$/.test(range) ? range.split(/[-–]/) : [range];
}
