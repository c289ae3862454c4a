import { site } from '../../site/site.ts';
import { getOrInsert } from '../text/format.ts';

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * A day as readers see it: "24 November 2026". Days of content have no time zone, so UTC tells them.
 * @param day a date, or YYYY-MM-DD.
 */
export function formatDate(
  day: Date | string,
  options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' },
): string {
  // To make one takes longer than to use it a hundred times.
  const make = () => new Intl.DateTimeFormat(site.language, { timeZone: 'UTC', ...options });
  return getOrInsert(dayFormats, JSON.stringify(options), make).format(new Date(day));
}

/** A number as readers see it: "12,345". */
export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(site.language, options).format(value);
}

/** Things in a row: "a, b and c"; with `type: 'disjunction'`, "a, b or c". */
export function formatList(items: readonly string[], options?: Intl.ListFormatOptions): string {
  return new Intl.ListFormat(site.language, options).format(items);
}

/** Compares two texts by the alphabet of the site's language, for sorting. */
export function compareTexts(a: string, b: string): number {
  return a.localeCompare(b, site.language);
}
