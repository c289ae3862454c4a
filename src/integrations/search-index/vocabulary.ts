import { normalise, splitWords } from '../../lib/search/words.ts';
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

/** Longer strings, and numbers, are no words that anyone misspells. */
const longest = 24;

function wordsOf(text: string): Set<string> {
  const compounds = normalise(text).match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? [];
  const joined = compounds.map((compound) => compound.replaceAll('-', ''));
  return new Set(
    [...splitWords(text), ...joined].filter((word) => word.length <= longest && !/\d/.test(word)),
  );
}
