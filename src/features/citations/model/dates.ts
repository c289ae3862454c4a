import { t } from '../../../lib/i18n/t.ts';
import type { CslDate } from './csl.ts';

/** What a written date says. */
export interface ReadDate {
  date?: CslDate;
  /** First publication, as in "1969/2008". */
  original?: CslDate;
  /** Status written instead of a date: "in press". */
  status?: string;
  /** It says that there is no date: "n.d.", "0000". */
  none?: true;
  /** What of the text could not be kept. */
  unread?: string;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Seasons in their order, with the short forms of Web of Science. */
const seasons = [/^spr(ing)?$/, /^sum(mer)?$/, /^(aut(umn)?|fall?)$/, /^win(ter)?$/];

/** Publication statuses written instead of a year, with their printed form. */
const statuses: [RegExp, string][] = [
  [/^in[ -]?press$/i, 'in press'],
  [/^forthcoming$/i, 'forthcoming'],
  [/^(accepted)\b.*$/i, 'in press'],
  [/^(manuscript )?submitted( for publication)?$|^under review$/i, 'submitted'],
  [/^(manuscript )?in[ -]?prep(aration|\.)?$/i, 'in preparation'],
  [
    /^(advance online publication|prepublished|online first|epub ahead of print)$/i,
    'Advance online publication',
  ],
];

/** The printed form of a word such as "inpress" or "in press"; undefined for other words. */
export function readStatus(text: string): string | undefined {
  return statuses.find(([form]) => form.test(text.trim()))?.[1];
}

/**
 * Reads a date as people and programs write it: "2008-05-12", "2008/05/12/Epub", "May 12, 2008",
 * "c. 1990", "2008a", "[1969] 2008", "in press". Two years with a slash are a first publication and
 * a reprint, as APA 7 §8.15 writes them, unless `ranges` says that the field holds EDTF ranges.
 */
export function parseDate(written: string, { ranges = false } = {}): ReadDate {
  const text = written
    .replace(/[{}]/g, '')
    .replace(/~(?=.)/g, ' ')
    .replace(/--+/g, '–')
    // Programs leave words of their own where a part is missing.
    .replace(/\/+(nan|undefined|null)$/i, '')
    .trim();
  if (/^(n\.? ?d\.?|no date|s\.? ?[da]\.?|0+([-/]0*)*)?$/i.test(text)) return { none: true };
  const status = readStatus(text);
  if (status) return { status };
  // Year letters depend on the works of one site; they are computed again.
  const lettered = /^(\d{4})[a-z]$/.exec(text);
  if (lettered) return dated(Number(lettered[1]), 0, 0);
  const bracket = /^\[(\d{4})\] *(\d{4})$|^(\d{4}) *\[(\d{4})\]$/.exec(text);
  if (bracket) return reprint(bracket.slice(1).filter(Boolean).map(Number));
  const slash = /^(\d{4}) *\/ *(\d{4})$/.exec(text);
  if (slash && !ranges) return reprint(slash.slice(1).map(Number));
  const range = /^(\S+)\/(\S*)$/.exec(text);
  if (ranges && range && readIso(range[1] ?? '')) return readRange(range[1] ?? '', range[2] ?? '');
  const years = /^(\d{4}) *[-–] *(\d{4})$/.exec(text);
  if (years) return { date: { 'date-parts': [[Number(years[1])], [Number(years[2])]] } };
  return readIso(text) ?? readSlashes(text) ?? readWords(text);
}

function reprint(years: number[]): ReadDate {
  const [first = 0, second = 0] = years.sort((a, b) => a - b);
  return { original: { 'date-parts': [[first]] }, date: { 'date-parts': [[second]] } };
}

/** EDTF "2008-05/2008-06"; an open end, as in "2015/..", is kept as its beginning. */
function readRange(from: string, to: string): ReadDate {
  const start = readIso(from);
  if (!start?.date) return { unread: `${from}/${to}` };
  if (to === '' || to === '..') return { ...start, unread: `/${to}` };
  const end = readIso(to);
  if (!end?.date) return { ...start, unread: `/${to}` };
  return { date: { 'date-parts': [...start.date['date-parts'], ...end.date['date-parts']] } };
}

/** ISO 8601 and EDTF: 2008-05-12, 2008-21 for spring, 2008? and 2008~, -0350 for 351 B.C.E. */
function readIso(text: string): ReadDate | undefined {
  const found = /^(-?\d{4})(?:-(\d{1,2})(?:-(\d{1,4}))?)?(T[\d:.+Z-]*)?([?~%])?$/.exec(text);
  if (!found) return undefined;
  const [, year = '', month, day, , doubt] = found;
  // Astronomers count a year 0; CSL and historians do not.
  const number = year.startsWith('-') ? Number(year) - 1 : Number(year);
  return dated(number, Number(month ?? 0), Number(day ?? 0), doubt !== undefined);
}

function dated(year: number, month: number, day: number, circa = false): ReadDate {
  const about = circa ? { circa: true } : {};
  if (month > 20 && month < 25)
    return { date: { 'date-parts': [[year]], season: month - 20, ...about } };
  if (month < 1 || month > 12) {
    const unread = month || day ? { unread: [month, day].join('-') } : {};
    return { date: { 'date-parts': [[year]], ...about }, ...unread };
  }
  const parts = day >= 1 && day <= 31 ? [year, month, day] : [year, month];
  return { date: { 'date-parts': [parts], ...about }, ...(day > 31 && { unread: String(day) }) };
}

/** RIS "2008/05/12/Epub", and "12/05/2008", whose month is sure only where one number is above 12. */
function readSlashes(text: string): ReadDate | undefined {
  const ris = /^(\d{4})\/ *(\d{0,2}) *\/? *(\d{0,2}) *\/?(.*)$/.exec(text);
  if (ris) {
    const [, year, month, day, other = ''] = ris;
    const rest = /^\d\d:\d\d/.test(other) ? '' : other;
    const season = readWords(`${String(year)} ${rest}`);
    if (!month && season.date?.season !== undefined) return season;
    if (!month && day)
      return { ...dated(Number(year), 0, 0), unread: `/${day}${other && `/${other}`}` };
    return { ...dated(Number(year), Number(month), Number(day)), ...(rest && { unread: rest }) };
  }
  const turned = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (!turned) return undefined;
  const [one, two, year] = turned.slice(1).map(Number) as [number, number, number];
  if (one > 12 && two <= 12) return dated(year, two, one);
  if (two > 12 && one <= 12) return dated(year, one, two);
  if (one === two) return dated(year, one, two);
  return { ...dated(year, 0, 0), unread: `${String(one)}/${String(two)}` };
}

/** Words and numbers in any order: "May 12, 2008", "12 May 2008", "c. 1990", "Mar/Apr 2007". */
function readWords(text: string): ReadDate {
  const found: { year?: number; months: number[]; day?: number; season?: number } = { months: [] };
  let circa = false as boolean;
  const left = text.replace(/[\p{L}]+\.?|\d+(st|nd|rd|th)?\b|\d+|[?©]/gu, (word) => {
    const low = word.toLowerCase();
    const number = parseInt(low, 10);
    const month = /^\p{L}/u.test(low) ? months.indexOf(low.slice(0, 3)) + 1 : 0;
    const season = seasons.findIndex((form) => form.test(low));
    if (/^\d{4}$/.test(low) && found.year === undefined && number > 0) found.year = number;
    else if (month > 0 && isMonth(low)) found.months.push(month);
    else if (season >= 0 && found.season === undefined) found.season = season + 1;
    else if (/^\d{1,2}(st|nd|rd|th)?$/.test(low) && number >= 1 && number <= 31 && !found.day)
      found.day = number;
    else if (/^(c|ca|circa|about|approx)\.?$/.test(low) || low === '?') circa = true;
    else if (low === '©') return '';
    else return word;
    return '';
  });
  const unread = left.replace(/^[\s,;./()[\]–-]+|[\s,;./()[\]–-]+$/g, '');
  const { year, months: names, day, season } = found;
  if (year === undefined) {
    const [month] = names;
    if (month === undefined && season === undefined) return { unread: text };
    return { date: withMonth(0, names, day, season), ...(unread && { unread }) };
  }
  const lost = names.length === 0 && day !== undefined ? `${String(day)} ${unread}`.trim() : unread;
  return {
    date: { ...withMonth(year, names, day, season), ...(circa && { circa: true }) },
    ...(lost && { unread: lost }),
  };
}

function isMonth(word: string): boolean {
  return /^(jan(uary|\.)?|feb(ruary|\.)?|mar(ch|\.)?|apr(il|\.)?|may\.?|june?\.?|july?\.?|aug(ust|\.)?|sept?(ember|\.)?|oct(ober|\.)?|nov(ember|\.)?|dec(ember|\.)?)$/.test(
    word,
  );
}

function withMonth(year: number, names: number[], day?: number, season?: number): CslDate {
  const [from, to] = names;
  if (from === undefined) return { 'date-parts': [[year]], ...(season && { season }) };
  if (to !== undefined)
    return {
      'date-parts': [
        [year, from],
        [year, to],
      ],
    };
  return { 'date-parts': [day === undefined ? [year, from] : [year, from, day]] };
}

/**
 * The date of a year's field and of a second one that may add month and day. The second is not
 * taken where it names another year; `unread` then holds it.
 */
export function joinDates(first: ReadDate, second: ReadDate, written: string): ReadDate {
  const [year, ...known] = first.date?.['date-parts'][0] ?? [];
  const [other, ...more] = second.date?.['date-parts'][0] ?? [];
  if (second.none || (second.status !== undefined && second.status === first.status)) return first;
  if (year === undefined)
    return other === 0 || !second.date ? { ...first, unread: written } : second;
  if (!second.date || (other !== year && other !== 0)) return { ...first, unread: written };
  if (
    known.length > more.length ||
    more.some((part, at) => known[at] !== undefined && known[at] !== part)
  )
    return known.length === 0 || more.length === 0 ? first : { ...first, unread: written };
  const parts = second.date['date-parts'].map(([, ...rest]) => [year, ...rest]);
  const unread = [first.unread, second.unread].filter(Boolean).join(' ');
  return {
    ...first,
    date: { ...first.date, ...second.date, 'date-parts': parts },
    ...(unread && { unread }),
  };
}

/** A date as ISO 8601, "1975-04" or "2008-05/2008-06"; undefined where there is none. */
export function formatIsoDate(date: unknown): string | undefined {
  const { 'date-parts': parts } = (date ?? {}) as Partial<CslDate>;
  const iso = (parts ?? [])
    .filter(({ length }) => length > 0)
    .map(([year = 0, ...rest]) => {
      // The opposite of `readIso`: CSL's year -351 is -0350.
      const number =
        year < 0 ? `-${String(-year - 1).padStart(4, '0')}` : String(year).padStart(4, '0');
      return [number, ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
    });
  return iso.length > 0 ? iso.join('/') : undefined;
}

/**
 * A date in the form of EDTF that BibLaTeX takes as well: "2008-05", "2008-21" for spring, "1990~" for
 * about 1990, "2008/2009".
 */
export function formatEdtf(date: unknown): string | undefined {
  const iso = formatIsoDate(date);
  const { season, circa } = (date ?? {}) as Partial<CslDate>;
  return iso && `${iso}${season ? `-${String(20 + season)}` : ''}${circa ? '~' : ''}`;
}

/** Day, month or year of publication as ISO 8601, of a range its beginning; undefined where there is none. */
export function dateOf({ issued }: { issued?: unknown }): string | undefined {
  return formatIsoDate(issued)?.split('/')[0];
}

/** Year of a CSL-JSON work, or the words for none. */
export function formatYear(reference: {
  issued?: { 'date-parts': number[][] } | undefined;
}): string {
  const year = reference.issued?.['date-parts'][0]?.[0];
  return year === undefined ? t('citations.noDate') : String(year);
}
