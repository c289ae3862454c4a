import { t } from '../../../lib/i18n/t.ts';
import { cslLocales, type CslDate } from './csl.ts';

/** A parsed date. */
export interface ParsedDate {
  date?: CslDate;
  /** First publication, as in "1969/2008". */
  original?: CslDate;
  /** Status written instead of a date: "in press". */
  status?: string;
  /** The text says that there is no date: "n.d.", "0000". */
  none?: true;
  /** Part of the text that could not be parsed. */
  unread?: string | undefined;
}

/** English names of the months. */
export const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
/** Names of the months without accents in the languages of the citation styles, each with its number. */
const monthNames = cslLocales.flatMap((locale) => {
  const { format } = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return months.map((_, at): [string, number] => [
    stripAccents(format(Date.UTC(2000, at)).toLowerCase()),
    at + 1,
  ]);
});

function stripAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Patterns of the seasons in order, with Web of Science's abbreviations. */
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
 * a reprint, as APA 7 §8.15 writes them, unless `ranges` is set, for fields with EDTF ranges.
 */
export function parseDate(written: string, { ranges = false } = {}): ParsedDate {
  const text = written
    .replace(/[{}]/g, '')
    .replace(/~(?=.)/g, ' ')
    .replace(/--+/g, '–')
    // Some programs write "nan" or "null" for a missing part.
    .replace(/\/+(nan|undefined|null)$/i, '')
    .trim();
  if (/^(n\.? ?d\.?|no date|s\.? ?[da]\.?|0+([-/]0*)*)?$/i.test(text)) return { none: true };
  const status = readStatus(text);
  if (status) return { status };
  const reprint =
    /^\[(\d{4})\] *(\d{4})$|^(\d{4}) *\[(\d{4})\]$/.exec(text) ??
    (ranges ? undefined : /^(\d{4}) *\/ *(\d{4})$/.exec(text));
  if (reprint) {
    const [first = 0, second = 0] = reprint.slice(1).filter(Boolean).sort().map(Number);
    return { original: { 'date-parts': [[first]] }, date: { 'date-parts': [[second]] } };
  }
  const range = /^(\d{4}) *[-–] *(\d{4})$/.exec(text) ?? (ranges && /^(\S+)\/(\S*)$/.exec(text));
  const [, from = '', to = ''] = range || [];
  const [start, end] = [readIso(from), readIso(to)];
  // Only the start of an open range, as in "2015/..", is kept.
  if (start && !end) return { ...start, unread: `/${to}` };
  if (start && end)
    return { date: { 'date-parts': [start, end].flatMap(({ date }) => date['date-parts']) } };
  return readIso(text) ?? readSlashes(text) ?? readWords(text);
}

/**
 * ISO 8601 and EDTF: 2008-05-12, 2008-21 for spring, 2008? and 2008~, -0350 for 351 B.C.E. The letter of
 * "2008a" is dropped, since it depends on the other works of a site.
 */
function readIso(text: string) {
  const found = /^(-?\d{4})(?:[a-z]|(?:-(\d{1,2})(?:-(\d{1,4}))?)?(?:T[\d:.+Z-]*)?([?~%])?)$/.exec(
    text,
  );
  if (!found) return undefined;
  const [, year = '', month = 0, day = 0, doubt] = found;
  // ISO 8601 has a year 0; CSL has none.
  const number = year.startsWith('-') ? Number(year) - 1 : Number(year);
  return dated(number, Number(month), Number(day), doubt !== undefined);
}

/** Builds a date from numbers; those out of range are `unread`. */
function dated(year: number, month = 0, day = 0, circa = false) {
  const about = circa ? { circa } : {};
  if (month > 20 && month < 25)
    return { date: { 'date-parts': [[year]], season: month - 20, ...about } };
  if (month < 1 || month > 12) {
    const unread = month || day ? [month, day].join('-') : undefined;
    return { date: { 'date-parts': [[year]], ...about }, unread };
  }
  const parts = day >= 1 && day <= 31 ? [year, month, day] : [year, month];
  return { date: { 'date-parts': [parts], ...about }, unread: day > 31 ? String(day) : undefined };
}

/** RIS "2008/05/12/Epub", and "12/05/2008", whose month is clear only if one number is above 12. */
function readSlashes(text: string): ParsedDate | undefined {
  const ris = /^(\d{4})\/ *(\d{0,2}) *\/? *(\d{0,2}) *\/?(.*)$/.exec(text);
  if (ris) {
    const [, year, month, day, other = ''] = ris;
    const rest = /^\d\d:\d\d/.test(other) ? '' : other;
    const words = readWords(`${String(year)} ${rest}`);
    const [parts = []] = words.date?.['date-parts'] ?? [];
    if (!month && (words.date?.season !== undefined || parts.length > 1)) return words;
    if (!month && day) return { ...dated(Number(year)), unread: `/${day}${other && `/${other}`}` };
    return { ...dated(Number(year), Number(month), Number(day)), ...(rest && { unread: rest }) };
  }
  const turned = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (!turned) return undefined;
  const [one, two, year] = turned.slice(1).map(Number) as [number, number, number];
  if (one > 12 && two <= 12) return dated(year, two, one);
  if ((two > 12 && one <= 12) || one === two) return dated(year, one, two);
  return { ...dated(year), unread: `${String(one)}/${String(two)}` };
}

