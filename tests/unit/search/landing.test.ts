import { expect, test } from 'vitest';
import { linkTo } from '../../../src/features/search/client/results.ts';
import { findPhrases, parseFound } from '../../../src/features/search/client/marks.ts';

const marked = (text: string, found: string) =>
  findPhrases(text, parseFound(found)).map(({ start, end }) => text.slice(start, end));

test('forms of a word are marked', () => {
  expect(marked('To repair: repairs, repaired. Despair!', 'repair')).toEqual([
    'repair',
    'repairs',
    'repaired',
  ]);
});

test('a phrase is marked as a whole, with or without its hyphen', () => {
  expect(marked('The still-face study; a still face; faces', 'still face')).toEqual([
    'still-face',
    'still face',
  ]);
});

test('possessives and accents match', () => {
  expect(marked('Maté’s book', 'mate')).toEqual(['Maté’s']);
});

test('the parameter has a maximum length', () => {
  const address = linkTo(new URL('https://site.example/'), 'faq/', 'x', ['a', 'a', 'b']);
  expect(address).toBe('https://site.example/faq/?found=a%2Cb#x');
  expect(parseFound(`${'word,'.repeat(50)}${'x'.repeat(5000)}`)).toHaveLength(8);
  expect(parseFound(' ,,<b>,')).toEqual([['b']]);
});
