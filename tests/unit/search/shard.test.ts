import { expect, test } from 'vitest';
import { Lexicon } from '../../../src/features/search/model/lexicon.ts';
import {
  addShard,
  findShard,
  toShards,
  compileSynonyms,
  formatWordList,
  parseWordList,
} from '../../../src/features/search/model/shard.ts';

const words = new Map(
  Object.entries({
    '1978': [2, 0],
    attachment: [60, 3.4],
    attuned: [3, 2],
    attunement: [20, 1.3],
    échec: [1, 0],
    mum: [0, 5],
    repair: [9, 4],
    repaired: [2, 4],
  }).map(([word, [frequency = 0, commonness = 0]]) => [word, { frequency, commonness }]),
);
const entries = compileSynonyms([
  { words: ['mum', 'the Silent-Treatment'], to: ['mother', 'shuts down'], weight: 0.7 },
]);

test('a word list survives, with frequencies to the power of two below', () => {
  const read = parseWordList(formatWordList(words));
  const frequencies = [...read].map(([word, { frequency }]) => [word, frequency]);
  expect(Object.fromEntries(frequencies)).toEqual({
    '1978': 2,
    attachment: 32,
    attuned: 2,
    attunement: 16,
    échec: 1,
    mum: 0,
    repair: 8,
    repaired: 2,
  });
  for (const [word, { commonness }] of words) {
    expect(read.get(word)?.commonness, word).toBeCloseTo(commonness, 0);
  }
});

test('every word and lay phrase is in the shard that is looked into for it', () => {
  const shards = toShards(words, entries, 20);
  const starts = shards.map(({ start }) => start);
  expect(shards.length).toBeGreaterThan(2);
  const readFor = (word: string) => {
    const lexicon = new Lexicon();
    addShard(shards[findShard(word, starts)]?.text ?? '', lexicon);
    return lexicon;
  };
  for (const word of words.keys()) expect(readFor(word).commonness(word), word).toBeDefined();
  expect(readFor('mum').uses('mum')).toBe(false);
  expect(readFor('mum').synonyms('mum')).toEqual([
    { to: 'mother', weight: 0.7 },
    { to: 'shuts down', weight: 0.7 },
  ]);
  // A phrase is looked for with its first word of content.
  expect(readFor('silent').synonyms('the silent treatment')).toHaveLength(2);
});

test('a word before all others is in no shard', () => {
  expect(findShard('aaa', ['att', 'rep'])).toBe(-1);
});
