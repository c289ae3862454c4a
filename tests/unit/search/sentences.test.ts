import { expect, test } from 'vitest';
import { findOpening, sentenceStarts } from '../../../src/features/search/model/excerpt.ts';

const text =
  'Most babies cry – at first. It’s normal (Moor et al., 2001; Quay, n.d.), and it passes (for most). ' +
  'What helps: a short goodbye. dr. Stern said so. It’s normal.';

test.each([
  ['Most babies cry', 0],
  ['Most babies cry at first', 0],
  ["it's normal, and it", 6],
  ["It's normal (Moor et al., 2001; Quay, n.d.), and", 6],
  ['It’s normal (Moor et', 6],
  ['a short goodbye', 21],
  ['What  helps —', 19],
])('“%s” begins a sentence, an item or the text after a colon', (opening, at) => {
  expect(findOpening(text, opening)).toEqual({ at, isStart: true });
});

test('a match within a sentence is distinguished; a beginning elsewhere is preferred', () => {
  expect(findOpening(text, 'at first. It’s')).toEqual({ at: 4, isStart: false });
  expect(findOpening('I say it is so. It is so.', 'It is so')).toEqual({ at: 5, isStart: true });
});

test('brackets that are not citations and word boundaries are compared', () => {
  expect(findOpening(text, 'it passes (for many)')).toBeUndefined();
  expect(findOpening(text, 'ost babies cry')).toBeUndefined();
});

test('abbreviations and initials do not end a sentence', () => {
  const words = 'One e.g. Two. Three by A. Moor. Four (see p. 5). Five'.split(' ');
  expect(sentenceStarts(words).map((at) => words[at])).toEqual(['One', 'Three', 'Four', 'Five']);
});

test('sentences begin with the quotes and marks of other languages, too', () => {
  const words = '¿Who knows? ¡Nobody! «Come.» „Go.“ Stay.'.split(' ');
  expect(sentenceStarts(words)).toEqual([0, 2, 3, 4, 5]);
});
