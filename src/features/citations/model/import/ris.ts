import { parseDoi } from '../fields.ts';
import { cslTypes, dateFields, ris, typesBy } from '../csl.ts';
import { readStatus } from '../dates.ts';
import { Draft, type ReadRecord } from './draft.ts';
import names from '../names.json' with { type: 'json' };

/**
 * RIS as in the specification of 2011 and as EndNote, Zotero, Mendeley, Ovid, Web of Science, Scopus
 * and ProQuest write it. types.json maps types, names.json maps tags; others are reported to the author.
 */

/** CSL types by RIS type; others are read as documents. */
const types = typesBy('ris');

const { variableOf } = ris;

const isArticle = (type: string) => type.startsWith('article');

const hidden = new Set(['AB', 'N1', 'N2', 'KW', 'RN', 'U1', 'U2', 'U3', 'U4', 'U5']);

/** Tags that are reported as lost if no table maps them; others are for programs. */
const reported = new Set('A2 A3 A4 CT DI ED IS J1 M1 NV OP PB RI SE SV T2 T3 TA TT VO'.split(' '));

/** Databases' labels for the kind of a record, which are not part of a reference. */
const kinds =
  /^(journal( article)?|article|articles?; .*|review|editorial|letter|erratum|note|short survey|book( chapter| section)?|chapter|conference (paper|proceeding|abstract|review)s?|proceedings paper|electronic article|journal: .*|text|print|in process|peer reviewed.*|research[ -]article|original article|meeting abstract|.* supported study|comparative study|clinical trial)$/i;

type Line = Record<'tag' | 'value', string>;

/** Reads every record of an RIS file. */
export function readRis(text: string): ReadRecord[] {
  return splitRecords(text).map(({ lines, line }, at) => toRecord(lines, line, at));
}

/**
 * Records from TY to ER, or to the next TY. A line without a tag continues the line before. Publishers leave
 * line separators (U+2028) in titles.
 */
function splitRecords(text: string): { lines: Line[]; line: number }[] {
  const records: { lines: Line[]; line: number }[] = [];
  let open: Line[] | undefined;
  for (const [at, row] of text.split('\n').entries()) {
    const [, tag, value = ''] =
      /^\s{0,8}([A-Z][A-Z0-9]) {1,2}-(?: (.*)|\s*)$/s.exec(row.trimEnd()) ?? [];
    const last = open?.at(-1);
    if (tag === 'TY') records.push({ lines: (open = []), line: at + 1 });
    if (tag === 'ER') open = undefined;
    else if (tag) open?.push({ tag, value: value.trim() });
    else if (last) last.value = `${last.value} ${row.trim()}`.trim();
  }
  return records;
}

/** A record and the draft that it is read into. */
interface Context {
  draft: Draft;
  /** Its types in RIS and in CSL. */
  ris: string;
  type: string;
  /** All values of a tag. */
  all: (tag: string) => string[];
}

function toRecord(lines: Line[], line: number, at: number): ReadRecord {
  const draft = new Draft();
  const all = (tag: string) =>
    lines.filter((one) => one.tag === tag && one.value).map(({ value }) => value);
  const [[ris = ''], [id]] = [all('TY'), all('ID')];
  // Types that RIS lacks are written as a note "type: speech", as in Zotero's Extra field.
  const noted = all('N1').map((note) => /^type: ([a-z_-]+)$/.exec(note)?.[1] ?? '');
  const type = noted.find((one) => cslTypes.has(one)) ?? types[ris] ?? 'document';
  const { work } = draft;
  Object.assign(work, { id: id ?? '', type });
  if (!types[ris]) draft.change('TY', ris, 'a type unknown here, read as “document”');
  if (ris === 'INPR') work['status'] = 'in press';

  const context: Context = { draft, ris, type, all };
  putDates(context);
  putContainer(context);
  putPages(context);
  const done = new Set(['TY', 'ID', 'PY', 'Y1', 'DA', 'T2', 'C3', 'SP', 'EP']);
  for (const one of lines) if (!done.has(one.tag) && one.value) putTag(context, one);
  if (ris === 'EDBOOK') draft.move('author', 'editor');
  if (!isArticle(type)) draft.move('container-title', 'title');
  return draft.finish(id ?? `record ${String(at + 1)}`, line);
}

