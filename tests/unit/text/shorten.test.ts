import { expect, test } from 'vitest';
import { shorten } from '../../../src/lib/text/format.ts';

test('leaves alone what is short enough', () => {
  expect(shorten('The still face', 14)).toBe('The still face');
});

test('ends after a whole word, without the mark that followed it', () => {
  expect(shorten('The still face, shown in 1975', 18)).toBe('The still face…');
  expect(shorten('Secure adults are at ease', 20)).toBe('Secure adults are…');
});
