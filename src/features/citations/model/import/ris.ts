import { parseDoi } from '../fields.ts';
import { cslTypes, invert } from '../csl.ts';
import { readStatus } from '../dates.ts';
import { Draft, type ReadRecord } from './draft.ts';
import names from './names.json' with { type: 'json' };

/**
 * RIS as its makers write it: the specification of 2011, EndNote, Zotero, Mendeley, Ovid, Web of
 * Science, Scopus, ProQuest. One table maps types, another maps tags; what is in
 * neither is named to the author.
 */

/** CSL types by RIS type (names.json); others are read as documents. */
const types = invert(names.ris.types);

const isPart = (type: string) => /^(chapter|entry|paper-conference)/.test(type);
const isArticle = (type: string) => type.startsWith('article');

/**
 * CSL variables by tag; a function where the type of the work decides. Among those of names.json, Web of
 * Science has tags of its own for the publisher and the journal's short name.
 */
const texts: Record<string, string | ((type: string) => string | undefined)> = {
  ...invert(names.ris.texts),
  CY: place,
  PI: place,
  ET: edition,
  JO: container,
  SE: section,
  SN: serial,
  BT: (type) => (isPart(type) ? 'container-title' : 'title'),
  IS: (type) => (isArticle(type) ? 'issue' : 'number'),
  M1: (type) =>
    type === 'article-magazine'
      ? 'issue'
      : type === 'article-newspaper'
        ? 'edition'
        : isArticle(type)
          ? undefined
          : 'number',
  CP: (type) => (type === 'paper-conference' ? 'event-title' : undefined),
};

function edition(type: string): string {
  return type === 'software' || type === 'dataset' ? 'version' : 'edition';
}

function container(type: string): string {
  return isArticle(type) ? 'container-title' : 'container-title-short';
}

function place(type: string): string {
  return type === 'speech' || type === 'event' ? 'event-place' : 'publisher-place';
}

function section(type: string): string | undefined {
  return type === 'article-newspaper'
    ? 'section'
    : type === 'chapter'
      ? 'chapter-number'
      : undefined;
}

function serial(type: string): string {
  // The specification has a report's number here.
  if (type === 'report') return 'number';
  return isArticle(type) || type === 'periodical' ? 'ISSN' : 'ISBN';
}

/** Roles by tag. */
const roles: Record<string, string | ((type: string) => string | undefined)> = {
  AU: 'author',
  A1: 'author',
  ED: 'editor',
  A4: 'translator',
  A2: second,
  A3: (type) => (type === 'book' ? 'editor' : type === 'chapter' ? 'collection-editor' : undefined),
};

function second(type: string): string | undefined {
  if (type === 'book' || isPart(type) || type === 'periodical') return 'editor';
  if (type === 'motion_picture' || type === 'broadcast') return 'director';
  return undefined;
}

const hidden = new Set(['AB', 'N1', 'N2', 'KW', 'RN', 'U1', 'U2', 'U3', 'U4', 'U5']);

/** Tags whose value an author may miss where no table takes it; the others are for programs. */
const telling = new Set('A2 A3 A4 CT DI ED IS J1 M1 NV OP PB RI SE SV T2 T3 TA TT VO'.split(' '));

/** Words of databases for the kind of a record, which are no part of a reference. */
const kinds =
  /^(journal( article)?|article|articles?; .*|review|editorial|letter|erratum|note|short survey|book( chapter| section)?|chapter|conference (paper|proceeding|abstract|review)s?|proceedings paper|electronic article|journal: .*|text|print|in process|peer reviewed.*|research[ -]article|original article|meeting abstract|.* supported study|comparative study|clinical trial)$/i;

interface Line {
  tag: string;
  value: string;
}

/** Reads every record of an RIS file. */
export function readRis(text: string): ReadRecord[] {
  return splitRecords(text).map(({ lines, line }, at) => toRecord(lines, line, at));
}

/** Records from TY to ER, or to the next TY. A line without a tag goes on with the one before. */
function splitRecords(text: string): { lines: Line[]; line: number }[] {
  const records: { lines: Line[]; line: number }[] = [];
  let open = false;
  text.split('\n').forEach((row, at) => {
    const [, tag, value = ''] =
      /^\s{0,8}([A-Z][A-Z0-9]) {1,2}-(?: (.*)|\s*)$/.exec(row.trimEnd()) ?? [];
    if (tag === 'TY') {
      records.push({ lines: [], line: at + 1 });
      open = true;
    }
    const record = records.at(-1);
    if (!record || !open) return;
    if (tag === 'ER') open = false;
    else if (tag) record.lines.push({ tag, value: value.trim() });
    else if (row.trim()) {
      const last = record.lines.at(-1);
      if (last) last.value = `${last.value} ${row.trim()}`.trim();
    }
  });
  return records;
}

