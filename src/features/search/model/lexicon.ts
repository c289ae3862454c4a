import type { Synonyms } from '../../../content-model/schemas/search.ts';
import { groupBy } from '../../../lib/text/format.ts';
import { isFunctionWord, splitWords, stemOf } from './words.ts';

/** A term of the site for a lay word. */
export interface Synonym {
  /** Word or phrase of the pages, normalised. */
  to: string;
  /** How close the meanings are, 0–1. */
  weight: number;
}

/** The words loaded so far: those of the site with their document frequency, and lay words with synonyms. */
export class Lexicon {
  readonly #frequencies = new Map<string, number>();
  readonly #stems = new Set<string>();
  readonly #synonyms = new Map<string, Synonym[]>();
  /** Rows of leanings by stem, as `formatRow` writes them; for stems of the lines that readers ask. */
  readonly leanings = new Map<string, string>();
  /** Words that are assumed to be the site's since their shard failed to load. */
  readonly assumed = new Set<string>();

  /** Adds a word of the site with its document frequency. */
  addWord(word: string, frequency: number): void {
    this.#frequencies.set(word, frequency);
    this.#stems.add(stemOf(word));
  }

  /** Adds the site's synonyms of a lay word or phrase. */
  addSynonyms(phrase: string, synonyms: readonly Synonym[]): void {
    this.#synonyms.set(phrase, [...this.synonyms(phrase), ...synonyms]);
  }

  /** Approximate document frequency of a word; 0 if the site does not use it. */
  frequency(word: string): number {
    return this.#frequencies.get(word) ?? 0;
  }

  /** Returns the site's synonyms of a word or phrase. */
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

  /** Whether a word of the site or a lay word begins with these letters. */
  knowsBeginning(letters: string): boolean {
    return [...this.candidates()].some(([word]) => word.startsWith(letters));
  }

  /** Yields each single word that a misspelling may be corrected to, with its frequency. */
  *candidates(): Iterable<[word: string, frequency: number]> {
    yield* this.#frequencies;
    for (const phrase of this.#synonyms.keys()) {
      if (!phrase.includes(' ') && !this.#frequencies.has(phrase)) yield [phrase, 1];
    }
  }
}

/** A lay word or phrase with the site's synonyms. */
export interface LayPhrase {
  phrase: string;
  to: string[];
  weight: number;
}

/** Splits authored synonyms into lay phrases, normalised as queries are. */
export function compileSynonyms(groups: Synonyms): LayPhrase[] {
  const toPhrase = (text: string) => splitWords(text).join(' ');
  return groups.flatMap(({ words, to, weight }) =>
    words.map(toPhrase).map((phrase) => {
      return { phrase, to: to.map(toPhrase).filter((target) => target !== phrase), weight };
    }),
  );
}

/**
 * Splits words, the leanings of their stems and lay phrases into shards of about `size` characters, small enough
 * to load for a word or two, in alphabetical order. A shard contains the words from prefix `start` up to the
 * `start` of the next. A phrase is in the shard of its first word that is not a function word.
 *
 * A line of a shard has the words of a stem, each with a capital letter for its document frequency (A is 1, B 2,
 * C 4 …), then the stem's leanings: `repairDrepairedB:2Ab`; or lay phrases with the same synonyms and their weight
 * in tenths: `mum,mummy>mother,parent>8`.
 */
export function toShards(
  words: ReadonlyMap<string, number>,
  phrases: readonly LayPhrase[],
  leanings: ReadonlyMap<string, string>,
  size: number,
) {
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  const wordsBy = groupBy(sorted, ([word]) => prefixOf(word));
  const phrasesBy = groupBy(phrases, ({ phrase }) => prefixOf(firstWord(phrase)));
  const shards: { start: string; text: string }[] = [];
  for (const start of [...new Set([...wordsBy.keys(), ...phrasesBy.keys()])].sort()) {
    const text =
      formatWords(wordsBy.get(start) ?? [], leanings) + formatPhrases(phrasesBy.get(start) ?? []);
    const last = shards.at(-1);
    if (last && last.text.length + text.length <= size) last.text += text;
    else shards.push({ start, text });
  }
  return shards;
}

function formatWords(
  words: readonly [word: string, frequency: number][],
  leanings: ReadonlyMap<string, string>,
): string {
  const lines = [...groupBy(words, ([word]) => stemOf(word))].map(([stem, own]) => {
    const texts = own
      .filter(([word]) => word.length > 1)
      .map(([word, frequency]) => {
        return word + String.fromCharCode(65 + Math.min(25, Math.floor(Math.log2(frequency))));
      });
    return `${texts.join('') || stem}:${leanings.get(stem) ?? ''}\n`;
  });
  return lines.join('');
}

function formatPhrases(phrases: readonly LayPhrase[]): string {
  const byMeaning = groupBy(
    phrases.filter(({ to }) => to.length > 0),
    ({ to, weight }) => `${to.join(',')}>${String(Math.round(weight * 10))}`,
  );
  const lines = [...byMeaning].map(
    ([meaning, own]) => `${own.map(({ phrase }) => phrase).join(',')}>${meaning}\n`,
  );
  return lines.join('');
}

/** Returns the index of the shard for a word, given the prefix each starts with; -1 if it precedes all. */
export function findShard(word: string, starts: readonly string[]): number {
  const letters = prefixOf(word);
  return starts.findLastIndex((start) => start <= letters);
}

/** Letters of a prefix: words with the same prefix are in one shard. */
const prefixLength = 3;

/** Returns the prefix of a word; those of function words begin with a space, since their long rows are kept apart. */
function prefixOf(word: string): string {
  return (isFunctionWord(word) ? ' ' : '') + word.slice(0, prefixLength);
}

function firstWord(phrase: string): string {
  const words = phrase.split(' ');
  return words.find((word) => !isFunctionWord(word)) ?? words[0] ?? '';
}

/** Adds a shard to a lexicon; frequencies are rounded down to powers of two. */
export function addShard(shard: string, lexicon: Lexicon): void {
  for (const line of shard.split('\n')) {
    const [phrases = '', targets, weight] = line.split('>');
    const synonyms = targets?.split(',').map((to) => ({ to, weight: Number(weight) / 10 }));
    if (synonyms) for (const phrase of phrases.split(',')) lexicon.addSynonyms(phrase, synonyms);
    const [words = '', leanings] = line.split(':');
    for (const [, word = '', often = ''] of words.matchAll(/([^A-Z]+)([A-Z])/g)) {
      lexicon.addWord(word, 2 ** (often.charCodeAt(0) - 65));
    }
    const [first = ''] = /^[^A-Z]+/.exec(words) ?? [];
    if (leanings) lexicon.leanings.set(stemOf(first), leanings);
  }
}
