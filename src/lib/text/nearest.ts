import { distance } from 'fastest-levenshtein';

// cspell:disable -- Its words are letters in a row.
/** Letters of other alphabets that look like a Latin one; those that authors get by a wrong keyboard. */
const doubles: Record<string, string> = Object.fromEntries(
  [
    ['аеорсухіјѕһԁԛԝ', 'aeopcyxijshdqw'],
    ['АВЕКМНОРСТХІЈЅ', 'ABEKMHOPCTXIJS'],
    ['αονρικτυ', 'aovpiktu'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ].flatMap(([from = '', to = '']) => [...from].map((letter, index) => [letter, to.charAt(index)])),
);

/** Characters that cannot be seen, and dashes that are no hyphen. */
const invisible = /[\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060\uFEFF]/;
const dash = /[\u2010-\u2015\u2212]/;

/**
 * Tells what in an id only looks right: an invisible character, a letter of another alphabet, or a
 * dash for a hyphen. Undefined when all is as it looks.
 */
export function findLookAlike(id: string): string | undefined {
  for (const character of id) {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const latin = doubles[character];
    if (latin)
      return `It holds the letter “${character}” (${code}), which only looks like “${latin}”: type it again.`;
    if (invisible.test(character))
      return `It holds an invisible character (${code}): type it again.`;
    if (dash.test(character))
      return `It holds a dash “${character}” (${code}) where a hyphen belongs.`;
  }
  return undefined;
}

/** The Latin letter that a letter looks like; itself when it looks like none. */
export function latin(letter: string): string {
  return doubles[letter] ?? letter;
}

/**
 * The known ids most like a mistyped one, nearest first: at most `count`, none further away than
 * half the length of the id.
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
 * "Did you mean a, b or c?", or a hint where to look when nothing is near. What only looks right is
 * named, since it is hard to see.
 */
export function suggestion(id: string, known: Iterable<string>, place: string): string {
  const trap = findLookAlike(id);
  if (trap) return trap;
  // The home page has an empty name.
  const all = [...known].filter((one) => one !== '');
  const near = nearest(id, all);
  if (near.length > 0) return `Did you mean ${near.join(', ')}?`;
  return all.length > 0 && all.length <= 12
    ? `Choose from: ${all.join(', ')}.`
    : `The known ids are in ${place}.`;
}
