/** What is known of a word. */
export interface WordStatistics {
  /** In about how many records it stands; 0 for a lay word that the site does not use. */
  frequency: number;
  /** How common it is in general English, on the Zipf scale: 1 very rare, 7 very common. */
  commonness: number;
}

/** Steps of a Zipf value that are told apart. */
const steps = 3;

/**
 * Words with what is known of them as one short text. Words stand in alphabetical order; each is
 * written as how many letters it shares with the one before (one base-36 digit), its other letters,
 * and two capital letters: how often it occurs (@ never, A once, B twice, C four times …) and how
 * common it is (in thirds of a Zipf value).
 */
export function formatWordList(words: ReadonlyMap<string, WordStatistics>): string {
  let before = '';
  return [...words]
    .filter(([word]) => isListed(word))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, { frequency, commonness }]) => {
      const shared = Math.min(sharedStart(before, word), 35);
      before = word;
      return shared.toString(36) + word.slice(shared) + toCapitals(frequency, commonness);
    })
    .join('');
}

/** Reads what `formatWordList` wrote; frequencies are rounded down to powers of two. */
export function parseWordList(text: string): Map<string, WordStatistics> {
  const words = new Map<string, WordStatistics>();
  let before = '';
  for (const [, shared = '0', rest = '', often = 'A', common = 'A'] of text.matchAll(
    /(.)([^@-Z]*)([@-Z])([A-Z])/gsu,
  )) {
    before = before.slice(0, parseInt(shared, 36)) + rest;
    const power = often.charCodeAt(0) - 65;
    words.set(before, {
      frequency: power < 0 ? 0 : 2 ** power,
      commonness: (common.charCodeAt(0) - 65) / steps,
    });
  }
  return words;
}

function isListed(word: string): boolean {
  return word.length > 1 && !/[\sA-Z]/.test(word);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function toCapitals(frequency: number, commonness: number): string {
  const power = frequency < 1 ? -1 : Math.min(25, Math.floor(Math.log2(frequency)));
  const step = Math.max(0, Math.min(25, Math.round(commonness * steps)));
  return String.fromCharCode(65 + power, 65 + step);
}
