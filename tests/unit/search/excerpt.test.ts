import { expect, test } from 'vitest';
import { excerptOf } from '../../../src/features/search/model/excerpt.ts';

const text =
  'Most babies cry. It may start in the ninth month. Say goodbye first. Then leave with a smile. ' +
  'Dr. Stern et al. (2018) wrote so. Crying stops soon.';

/** The excerpt for words of the text, each a unit of its own unless it says less. */
const shown = (found: Record<string, number>, length = 8) => {
  const units = Object.entries(found).map(([word, importance]) => ({
    places: text.split(' ').flatMap((one, at) => (one.toLowerCase().startsWith(word) ? [at] : [])),
    importance,
  }));
  return excerptOf(text, { units }, length)
    .map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
    .join('');
};

test('it is the sentence with the weightiest words, whole, with matches marked', () => {
  expect(shown({ goodbye: 3, cry: 1 })).toBe('… Say [goodbye] first. Then leave with a smile. …');
  expect(shown({ goodbye: 1, cry: 3, stops: 3 })).toBe('… [Crying stops] soon.');
});

test('the first sentence, which mostly answers, is preferred to one that says a little more', () => {
  expect(shown({ goodbye: 1, cry: 3, stops: 1 })).toBe('Most babies [cry.] …');
});

test('a name’s stop ends no sentence', () => {
  expect(shown({ wrote: 1 })).toBe('… Dr. Stern et al. (2018) [wrote] so. …');
});

test('an earlier sentence wins over a later one that says as much', () => {
  expect(shown({ cry: 1 })).toMatch(/^Most babies \[cry\.\]/);
});

test('a sentence that is too long is cut around its matches', () => {
  const long = Array.from({ length: 100 }, (_, index) => `w${String(index)}`).join(' ');
  const [, ...pieces] = excerptOf(long, { units: [{ places: [60], importance: 1 }] }, 12);
  const own = pieces.map((piece) => piece.text).join('');
  expect(own).toContain('w60');
  expect(own.split(' ')).toHaveLength(13);
});

test('without matches it is the beginning', () => {
  expect(shown({})).toBe('Most babies cry. …');
});
