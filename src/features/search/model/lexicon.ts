import type { Synonyms } from '../../../content-model/schemas/search.ts';
import { groupBy } from '../../../lib/text/format.ts';
import { isFunctionWord, splitWords, stemOf } from './words.ts';

/** What the site says for a lay word. */
export interface Synonym {
  /** Word or phrase of the pages, normalised. */
  to: string;
  /** How nearly the meaning is the same, 0–1. */
  weight: number;
}

/** The words that a search knows: those of the site with their frequency, and lay words. */
export class Lexicon {
  readonly #frequencies = new Map<string, number>();
  readonly #stems = new Set<string>();
  readonly #synonyms = new Map<string, Synonym[]>();
  /** How far stems lean to pages and sections, as `formatRow` writes it; of those that are asked with. */
  readonly leanings = new Map<string, string>();
  /** Words that are taken for the site's: what is known of them did not arrive. */
  readonly assumed = new Set<string>();

  /** Adds a word of the site, which stands in so many records. */
  addWord(word: string, frequency: number): void {
    this.#frequencies.set(word, frequency);
    this.#stems.add(stemOf(word));
  }

  /** Adds what the site says for a lay word or phrase. */
  addSynonyms(phrase: string, synonyms: readonly Synonym[]): void {
    this.#synonyms.set(phrase, [...this.synonyms(phrase), ...synonyms]);
  }

  /** Whether a word is only taken for one of the site's. */
  isAssumed(word: string): boolean {
    return this.assumed.has(word) && !this.#frequencies.has(word);
  }

  /** In about how many records a word stands; 0 when the site does not use it. */
  frequency(word: string): number {
    return this.#frequencies.get(word) ?? 0;
  }

  /** What the site says for a word or phrase. */
  synonyms(phrase: string): readonly Synonym[] {
    return this.#synonyms.get(phrase) ?? [];
  }

  /** Whether the site uses a word, in this or another form. */
  uses(word: string): boolean {
    return this.#frequencies.has(word) || this.#stems.has(stemOf(word)) || this.assumed.has(word);
  }

  /** Whether a word is used on the site, or is a lay word. */
  knows(word: string): boolean {
    return this.uses(word) || this.#synonyms.has(word);
  }

