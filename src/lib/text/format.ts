/** A day for programs: "2026-11-24". */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** Words a minute of an adult who reads non-fiction silently (Brysbaert, 2019, rounded down). */
const wordsPerMinute = 230;

/** Whole minutes it takes to read an MDX body, at least 1; imports and components' tags do not count. */
export function readingTime(body: string): number {
  const prose = body.replace(/^import .*$/gm, '').replace(/<[^>]*>/g, ' ');
  const words = prose.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / wordsPerMinute));
}

/**
 * Text as a printer sets it: a statistic such as "r = .39" stays on one line, and a span of numbers
 * such as "5-18" takes an en dash. Longer runs of digits with hyphens, such as telephone numbers,
 * stay as they are.
 */
export function setText(text: string): string {
  return text
    .replace(/\b([a-zA-Z]) = (?=[−.\d])/g, '$1\u00a0=\u00a0')
    .replace(/(?<![\d-])(\d{1,2}|\d{4})-(\d{1,2}|\d{4})(?![\d-])/g, '$1–$2');
}

/** Text that begins with a capital, as a sentence or a heading does. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Text of at most `length` characters: what is longer ends after a whole word, with "…". */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length).replace(/\W*\s\S*$/, '');
  return `${cut}…`;
}

/**
 * Writes rows as CSV by RFC 4180: a header from the first row's keys, CRLF, and quotes only where a
 * value needs them. No rows give an empty text.
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

/** A text as a regular expression that matches it alone; `RegExp.escape()` is newer than the browsers we support. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** What a map has under a key, made where it has nothing; `Map.getOrInsertComputed()` is newer than the browsers we support. */
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

/** Items by key, in the order they came; `Map.groupBy()` is newer than the browsers we support. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) getOrInsert(groups, keyOf(item), () => []).push(item);
  return groups;
}
