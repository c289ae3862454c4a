import { expect, test } from 'vitest';
import { splitQuery, splitWords } from '../../../src/features/search/model/words.ts';

test.each([
  ['What’s a “Secure Base”?', ['what', 'a', 'secure', 'base']],
  ["my child's crying, don't know why", ['my', 'child', 'crying', 'dont', 'know', 'why']],
  ['mis-attunement still–face', ['mis', 'attunement', 'still', 'face']],
  ['51.6% of 20,720 in 1978.', ['516', 'of', '20720', 'in', '1978']],
  ['Gabor Maté, ﬁrst', ['gabor', 'mate', 'first']],
  ['<script>alert(1)</script>', ['script', 'alert', '1', 'script']],
  ['التعلق 安全な愛着 👶🏽', ['التعلق', '安全な愛着']],
  [' \t\n', []],
])('%j has the words %j', (text, words) => {
  expect(splitWords(text)).toEqual(words);
});

test('a long query is truncated', () => {
  expect(splitQuery('secure '.repeat(1000))).toHaveLength(32);
  expect(splitQuery('a'.repeat(5000))).toEqual(['a'.repeat(300)]);
});

test.each([
  ['clingy 4yo', 'clingy 4 year old'],
  ['my 13 y/o son', 'my 13 year old son'],
  ['8mo cries', '8 month old cries'],
  ['6wk old baby', '6 week old baby'],
  ['Mo, 4 months', 'mo 4 months'],
])('%j is read as "%s"', (query, read) => {
  expect(splitQuery(query).join(' ')).toBe(read);
});
