import { groupBy } from '../../../lib/text/format.ts';
import { isFunctionWord, splitWords, stemOf } from './words.ts';
import type { Lexicon, Synonym } from './lexicon.ts';
import type { Synonyms } from '../../../content-model/schemas/search.ts';

/** Words that begin with the same letters, so many, stand in one shard; function words in the first. */
const family = 3;

/** A part of the lexicon, small enough to be loaded for a word or two. */
export interface Shard {
  /** The letters that its first words begin with; it reaches to those of the next shard. */
  start: string;
  text: string;
}

/**
 * Parts words, how far their stems lean, and lay phrases into shards of about `size` characters, in
 * alphabetical order. A phrase stands with its first word that is no function word.
 */
export function toShards(
  words: ReadonlyMap<string, number>,
  entries: readonly Entry[],
  leanings: ReadonlyMap<string, string>,
  size: number,
): Shard[] {
  const wordsBy = groupBy(words, ([word]) => familyOf(word));
  const entriesBy = groupBy(entries, ([phrase]) => familyOf(firstWord(phrase)));
  const shards: Shard[] = [];
  let own: { start: string; words: [string, number][]; entries: Entry[] } | undefined;
  const textOf = (one: NonNullable<typeof own>) =>
    formatShard(new Map(one.words), one.entries, leanings);
  const close = () => {
    if (own) shards.push({ start: own.start, text: textOf(own) });
    own = undefined;
  };
  for (const start of [...new Set([...wordsBy.keys(), ...entriesBy.keys()])].sort()) {
    own ??= { start, words: [], entries: [] };
    own.words.push(...(wordsBy.get(start) ?? []));
    own.entries.push(...(entriesBy.get(start) ?? []));
    if (textOf(own).length > size) close();
  }
  close();
  return shards;
}

/** Number of the shard that knows a word, given where each begins; -1 when the word precedes all. */
export function findShard(word: string, starts: readonly string[]): number {
  const letters = familyOf(word);
  return starts.findLastIndex((start) => start <= letters);
}

/** Adds the words of a shard, how far they lean, and its lay phrases to a lexicon. */
export function addShard(text: string, lexicon: Lexicon): void {
  const [words = '', rows = '', ...lines] = text.split('\n');
  for (const row of rows.split(' ')) {
    const [stem = '', leanings] = row.split(':');
    if (leanings !== undefined) lexicon.addLeanings(stem, leanings);
  }
  for (const [word, frequency] of parseWordList(words)) lexicon.addWord(word, frequency);
  for (const [phrase, synonyms] of parseSynonyms(lines.join('\n'))) {
    lexicon.addSynonyms(phrase, synonyms);
  }
}

/** A shard as text: its words in the first line, how far their stems lean in the second, then its lay phrases. */
function formatShard(
  words: ReadonlyMap<string, number>,
  entries: readonly Entry[],
  leanings: ReadonlyMap<string, string>,
): string {
  const stems = [...new Set([...words.keys()].map(stemOf))].sort();
  const rows = stems.flatMap((stem) => {
    const row = leanings.get(stem);
    return row === undefined ? [] : [`${stem}:${row}`];
  });
  return [formatWordList(words), rows.join(' '), formatSynonyms(entries)].join('\n');
}

function familyOf(word: string): string {
  return isFunctionWord(word) ? '' : word.slice(0, family);
}

function firstWord(phrase: string): string {
  const words = phrase.split(' ');
  return words.find((word) => !isFunctionWord(word)) ?? words[0] ?? '';
}

/**
 * Words with the number of records that have them as one short text. Words stand in alphabetical order;
 * each is written as how many letters it shares with the one before (one base-36 digit), its other
 * letters, and a capital letter for how often it occurs (A once, B twice, C four times …).
 */
export function formatWordList(words: ReadonlyMap<string, number>): string {
  let before = '';
  return [...words]
    .filter(([word]) => isListed(word))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, frequency]) => {
      const shared = Math.min(sharedStart(before, word), 35);
      before = word;
      const power = Math.min(25, Math.floor(Math.log2(frequency)));
      return shared.toString(36) + word.slice(shared) + String.fromCharCode(65 + power);
    })
    .join('');
}

/** Reads what `formatWordList` wrote; frequencies are rounded down to powers of two. */
export function parseWordList(text: string): Map<string, number> {
  const words = new Map<string, number>();
  let before = '';
  for (const [, shared = '0', rest = '', often = 'A'] of text.matchAll(/(.)([^A-Z]*)([A-Z])/gsu)) {
    before = before.slice(0, parseInt(shared, 36)) + rest;
    words.set(before, 2 ** (often.charCodeAt(0) - 65));
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
