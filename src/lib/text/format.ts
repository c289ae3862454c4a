/** The UTC date in ISO 8601: "2026-11-24". */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** Words per minute of adults reading non-fiction silently (Brysbaert, 2019, rounded down). */
const wordsPerMinute = 230;

/** Minutes to read an MDX body, rounded, at least 1; imports and tags do not count. */
export function readingTime(body: string): number {
  const prose = body.replace(/^import .*$/gm, '').replace(/<[^>]*>/g, ' ');
  const words = prose.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / wordsPerMinute));
}

/**
 * Puts no-break spaces into statistics such as "r = .39", and an en dash into ranges such as "5-18".
 * Other digits with hyphens, such as telephone numbers, are not changed.
 */
export function typesetNumbers(text: string): string {
  return text
    .replace(/\b([a-zA-Z]) = (?=[−.\d])/g, '$1\u00a0=\u00a0')
    .replace(/(?<![\d-])(\d{1,2}|\d{4})-(\d{1,2}|\d{4})(?![\d-])/g, '$1–$2');
}

/** A text with its first character in upper case. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Cuts a text longer than `length` characters after a whole word, and adds "…". */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length).replace(/\W*\s\S*$/, '');
  return `${cut}…`;
}

/**
 * Formats rows as CSV (RFC 4180): a header from the first row's keys, CRLF, and quotes only where a value
 * needs them. Without rows the text is empty.
 */
export function formatCsv(rows: Record<string, string | number>[]): string {
  const [first] = rows;
  if (!first) return '';
  const keys = Object.keys(first);
  const lines = [keys, ...rows.map((row) => keys.map((key) => row[key] ?? ''))];
  return lines.map((line) => `${line.map(formatCell).join(',')}\r\n`).join('');
}

function formatCell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Whether a heading ends with a question mark of any script. */
export function isQuestion(heading: string): boolean {
  return /[?？؟]$/.test(heading);
}

/** Escapes a text for a regular expression; `RegExp.escape()` is newer than the browsers we support. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** The value of a key in a map, made and added if there is none; `Map.getOrInsertComputed()` is newer than the browsers we support. */
export function getOrInsert<K, V>(
  map: { get: (key: K) => V | undefined; set: (key: K, value: V) => unknown },
  key: K,
  make: () => V,
): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Groups items by key, in order of appearance; `Map.groupBy()` is newer than the browsers we support. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) getOrInsert(groups, keyOf(item), () => []).push(item);
  return groups;
}
