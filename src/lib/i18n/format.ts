import { site } from '../../site/site.ts';
import { getOrInsert } from '../text/format.ts';

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * Formats a date for readers, in UTC: "24 November 2026".
 * @param day a date, or YYYY-MM-DD.
 */
export function formatDate(
  day: Date | string,
  options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' },
): string {
  // Making a formatter takes longer than using it a hundred times.
  const make = () => new Intl.DateTimeFormat(site.language, { timeZone: 'UTC', ...options });
  return getOrInsert(dayFormats, JSON.stringify(options), make).format(new Date(day));
}

/** Formats a number for readers: "12,345". */
export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(site.language, options).format(value);
}

/** Formats a list for readers: "a, b and c"; with `type: 'disjunction'`, "a, b or c". */
export function formatList(items: readonly string[], options?: Intl.ListFormatOptions): string {
  return new Intl.ListFormat(site.language, options).format(items);
}

/** Compares two texts in the sort order of the site's language. */
export function compareTexts(a: string, b: string): number {
  return a.localeCompare(b, site.language);
}
