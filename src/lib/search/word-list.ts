/**
 * The site's words with their frequencies as one short text. Words stand in alphabetical order; each
 * is written as how many letters it shares with the one before (one base-36 digit), its other
 * letters, and a capital letter for how often it occurs (A once, B twice, C four times …).
 */
export function formatWordList(frequencies: ReadonlyMap<string, number>): string {
  let before = '';
  return [...frequencies]
    .filter(([word]) => isListed(word))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, frequency]) => {
      const shared = Math.min(sharedStart(before, word), 35);
      before = word;
      return shared.toString(36) + word.slice(shared) + toCapital(frequency);
    })
    .join('');
}

/** Reads what `formatWordList` wrote: words with their frequencies, rounded down to powers of two. */
export function parseWordList(text: string): Map<string, number> {
  const frequencies = new Map<string, number>();
  let before = '';
  for (const [, shared = '0', rest = '', capital = 'A'] of text.matchAll(
    /(.)([^A-Z]*)([A-Z])/gsu,
  )) {
    before = before.slice(0, parseInt(shared, 36)) + rest;
    frequencies.set(before, 2 ** (capital.charCodeAt(0) - 65));
  }
  return frequencies;
}

function isListed(word: string): boolean {
  return word.length > 1 && !/[\sA-Z]/.test(word);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function toCapital(frequency: number): string {
  return String.fromCharCode(65 + Math.min(25, Math.floor(Math.log2(Math.max(1, frequency)))));
}
