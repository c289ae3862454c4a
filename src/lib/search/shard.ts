import { groupBy } from '../group-by.ts';
import { isFunctionWord } from './function-words.ts';
import type { Lexicon } from './lexicon.ts';
import { type Entry, formatSynonyms, parseSynonyms } from './synonym-lines.ts';
import { formatWordList, parseWordList, type WordStatistics } from './word-list.ts';

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
