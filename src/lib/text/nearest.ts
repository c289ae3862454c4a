import { distance } from 'fastest-levenshtein';

// cspell:disable -- The strings are lists of letters.
/** Homoglyphs: Cyrillic and Greek letters that look like a Latin one, each with that letter. */
const homoglyphs: Record<string, string> = Object.fromEntries(
  [
    ['аеорсухіјѕһԁԛԝ', 'aeopcyxijshdqw'],
    ['АВЕКМНОРСТХІЈЅ', 'ABEKMHOPCTXIJS'],
    ['αονρικτυ', 'aovpiktu'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ].flatMap(([from = '', to = '']) => [...from].map((letter, index) => [letter, to.charAt(index)])),
);

/** Invisible characters, and dashes other than the hyphen. */
const invisible = /[\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060\uFEFF]/;
const dash = /[\u2010-\u2015\u2212]/;

/**
 * Explains the first character of an id that is not what it looks like: an invisible character, a
 * homoglyph, or a dash instead of a hyphen. Undefined when there is none.
 */
export function explainHomoglyph(id: string): string | undefined {
  for (const character of id) {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const latin = homoglyphs[character];
    if (latin)
      return `It contains the letter “${character}” (${code}), which only looks like “${latin}”: type it again.`;
    if (invisible.test(character))
      return `It contains an invisible character (${code}): type it again.`;
    if (dash.test(character))
      return `It contains a dash “${character}” (${code}) where a hyphen belongs.`;
  }
  return undefined;
}

/** The Latin letter that a letter looks like, or the letter itself. */
export function latin(letter: string): string {
  return homoglyphs[letter] ?? letter;
}

/**
 * The known ids nearest to a mistyped one by edit distance, nearest first: at most `count`, within a
 * distance of 2 or half the length of the id.
 */
export function nearest(id: string, known: Iterable<string>, count = 3): string[] {
  const limit = Math.max(2, Math.floor(id.length / 2));
  return [...known]
    .map((candidate) => ({ candidate, d: distance(id.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ d }) => d <= limit)
    .sort((a, b) => a.d - b.d || a.candidate.localeCompare(b.candidate))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/**
 * A hint for an unknown id: an explanation of a homoglyph, "Did you mean a, b, c?", or where to find the
 * known ids.
 */
export function suggestion(id: string, known: Iterable<string>, place: string): string {
  const homoglyph = explainHomoglyph(id);
  if (homoglyph) return homoglyph;
  // The home page has an empty name.
  const all = [...known].filter((one) => one !== '');
  const near = nearest(id, all);
  if (near.length > 0) return `Did you mean ${near.join(', ')}?`;
  return all.length > 0 && all.length <= 12
    ? `Choose from: ${all.join(', ')}.`
    : `The known ids are in ${place}.`;
}