function toRecord(lines: Line[], line: number, at: number): ReadRecord {
  const draft = new Draft();
  const all = (tag: string) =>
    lines.filter((one) => one.tag === tag && one.value).map(({ value }) => value);
  const [ris = ''] = all('TY');
  const type = typeOf(ris, all);
  const [id] = all('ID');
  draft.work['id'] = id ?? '';
  draft.work['type'] = type;
  if (!types[ris]) draft.change('TY', ris, 'a type unknown here, read as “document”');
  if (ris === 'INPR') draft.work['status'] = 'in press';

  putDates(draft, all);
  putContainer(draft, type, all);
  putPages(draft, type, all);
  const done = new Set(['TY', 'ID', 'PY', 'Y1', 'DA', 'T2', 'C3', 'SP', 'EP']);
  for (const one of lines) {
    if (!done.has(one.tag) && one.value) putTag(draft, one, { type, ris, all });
  }
  if (ris === 'EDBOOK' && !draft.work['editor'] && draft.work['author']) {
    draft.work['editor'] = draft.work['author'];
    delete draft.work['author'];
  }
  if (
    draft.work['title'] === undefined &&
    draft.work['container-title'] !== undefined &&
    !isArticle(type)
  ) {
    draft.work['title'] = draft.work['container-title'];
    delete draft.work['container-title'];
  }
  return draft.finish(id ?? `record ${String(at + 1)}`, line);
}

function typeOf(ris: string, all: (tag: string) => string[]): string {
  // Types that RIS lacks are written as a note "type: speech", as in Zotero's Extra field.
  for (const note of all('N1')) {
    const named = /^type: ([a-z_-]+)$/.exec(note)?.[1];
    if (named && cslTypes.has(named)) return named;
  }
  return types[ris] ?? 'document';
}

/** The year is PY's, or Y1's; the other and DA may add month and day to it. */
function putDates(draft: Draft, all: (tag: string) => string[]): void {
  const dates = ['PY', 'Y1', 'DA'].flatMap((tag) =>
    all(tag).map((value): [string, string] => [tag, value]),
  );
  const [first, ...others] = dates;
  if (!first) return;
  const [more, ...left] = others.filter(
    ([, value], index) =>
      value !== first[1] && others.findIndex(([, same]) => same === value) === index,
  );
  draft.putDate('issued', first, { more });
  const issued = JSON.stringify(draft.work['issued'] ?? {});
  for (const [tag, value] of left)
    if (!value.split(/\D+/).every((part) => !part || issued.includes(String(Number(part)))))
      draft.lose(tag, value, 'another date is taken');
}

/** T2 is the journal, the book or the conference; databases write proceedings there as well. */
function putContainer(draft: Draft, type: string, all: (tag: string) => string[]): void {
  // Web of Science has affiliations in C3.
  const fromScience =
    all('WE').length > 0 || all('J9').length > 0 || /^WOS:/.test(all('AN')[0] ?? '');
  const proper = fromScience ? [] : all('C3');
  const titles = all('T2').length > 0 || !isArticle(type) ? all('T2') : all('JF');
  for (const value of fromScience ? all('C3') : []) draft.skip('C3', value);
  for (const [tag, value] of [
    ...proper.map((one) => ['C3', one]),
    ...titles.map((one) => ['T2', one]),
  ] as [string, string][]) {
    const isTalk = type === 'speech' || type === 'event';
    const isPaper = type === 'paper-conference';
    const proceedings =
      proper.length === 0 &&
      (all('SP').length > 0 ||
        /proceedings|lecture notes|transactions|advances|\bproc\b/i.test(value));
    if (tag === 'C3' && !isPaper) draft.skip(tag, value);
    else if (isTalk || (isPaper && tag === 'T2' && !proceedings)) {
      if (draft.work['container-title'] !== value) draft.put('event-title', value, tag);
    } else if (type === 'book') draft.put('collection-title', value, tag);
    else if (type === 'thesis' || type === 'report') {
      draft.put(type === 'report' ? 'collection-title' : 'publisher', value, tag);
    } else draft.put('container-title', value, tag);
  }
}

function putPages(draft: Draft, type: string, all: (tag: string) => string[]): void {
  const [first, ...moreFirst] = all('SP');
  const [last, ...moreLast] = all('EP');
  for (const extra of [...moreFirst, ...moreLast]) draft.lose('SP', extra);
  if (first === undefined && last === undefined) return;
  const variable =
    type === 'book' || type === 'thesis' || type === 'report' ? 'number-of-pages' : 'page';
  if (first === undefined || last === undefined || first === last || first.includes('-'))
    draft.put(variable, first ?? last ?? '', 'SP');
  else draft.put('page', `${first}-${last}`, 'SP');
}

interface Context {
  type: string;
  ris: string;
  all: (tag: string) => string[];
}