/** Sets the date of publication: the year from PY or Y1; the other tag and DA may add month and day. */
function putDates({ draft, all }: Context): void {
  const [first, ...others] = ['PY', 'Y1', 'DA'].flatMap((tag) =>
    all(tag).map((value): [string, string] => [tag, value]),
  );
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

/** T2 is the journal, book or conference; databases also write proceedings in it. */
function putContainer({ draft, type, all }: Context): void {
  const isPaper = type === 'paper-conference';
  // Web of Science writes other data in C3 than proceedings.
  const isProceedings =
    isPaper && all('WE').length + all('J9').length === 0 && !/^WOS:/.test(all('AN')[0] ?? '');
  const proceedings = isProceedings ? all('C3') : [];
  for (const value of all('C3'))
    if (proceedings.length > 0) draft.put('container-title', value, 'C3');
    else draft.skip('C3', value);
  const titles = all('T2').length > 0 || !isArticle(type) ? all('T2') : all('JF');
  for (const value of titles) {
    const isContainer =
      proceedings.length === 0 &&
      (all('SP').length > 0 ||
        /proceedings|lecture notes|transactions|advances|\bproc\b/i.test(value));
    const variable = isPaper && isContainer ? 'container-title' : variableOf('T2', type);
    if (variable !== 'event-title' || draft.work['container-title'] !== value)
      draft.put(variable ?? '', value, 'T2');
  }
}

function putPages({ draft, all }: Context): void {
  const [[first, ...moreFirst], [last, ...moreLast]] = [all('SP'), all('EP')];
  for (const extra of [...moreFirst, ...moreLast]) draft.lose('SP', extra);
  const isWhole = last === undefined || first?.endsWith(`-${last}`);
  draft.put('page', (isWhole ? [first] : [first, last]).filter(Boolean).join('-'), 'SP');
  draft.countPages();
}

function putTag({ draft, ris, type, all }: Context, { tag, value }: Line): void {
  // EndNote writes the place of a conference in CY if that of the publisher is in C1.
  const atConference =
    tag === 'CY' && type === 'paper-conference' && all('C1').length > 0 && all('WE').length === 0;
  const variable = atConference
    ? 'event-place'
    : tag === 'AU' && ris === 'MPCT'
      ? 'director'
      : variableOf(tag, type);
  if (tag === 'Y2') {
    // Older programs write a second publication year in Y2.
    if (all('UR').length > 0 || all('DO').length > 0) draft.putDate('accessed', [tag, value]);
    else draft.lose(tag, value, 'a day of access without an address');
  } else if (tag === 'OP' && /^\d{4}$/.test(value)) draft.putDate('original-date', [tag, value]);
  else if (tag === 'M3' && parseDoi(value).doi) draft.putDoi(value, tag);
  else if (tag === 'M3' && (kinds.test(value) || !variable)) draft.skip(tag, value);
  else if (tag === 'N1' && putExtra(draft, value)) return;
  else if (tag === 'M1' && !/^(?=.*\d).{1,30}$/.test(value)) draft.skip(tag, value);
  else if (tag === 'C1' && type === 'paper-conference' && /^\D{2,40}$/.test(value))
    draft.put('publisher-place', value, tag);
  else if (variable) putText(draft, variable, value, tag);
  else if (hidden.has(tag)) draft.hide(tag, value);
  else if (reported.has(tag)) draft.lose(tag, value);
  else draft.skip(tag, value);
}

/** Sets a variable; a repetition, such as the journal in T2 and JF, or its abbreviation is not reported. */
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
  } else draft.put(variable, value, tag);
}

/** Adds a note such as "original-date: 1969", as in our exports and Zotero's Extra field; returns whether it is one. */
function putExtra(draft: Draft, value: string): boolean {
  const [, key = '', text = ''] = /^([A-Za-z_-]+): (.+)$/.exec(value) ?? [];
  if (key === 'type' && cslTypes.has(text)) return true;
  if (dateFields.has(key) && /^-?\d{4}[\d/~-]*$/.test(text)) {
    // Only a note has a range, a season or a year B.C.E.
    if (key === 'issued') delete draft.work['issued'];
    draft.putDate(key, ['N1', text], { ranges: true });
  } else if (key === 'status' ? readStatus(text) : extras.has(key)) draft.put(key, text, 'N1');
  else if (/^doi: ?10\./i.test(value)) draft.putDoi(value, 'N1');
  else return false;
  return true;
}

/** Variables that a note may contain, as "genre: Poster": those without a RIS tag for some types. */
export const extras = new Set(names.ris.notes.split(' '));
