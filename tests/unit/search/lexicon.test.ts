import { expect, test } from 'vitest';
import {
  Lexicon,
  addShard,
  compileSynonyms,
  findShard,
  toShards,
} from '../../../src/features/search/model/lexicon.ts';

const words = new Map(
  Object.entries({
    '1978': 2,
    and: 80,
    attachment: 60,
    attuned: 3,
    attunement: 20,
    échec: 1,
    repair: 9,
    repaired: 2,
  }),
);
const entries = compileSynonyms([
  { words: ['mum', 'the Silent-Treatment'], to: ['mother', 'shuts down'], weight: 0.7 },
]);

test('words are read back, with frequencies rounded down to powers of two', () => {
  const read = new Lexicon();
  for (const { text } of toShards(words, [], new Map(), 1000)) addShard(text, read);
  expect(Object.fromEntries(read.candidates())).toEqual({
    '1978': 2,
    and: 64,
    attachment: 32,
    attuned: 2,
    attunement: 16,
    échec: 1,
    repair: 8,
    repaired: 2,
  });
});

test('every word and lay phrase is in the shard that is loaded for it', () => {
  const leanings = new Map(['and', 'repair', 'other'].map((stem) => [stem, '2Ab']));
  const shards = toShards(words, entries, leanings, 20);
  const starts = shards.map(({ start }) => start);
  expect(shards.length).toBeGreaterThan(2);
  const readFor = (word: string) => {
    const lexicon = new Lexicon();
    addShard(shards[findShard(word, starts)]?.text ?? '', lexicon);
    return lexicon;
  };
  for (const word of words.keys()) expect(readFor(word).frequency(word), word).toBeGreaterThan(0);
  for (const form of ['repair', 'repaired'])
    expect(readFor(form).leanings.get('repair')).toBe('2Ab');
  expect([readFor('and').leanings.get('and'), readFor('repair').leanings.get('and')]).toEqual([
    '2Ab',
    undefined,
  ]);
  expect(readFor('mum').uses('mum')).toBe(false);
  expect(readFor('mum').synonyms('mum')).toEqual([
    { to: 'mother', weight: 0.7 },
    { to: 'shuts down', weight: 0.7 },
  ]);
  // A phrase is in the shard of its first word that is not a function word.
  expect(readFor('silent').synonyms('the silent treatment')).toHaveLength(2);
});

test('a word before all shards is in none', () => {
  expect(findShard('aaa', ['att', 'rep'])).toBe(-1);
});