function putTag(draft: Draft, { tag, value }: Line, { type, ris, all }: Context): void {
  const pick = (choice: string | ((type: string) => string | undefined) | undefined) =>
    typeof choice === 'function' ? choice(type) : choice;
  const role = tag === 'AU' && ris === 'MPCT' ? 'director' : pick(roles[tag]);
  // EndNote has the place of a conference in CY where C1 has that of the publisher.
  const atConference =
    tag === 'CY' && type === 'paper-conference' && all('C1').length > 0 && all('WE').length === 0;
  const variable = atConference ? 'event-place' : pick(texts[tag]);
  if (role) draft.addName(role, value, tag);
  else if (tag === 'DO' || tag === 'DI') draft.putDoi(value, tag);
  else if (tag === 'UR')
    for (const url of value.split(/\s*;\s*(?=https?:)/)) draft.putUrl(url, tag);
  else if (tag === 'Y2') putAccessed(draft, value, all);
  else if (tag === 'OP') {
    if (/^\d{4}$/.test(value)) draft.putDate('original-date', [tag, value]);
    else draft.put('original-publisher', value, tag);
  } else if (tag === 'M3') putKind(draft, value, type);
  else if (tag === 'N1' && putExtra(draft, value)) return;
  else if (tag === 'M1' && !/^(?=.*\d).{1,30}$/.test(value)) draft.skip(tag, value);
  else if (tag === 'C1' && type === 'paper-conference' && /^\D{2,40}$/.test(value))
    draft.put('publisher-place', value, tag);
  else if (variable) putText(draft, variable, value, tag);
  else if (hidden.has(tag)) draft.hide(tag, value);
  else if (telling.has(tag)) draft.lose(tag, value);
  else draft.skip(tag, value);
}

/** One fact in two tags, such as the journal in T2 and JF, is no loss; nor is its abbreviation. */
function putText(draft: Draft, variable: string, value: string, tag: string): void {
  const known = draft.work[variable];
  if (typeof known === 'string' && known.toLowerCase() === value.toLowerCase()) return;
  if (variable.startsWith('container-title') && known !== undefined) {
    if (draft.work['container-title-short'] === undefined && tag !== 'JF')
      draft.put('container-title-short', value, tag);
    else draft.skip(tag, value);
  } else if (known !== undefined && /^(IS[BS]N|publisher.*)$/.test(variable)) {
    // Databases add the electronic ISSN, and the publisher's country as a second publisher.
    draft.skip(tag, value);
  } else if (variable === 'number' && known !== undefined)
    draft.lose(tag, value, `“${String(known)}” is taken already`);
  else draft.put(variable, value, tag);
}

/** Older programs have a second publication year in Y2; it is a day of access only with an address. */
function putAccessed(draft: Draft, value: string, all: (tag: string) => string[]): void {
  if (all('UR').length > 0 || all('DO').length > 0) draft.putDate('accessed', ['Y2', value]);
  else draft.lose('Y2', value, 'a day of access without an address');
}

/** M3 is the kind of a thesis or report; databases write their own words for records, or the DOI. */
function putKind(draft: Draft, value: string, type: string): void {
  if (parseDoi(value).doi) draft.putDoi(value, 'M3');
  else if (
    kinds.test(value) ||
    isArticle(type) ||
    ['chapter', 'book', 'paper-conference'].includes(type)
  )
    draft.skip('M3', value);
  else draft.put('genre', value, 'M3');
}

/** "original-date: 1969" and the like, the form of our own files and of Zotero's Extra field. */
function putExtra(draft: Draft, value: string): boolean {
  const [, key = '', text = ''] = /^([A-Za-z_-]+): (.+)$/.exec(value) ?? [];
  if (key === 'type' && cslTypes.has(text)) return true;
  if (key === 'original-date' && /^-?\d{4}(-\d\d){0,2}$/.test(text))
    draft.putDate('original-date', ['N1', text]);
  else if (key === 'issued' && /^-?\d{4}/.test(text)) {
    delete draft.work['issued'];
    draft.putDate('issued', ['N1', text], { ranges: true });
  } else if (key === 'status' && readStatus(text)) draft.putStatus(text, 'N1');
  else if (extras.has(key)) draft.put(key, text, 'N1');
  else if (/^doi: ?10\./i.test(value)) draft.putDoi(value, 'N1');
  else return false;
  return true;
}

/** Variables that a note may hold as "genre: Poster": those that RIS has no tag for. */
export const extras = new Set(
  (
    'genre version number edition event-place event-title container-title section archive ' +
    'archive_location archive-place original-title original-publisher original-publisher-place ' +
    'chapter-number part-number supplement-number collection-title medium reviewed-title reviewed-genre ' +
    'ISBN ISSN PMID PMCID publisher-place number-of-pages'
  ).split(' '),
);