/**
 * Words and numbers in any order: "May 12, 2008", "12 de mayo de 2008", "c. 1990", "Mar/Apr 2007",
 * "July 5-8", "c1991" for the year of copyright. A missing year is 0.
 */
function readWords(text: string): ParsedDate {
  const [own, days]: [number[], number[]] = [[], []];
  let [year, season, circa] = [0, 0, false];
  const left = text.replace(/\p{L}+\.?|\d+(st|nd|rd|th)?\b|\d+|[?©]/gu, (word, _, at: number) => {
    const low = stripAccents(word.toLowerCase().replace(/\.$/, ''));
    const number = parseInt(low, 10);
    const [, month] = monthNames.find(([name]) => low.length > 2 && name.startsWith(low)) ?? [];
    const place = seasons.findIndex((form) => form.test(low)) + 1;
    if (/^\d{4}$/.test(low) && !year && number > 0) year = number;
    else if (month !== undefined) own.push(month);
    else if (place > 0 && !season) season = place;
    else if (/^\d{1,2}\D*$/.test(low) && number >= 1 && number <= 31 && days.length < 2)
      days.push(number);
    else if (/^c\d{4}/i.test(text.slice(at)) || /^(©|de|of)$/.test(low)) return '';
    else if (/^(c|ca|circa|about|approx|\?)$/.test(low)) circa = true;
    else return word;
    return '';
  });
  if (!year && own.length === 0 && !season) return { unread: text };
  const isWhole = own.length === days.length || own.length === 1;
  const count = isWhole ? Math.max(own.length, days.length) : Math.min(own.length, 2);
  const parts = Array.from({ length: count }, (_, at) => {
    const day = isWhole ? days[at] : undefined;
    return [year, own[at] ?? own[0] ?? 0, ...(day ? [day] : [])];
  });
  const isYear = own.length === 0;
  const date: CslDate = {
    'date-parts': isYear ? [[year]] : parts,
    ...(season && isYear && { season }),
    ...(circa && year && { circa }),
  };
  const rest = left.replace(/^[\s,;./()[\]–-]+|[\s,;./()[\]–-]+$/g, '');
  const unread = isYear || !isWhole ? [...days, rest].join(' ').trim() : rest;
  return { date, ...(unread && { unread }) };
}

/**
 * Merges a date with that of a second field, which may add month and day. If the second does not match
 * the first, it is returned as `unread`.
 */
export function joinDates(first: ParsedDate, second: ParsedDate, written: string): ParsedDate {
  const [year, ...known] = first.date?.['date-parts'][0] ?? [];
  const [other, ...more] = second.date?.['date-parts'][0] ?? [];
  const misfit = { ...first, unread: written };
  if (second.none || (second.status !== undefined && second.status === first.status)) return first;
  if (year === undefined) return other === 0 || !second.date ? misfit : second;
  if (!second.date || (other !== year && other !== 0)) return misfit;
  if (known.length > more.length || known.some((part, at) => more[at] !== part))
    return more.length === 0 ? first : misfit;
  const parts = second.date['date-parts'].map(([, ...rest]) => [year, ...rest]);
  const unread = [first.unread, second.unread].filter(Boolean).join(' ');
  return {
    ...first,
    date: { ...first.date, ...second.date, 'date-parts': parts },
    ...(unread && { unread }),
  };
}

/** Year of a date, or the first year of a range; undefined if there is none. */
export function yearOf(date: unknown): number | undefined {
  return (date as Partial<CslDate> | undefined)?.['date-parts']?.[0]?.[0];
}

/** A date as ISO 8601, "1975-04" or "2008-05/2008-06"; undefined if there is none. */
function formatIsoDate(date: unknown): string | undefined {
  const { 'date-parts': parts } = (date ?? {}) as Partial<CslDate>;
  const pad = (part: number, length: number) => String(part).padStart(length, '0');
  const iso = (parts ?? [])
    .filter(({ length }) => length > 0)
    .map(([year = 0, ...rest]) => {
      // Inverse of `readIso`: CSL's year -351 is -0350.
      const number = year < 0 ? `-${pad(-year - 1, 4)}` : pad(year, 4);
      return [number, ...rest.map((part) => pad(part, 2))].join('-');
    });
  return iso.join('/') || undefined;
}

/**
 * A date in EDTF, in forms that BibLaTeX reads too: "2008-05", "2008-21" for spring, "1990~" for
 * about 1990, "2008/2009".
 */
export function formatEdtf(date: unknown): string | undefined {
  const iso = formatIsoDate(date);
  const { season, circa } = (date ?? {}) as Partial<CslDate>;
  return iso && `${iso}${season ? `-${String(20 + season)}` : ''}${circa ? '~' : ''}`;
}

/** Publication date as ISO 8601, to the day, month or year; the start of a range; undefined if there is none. */
export function dateOf({ issued }: { issued?: unknown }): string | undefined {
  return formatIsoDate(issued)?.split('/')[0];
}

/** Year of publication, or "n.d." in the language of the site. */
export function formatYear({ issued }: { issued?: unknown }): string {
  return String(yearOf(issued) ?? t('citations.noDate'));
}
