import type { Reference } from '../../../content-model/schemas/reference.ts';
import { invert, type CslDate, type Name } from '../model/csl.ts';
import { formatEdtf } from '../model/dates.ts';
import { extras } from '../model/import/ris.ts';
import { formatName, stripTags } from '../model/fields.ts';
import tables from './names.json' with { type: 'json' };

/** RIS types by CSL type (names.json); what is not here is "GEN". */
const types = invert(tables.ris.types);

/** CSL types that share an RIS type with another; a note names them. */
const shared = new Set(tables.ris.shared.split(' '));

type Line = [tag: string, value: string | undefined];

/**
 * A work as one RIS record. What RIS has no tag for, such as the first publication of a reprint,
 * is written as a note "original-date: 1969", as in Zotero's Extra field: a user of Zotero
 * can move it there, and refs:import reads it.
 */
export function formatRis(work: Reference): string {
  const isFilm = work.type === 'motion_picture' && work['director'] !== undefined;
  const type = work.type === 'motion_picture' && !isFilm ? 'VIDEO' : (types[work.type] ?? 'GEN');
  const tagged = tagsOf(work, type);
  const carried = new Set(tagged.map(([variable]) => variable));
  const people: Line[] = [
    ...names('AU', isFilm ? work['director'] : work.author),
    ...names(work.type === 'book' ? 'A3' : 'A2', work.editor),
    ...names('A4', work['translator']),
  ];
  const lines: Line[] = [
    ['TY', type],
    ['ID', work.id],
    ...people,
    ...tagged.map(([, tag, value]): Line => [tag, value]),
    ...notes(work, carried),
  ];
  const written = lines.flatMap(([tag, value]) => (value ? `${tag}  - ${value}\r\n` : []));
  return `${written.join('')}ER  - \r\n`;
}

type Tagged = [variable: string, tag: string, value: string | undefined];

/** The variables that have a tag in a record of this type. */
function tagsOf(work: Reference, type: string): Tagged[] {
  const isTalk = type === 'CONF';
  const isPaper = work.type === 'paper-conference';
  const isArticle = work.type.startsWith('article-');
  const [first, last] = pages(text(work['page']) ?? '');
  const given = (variable: string, tag: string): Tagged => [variable, tag, text(work[variable])];
  const kept: Tagged[] = [
    ['title', 'TI', stripTags(work.title)],
    isTalk ? given('event-title', 'T2') : given('container-title', 'T2'),
    ...(isPaper ? [given('container-title', 'C3')] : []),
    given('collection-title', 'T3'),
    given('container-title-short', 'J2'),
    given('title-short', 'ST'),
    // RIS has no years before our era.
    ['issued', 'PY', yearOf(work) < 1 ? undefined : dates(work.issued)?.[0]],
    ['issued', 'DA', yearOf(work) < 1 ? undefined : dates(work.issued)?.join('/')],
    given('volume', 'VL'),
    ...(isArticle || work.type === 'periodical'
      ? [given('issue', work.type === 'article-magazine' ? 'M1' : 'IS')]
      : []),
    // EndNote has an article's own number in C7; the specification has a report's in SN.
    given('number', isArticle ? 'C7' : work.type === 'report' ? 'SN' : 'M1'),
    given('collection-number', 'SV'),
    given('number-of-volumes', 'NV'),
    ['page', 'SP', first],
    ['page', 'EP', last],
    given(type === 'DATA' || type === 'COMP' ? 'version' : 'edition', 'ET'),
    given('publisher', 'PB'),
    ...places(work, isTalk),
    // Databases write their own words there for articles and books.
    ...(isArticle || ['BOOK', 'CHAP', 'CONF', 'CLSWK'].includes(type)
      ? []
      : [given('genre', 'M3')]),
    ...(work.type === 'report' ? [] : [given(isArticle ? 'ISSN' : 'ISBN', 'SN')]),
    ['DOI', 'DO', work.DOI],
    ['URL', 'UR', work.URL],
    ['accessed', 'Y2', dates(work['accessed'])?.join('/')],
    given('language', 'LA'),
  ];
  return kept.filter(([, , value]) => value !== undefined);
}

/** EndNote and Zotero have the place of a conference in CY, and that of its publisher in C1. */
function places(work: Reference, isTalk: boolean): Tagged[] {
  const [own, event] = [text(work['publisher-place']), text(work['event-place'])];
  if (!isTalk) return [['publisher-place', 'CY', own]];
  if (work.type === 'speech') return [['event-place', 'CY', event]];
  if (event === undefined) return [['publisher-place', 'CY', own]];
  return own === undefined
    ? []
    : [
        ['event-place', 'CY', event],
        ['publisher-place', 'C1', own],
      ];
}

/** Lines of CSL variables that the record's tags cannot carry. */
function notes(work: Reference, carried: ReadonlySet<string>): Line[] {
  const { circa, season } = (work.issued ?? {}) as Partial<CslDate>;
  const range = (work.issued?.['date-parts'].length ?? 0) > 1;
  const left = [...extras].filter((variable) => !carried.has(variable));
  const lines: [string, string | undefined][] = [
    ['type', shared.has(work.type) ? work.type : undefined],
    ['issued', circa || season || range || yearOf(work) < 1 ? formatEdtf(work.issued) : undefined],
    ['original-date', formatEdtf(work['original-date'])],
    ['status', text(work['status'])],
    ...left.map((variable): [string, string | undefined] => [variable, text(work[variable])]),
  ];
  return lines.map(([variable, value]) => ['N1', value && `${variable}: ${value}`]);
}

/** Year of publication; 1 without a date. */
function yearOf(work: Reference): number {
  return Number(work.issued?.['date-parts'][0]?.[0] ?? 1);
}

function names(tag: string, people: unknown): Line[] {
  return ((people ?? []) as Name[]).map((name) => {
    // Without a comma, "Plato" would be an organisation.
    const alone = name.family !== undefined && !name.given && !name.suffix;
    return [tag, `${formatName(name)}${alone ? ',' : ''}`];
  });
}

/** Year, month and day; of a range its beginning, since RIS has no ranges. */
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
