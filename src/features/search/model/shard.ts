import { groupBy } from '../../../lib/text/format.ts';
import { isFunctionWord, splitWords } from './words.ts';
import type { Lexicon, Synonym } from './lexicon.ts';
import type { Synonyms } from '../../../content-model/schemas/search.ts';

/** Words that begin with the same letters, so many, stand in one shard. */
const family = 3;

/** A part of the lexicon, small enough to be loaded for a word or two. */
export interface Shard {
  /** The letters that its first words begin with; it reaches to those of the next shard. */
  start: string;
  text: string;
}

/**
 * Parts words and lay phrases into shards of about `size` characters, in alphabetical order. A phrase
 * stands with its first word that is no function word.
 */
export function toShards(
  words: ReadonlyMap<string, WordStatistics>,
  entries: readonly Entry[],
  size: number,
): Shard[] {
  const wordsBy = groupBy(words, ([word]) => familyOf(word));
  const entriesBy = groupBy(entries, ([phrase]) => familyOf(firstWord(phrase)));
  const shards: Shard[] = [];
  let own: { start: string; words: [string, WordStatistics][]; entries: Entry[] } | undefined;
  const close = () => {
    if (own) shards.push({ start: own.start, text: formatShard(new Map(own.words), own.entries) });
    own = undefined;
  };
  for (const start of [...new Set([...wordsBy.keys(), ...entriesBy.keys()])].sort()) {
    own ??= { start, words: [], entries: [] };
    own.words.push(...(wordsBy.get(start) ?? []));
    own.entries.push(...(entriesBy.get(start) ?? []));
    if (formatShard(new Map(own.words), own.entries).length > size) close();
  }
  close();
  return shards;
}

/** Number of the shard that knows a word, given where each begins; -1 when the word precedes all. */
export function findShard(word: string, starts: readonly string[]): number {
  const letters = familyOf(word);
  return starts.findLastIndex((start) => start <= letters);
}

/** Adds the words and lay phrases of a shard to a lexicon. */
export function addShard(text: string, lexicon: Lexicon): void {
  const [words = '', ...lines] = text.split('\n');
  for (const [word, statistics] of parseWordList(words)) lexicon.addWord(word, statistics);
  for (const [phrase, synonyms] of parseSynonyms(lines.join('\n'))) {
    lexicon.addSynonyms(phrase, synonyms);
  }
}

/** A shard as text: its words in the first line, then its lay phrases. */
function formatShard(
  words: ReadonlyMap<string, WordStatistics>,
  entries: readonly Entry[],
): string {
  return `${formatWordList(words)}\n${formatSynonyms(entries)}`;
}

function familyOf(word: string): string {
  return word.slice(0, family);
}

function firstWord(phrase: string): string {
  const words = phrase.split(' ');
  return words.find((word) => !isFunctionWord(word)) ?? words[0] ?? '';
}

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

/** A lay word or phrase with what the site says for it. */
export type Entry = [phrase: string, synonyms: Synonym[]];

/** The synonyms as authored, taken apart into lay phrases, normalised as queries are. */
export function compileSynonyms(groups: Synonyms): Entry[] {
  return groups.flatMap(({ words, to, weight }) => {
    const synonyms = to.map((target) => ({ to: splitWords(target).join(' '), weight }));
    return words.map((word): Entry => {
      const phrase = splitWords(word).join(' ');
      return [phrase, synonyms.filter(({ to: target }) => target !== phrase)];
    });
  });
}

/** Lay phrases as text, one line for those that share their synonyms: `mum,mom>mother,parent>8`. */
export function formatSynonyms(entries: readonly Entry[]): string {
  const lines = new Map<string, string[]>();
  for (const [phrase, synonyms] of entries) {
    for (const [weight, group] of groupBy(synonyms, (synonym) => synonym.weight)) {
      const tail = `${group.map(({ to }) => to).join(',')}>${String(Math.round(weight * 10))}`;
      lines.set(tail, [...(lines.get(tail) ?? []), phrase]);
    }
  }
  return [...lines].map(([tail, phrases]) => `${phrases.join(',')}>${tail}`).join('\n');
}

/** Reads what `formatSynonyms` wrote. */
export function parseSynonyms(text: string): Entry[] {
  return text.split('\n').flatMap((line) => {
    const [phrases = '', targets = '', weight = ''] = line.split('>');
    if (!targets) return [];
    const synonyms = targets.split(',').map((to) => ({ to, weight: Number(weight) / 10 }));
    return phrases.split(',').map((phrase): Entry => [phrase, synonyms]);
  });
}
