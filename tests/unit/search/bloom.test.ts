import { expect, test } from 'vitest';
import { readEnglishDictionary } from '../../../src/features/search/build/write-data.ts';
import { isInFilter, toBloomFilter } from '../../../src/features/search/model/correct.ts';
import { language } from '../../../src/features/search/model/words.ts';

test('every word of the set is in the filter, and few others', () => {
  const words = new Set(Array.from({ length: 2000 }, (_, index) => `word${String(index)}`));
  const filter = toBloomFilter(words);
  expect([...words].filter((word) => !isInFilter(word, filter))).toEqual([]);
  const others = Array.from({ length: 2000 }, (_, index) => `other${String(index)}`);
  expect(others.filter((word) => isInFilter(word, filter)).length).toBeLessThan(60);
});

test('the dictionary has English words and no misspellings, in some tens of KB', () => {
  const filter = readEnglishDictionary();
  expect(filter.length).toBeLessThan(64_000);
  const isEnglish = (word: string) =>
    [word, ...language.baseForms(word)].some((form) => isInFilter(form, filter));
  const common = ['dreadful', 'practise', 'yells', 'thunder', 'behaviour', 'meetings'];
  const learned = ['typologies', 'psychometric', 'chargeable', 'disenchantment'];
  for (const word of [...common, ...learned]) {
    expect(isEnglish(word), word).toBe(true);
  }
  for (const word of ['attatchment', 'seperation', 'avoident', 'tronik', 'boundries']) {
    expect(isEnglish(word), word).toBe(false);
  }
});
