import type { Reference } from '../../../content-model/schemas/reference.ts';
import { typesBy, writeType, type CslDate, type Name } from '../model/csl.ts';
import { dateOf, formatEdtf, yearOf } from '../model/dates.ts';
import { extras } from '../model/import/ris.ts';
import { formatName, stripTags, textOf } from '../model/fields.ts';

/** CSL types by RIS type. */
const types = typesBy('ris');

type Line = [tag: string, value: string | undefined];

type Tagged = [variable: string, tag: string, value: string | undefined];

/**
 * A work as one RIS record. Variables without a RIS tag, such as the first publication of a
 * reprint, are written as notes, "original-date: 1969". This is the form of Zotero's Extra field, and
 * refs:import reads it.
 */
export function formatRis(work: Reference): string {
  const isFilm = work.type === 'motion_picture' && work['director'] !== undefined;
  const isVideo = work.type === 'motion_picture' && !isFilm;
  const type = isVideo ? 'VIDEO' : (writeType(work.type, 'ris') ?? 'GEN');
  const tagged = tagsOf(work, type).filter(([, , value]) => value !== undefined);
  const lines: Line[] = [
    ['TY', type],
    ['ID', work.id],
    ...names('AU', isFilm ? work['director'] : work.author),
    ...names(work.type === 'book' ? 'A3' : 'A2', work.editor),
    ...names('A4', work['translator']),
    ...tagged.map(([, tag, value]): Line => [tag, value]),
    // Several CSL types share one RIS type.
    ['N1', types[type] === work.type ? undefined : `type: ${work.type}`],
    ...notes(work, new Set(tagged.map(([variable]) => variable))),
  ];
  const written = lines.flatMap(([tag, value]) => (value ? `${tag}  - ${value}\r\n` : []));
  return `${written.join('')}ER  - \r\n`;
}

/** Variables of a work with their tag in a record of this type and their value. */
function tagsOf(work: Reference, type: string): Tagged[] {
  const given = (variable: string | false, tag: string): Tagged =>
    variable ? [variable, tag, textIn(work, variable)] : ['', tag, undefined];
  const isPaper = work.type === 'paper-conference';
  const isArticle = work.type.startsWith('article-');
  const isReport = work.type === 'report';
  const hasPlaces =
    isPaper && work['event-place'] !== undefined && work['publisher-place'] !== undefined;
  const issued = isAncient(work) ? undefined : dateOf(work);
  const page = textIn(work, 'page');
  // Pages that are not a simple range are written as the first page.
  const [first, last] = page?.match(/^[^\s,-]+[-–][^\s,-]+$/) ? page.split(/[-–]/) : [page];
  return [
    given('title', 'TI'),
    given(type === 'CONF' ? 'event-title' : 'container-title', 'T2'),
    given(isPaper && 'container-title', 'C3'),
    given('collection-title', 'T3'),
    given('container-title-short', 'J2'),
    given('title-short', 'ST'),
    ['issued', 'PY', issued?.split('-')[0]],
    ['issued', 'DA', issued?.replaceAll('-', '/')],
    given('volume', 'VL'),
    given(
      (isArticle || work.type === 'periodical') && 'issue',
      work.type === 'article-magazine' ? 'M1' : 'IS',
    ),
    // EndNote writes article numbers in C7; the specification puts report numbers in SN.
    given('number', isArticle ? 'C7' : isReport ? 'SN' : 'M1'),
    given('collection-number', 'SV'),
    given('number-of-volumes', 'NV'),
    ['page', 'SP', first],
    ['page', 'EP', last],
    given(type === 'DATA' || type === 'COMP' ? 'version' : 'edition', 'ET'),
    given('publisher', 'PB'),
    // EndNote and Zotero write the place of a conference in CY, and of its publisher in C1.
    given(work.type === 'speech' || hasPlaces ? 'event-place' : 'publisher-place', 'CY'),
    given(hasPlaces && 'publisher-place', 'C1'),
    // For articles and books, databases use M3 for labels of their own.
    given(!isArticle && !['BOOK', 'CHAP', 'CONF', 'CLSWK'].includes(type) && 'genre', 'M3'),
    given(!isReport && (isArticle ? 'ISSN' : 'ISBN'), 'SN'),
    ['DOI', 'DO', work.DOI],
    ['URL', 'UR', work.URL],
    ['accessed', 'Y2', dateOf({ issued: work['accessed'] })?.replaceAll('-', '/')],
    given('language', 'LA'),
  ];
}

/** Note lines of CSL variables that have no tag in the record. */
function notes(work: Reference, tagged: ReadonlySet<string>): Line[] {
  const { circa, season } = (work.issued ?? {}) as Partial<CslDate>;
  const isRange = (work.issued?.['date-parts'].length ?? 0) > 1;
  const isSpecial = circa || season || isRange || isAncient(work);
  const left = [...extras].filter((variable) => !tagged.has(variable));
  const lines: Line[] = [
    ['issued', isSpecial ? formatEdtf(work.issued) : undefined],
    ['original-date', formatEdtf(work['original-date'])],
    ...['status', ...left].map((variable): Line => [variable, textIn(work, variable)]),
  ];
  return lines.map(([variable, value]) => ['N1', value && `${variable}: ${value}`]);
}

/** Whether a work is from before the common era, of which RIS has no years. */
function isAncient(work: Reference): boolean {
  return (yearOf(work.issued) ?? 1) < 1;
}

function names(tag: string, people: unknown): Line[] {
  return ((people ?? []) as Name[]).map((name) => {
    // Without a comma, "Plato" would be read as an organisation.
    const alone = name.family !== undefined && !name.given && !name.suffix;
    return [tag, `${formatName(name)}${alone ? ',' : ''}`];
  });
}

function textIn(work: Reference, variable: string): string | undefined {
  return stripTags(textOf(work[variable]) ?? '') || undefined;
}
