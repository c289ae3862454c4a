import type { Entry, WordStatistics } from '../model/shard.ts';
import { normalise, splitWords } from '../model/words.ts';
import type { English } from './english.ts';
import type { SearchRecord } from './records.ts';

/**
 * Every word of the records with the number of records it stands in. A word with hyphens counts in
 * its parts and joined ("still", "face" and "stillface"), as Pagefind has it.
 */
export function countWords(records: readonly SearchRecord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title, page = '', text, asked } of records) {
    for (const word of wordsOf([title, page, text, ...asked].join('\n'))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** The words of the site, and lay words, with what general English knows of them. */
export function toStatistics(
  counts: ReadonlyMap<string, number>,
  synonyms: readonly Entry[],
  { commonness }: Pick<English, 'commonness'>,
): Map<string, WordStatistics> {
  const lay = synonyms.flatMap(([phrase]) => (phrase.includes(' ') ? [] : [phrase]));
  const words = new Set([...counts.keys(), ...lay]);
  return new Map(
    [...words].map((word) => {
      return [word, { frequency: counts.get(word) ?? 0, commonness: commonness(word) }];
    }),
  );
}

/** Longer strings are no words that anyone types. */
const longest = 24;

function wordsOf(text: string): Set<string> {
  const compounds = normalise(text).match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? [];
  const joined = compounds.map((compound) => compound.replaceAll('-', ''));
  return new Set([...splitWords(text), ...joined].filter((word) => word.length <= longest));
}