  /** Whether a word of the site begins with these letters. */
  usesBeginning(letters: string): boolean {
    return [...this.#frequencies.keys()].some((word) => word.startsWith(letters));
  }

  /** Whether a word of the site or a lay word begins with these letters. */
  knowsBeginning(letters: string): boolean {
    return [...this.candidates()].some(([word]) => word.startsWith(letters));
  }

  /** Every single word that a misspelling may stand for, with its frequency. */
  *candidates(): Iterable<[word: string, frequency: number]> {
    yield* this.#frequencies;
    for (const phrase of this.#synonyms.keys()) {
      if (!phrase.includes(' ') && !this.#frequencies.has(phrase)) yield [phrase, 1];
    }
  }
}

/** A lay word or phrase with what the site says for it. */
export interface LayPhrase {
  phrase: string;
  to: string[];
  weight: number;
}

/** The synonyms as authored, taken apart into lay phrases, normalised as queries are. */
export function compileSynonyms(groups: Synonyms): LayPhrase[] {
  const toPhrase = (text: string) => splitWords(text).join(' ');
  return groups.flatMap(({ words, to, weight }) =>
    words.map(toPhrase).map((phrase) => {
      return { phrase, to: to.map(toPhrase).filter((target) => target !== phrase), weight };
    }),
  );
}

/**
 * Parts words, how far their stems lean, and lay phrases into shards of about `size` characters, small enough
 * to be loaded for a word or two, in alphabetical order. Each begins with words that begin with the letters
 * `start`, and reaches to those of the next. A phrase stands with its first word that is no function word.
 */
export function toShards(
  words: ReadonlyMap<string, number>,
  phrases: readonly LayPhrase[],
  leanings: ReadonlyMap<string, string>,
  size: number,
) {
  const wordsBy = groupBy(words, ([word]) => familyOf(word));
  const phrasesBy = groupBy(phrases, ({ phrase }) => familyOf(firstWord(phrase)));
  const families = [...new Set([...wordsBy.keys(), ...phrasesBy.keys()])].sort();
  const shards: { start: string; text: string }[] = [];
  let taken: string[] = [];
  let most = 0;
  for (const family of families) {
    taken.push(family);
    most += mostLetters(wordsBy.get(family) ?? [], phrasesBy.get(family) ?? [], leanings);
    if (most <= size && family !== families.at(-1)) continue;
    const text = formatShard(
      taken.flatMap((one) => wordsBy.get(one) ?? []),
      taken.flatMap((one) => phrasesBy.get(one) ?? []),
      leanings,
    );
    most = text.length;
    if (most <= size && family !== families.at(-1)) continue;
    shards.push({ start: taken[0] ?? '', text });
    taken = [];
    most = 0;
  }
  return shards;
}

/** More characters than words and phrases take in a shard: only one that may be full is written to see whether it is. */
function mostLetters(
  words: readonly [word: string, frequency: number][],
  phrases: readonly LayPhrase[],
  leanings: ReadonlyMap<string, string>,
): number {
  const ofWords = words.map(([word]) => {
    const stem = stemOf(word);
    return word.length + stem.length + (leanings.get(stem)?.length ?? 0) + 4;
  });
  const ofPhrases = phrases.map(({ phrase, to }) => phrase.length + to.join().length + 5);
  return [...ofWords, ...ofPhrases].reduce((sum, length) => sum + length, 0);
}

/** Number of the shard that knows a word, given where each begins; -1 when the word precedes all. */
export function findShard(word: string, starts: readonly string[]): number {
  const letters = familyOf(word);
  return starts.findLastIndex((start) => start <= letters);
}

/** Words that begin with the same letters, so many, stand in one shard; function words in the first. */
const familyLength = 3;

function familyOf(word: string): string {
  return isFunctionWord(word) ? '' : word.slice(0, familyLength);
}

function firstWord(phrase: string): string {
  const words = phrase.split(' ');
  return words.find((word) => !isFunctionWord(word)) ?? words[0] ?? '';
}

/**
 * A shard as text: its words in the first line, how far their stems lean in the second, then its lay
 * phrases, one line for those that share their synonyms: `mum,mom>mother,parent>8`.
 */
function formatShard(
  words: readonly [word: string, frequency: number][],
  phrases: readonly LayPhrase[],
  leanings: ReadonlyMap<string, string>,
): string {
  const rows = [...new Set(words.map(([word]) => stemOf(word)))].sort().flatMap((stem) => {
    const row = leanings.get(stem);
    return row === undefined ? [] : [`${stem}:${row}`];
  });
  const byMeaning = groupBy(
    phrases.filter(({ to }) => to.length > 0),
    ({ to, weight }) => `${to.join(',')}>${String(Math.round(weight * 10))}`,
  );
  const lines = [...byMeaning].map(
    ([meaning, own]) => `${own.map(({ phrase }) => phrase).join(',')}>${meaning}`,
  );
  return [formatWords(words), rows.join(' '), lines.join('\n')].join('\n');
}

/**
 * Words with the number of records that have them as one short text. Words stand in alphabetical order;
 * each is written as how many letters it shares with the one before (one base-36 digit), its other
 * letters, and a capital letter for how often it occurs (A once, B twice, C four times …).
 */
function formatWords(words: readonly [word: string, frequency: number][]): string {
  let before = '';
  return words
    .filter(([word]) => word.length > 1 && !/[\sA-Z]/.test(word))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, frequency]) => {
      let shared = 0;
      while (shared < 35 && shared < before.length && before[shared] === word[shared]) shared++;
      before = word;
      const power = Math.min(25, Math.floor(Math.log2(frequency)));
      return shared.toString(36) + word.slice(shared) + String.fromCharCode(65 + power);
    })
    .join('');
}

/** Adds the words of a shard, how far they lean, and its lay phrases to a lexicon; frequencies are rounded down to powers of two. */
export function addShard(text: string, lexicon: Lexicon): void {
  const [words = '', rows = '', ...lines] = text.split('\n');
  for (const row of rows.split(' ')) {
    const [stem = '', leanings] = row.split(':');
    if (leanings !== undefined) lexicon.leanings.set(stem, leanings);
  }
  let word = '';
  for (const [, shared = '0', rest = '', often = 'A'] of words.matchAll(/(.)([^A-Z]*)([A-Z])/gsu)) {
    word = word.slice(0, parseInt(shared, 36)) + rest;
    lexicon.addWord(word, 2 ** (often.charCodeAt(0) - 65));
  }
  for (const line of lines) {
    const [phrases = '', targets = '', weight = ''] = line.split('>');
    const synonyms = targets.split(',').map((to) => ({ to, weight: Number(weight) / 10 }));
    if (targets) for (const phrase of phrases.split(',')) lexicon.addSynonyms(phrase, synonyms);
  }
}
