import { describe, expect, test, vi } from 'vitest';
import { applyCorrections, correctQuery } from '../../../src/features/search/model/correct.ts';
import { makeLexicon } from './lexicon.ts';

const lexicon = makeLexicon();
const corrected = (query: string, typing = false) =>
  correctQuery(query.split(' '), lexicon, typing);

describe('misspellings are corrected', () => {
  test.each([
    ['attatchment', 'attachment'],
    ['atachement', 'attachment'],
    ['avoident', 'avoidant'],
    ['bolby', 'bowlby'],
    ['tronik', 'tronick'],
    ['missattunement', 'misattunement'],
    ['scure', 'secure'],
    ['selfsoothing', 'self soothing'],
  ])('%s means %s', (typed, meant) => {
    expect(corrected(typed)).toEqual({
      words: meant.split(' '),
      corrections: [{ from: typed, to: meant }],
      unknownWords: [],
    });
  });
});

describe('other words are left as they are', () => {
  test.each([
    ['a known word', 'repair'],
    ['another form of a known word', 'repairing'],
    ['a lay word', 'mum'],
    ['the other spelling', 'disorganized'],
    ['halves of a compound', 'mis attunement'],
    ['words run together that the site writes so', 'stillface'],
    ['a short word', 'atc'],
    ['a number', '1978x'],
    ['a year that nobody cites', '1979'],
    ['a word unlike all others', 'xylophone'],
  ])('%s', (_, query) => {
    expect(corrected(query)).toMatchObject({ words: query.split(' '), corrections: [] });
  });

  test('the beginning of a known word, while it is being typed', () => {
    expect(corrected('attach', true).corrections).toEqual([]);
    expect(corrected('toddl', true).corrections).toEqual([]);
  });
});

test('words that are neither known nor corrected are returned', () => {
  expect(corrected('xylophone repair').unknownWords).toEqual(['xylophone']);
});

test('a word in the dictionary is not corrected, however near to another', () => {
  expect(corrected('secured mace').corrections).toContainEqual({ from: 'mace', to: 'face' });
  const isListed = (word: string) => word === 'mace';
  expect(correctQuery(['mace'], lexicon, false, isListed)).toEqual({
    words: ['mace'],
    corrections: [],
    unknownWords: ['mace'],
  });
});

test('corrections are applied to the text as typed, also in browsers without RegExp.escape()', () => {
  vi.stubGlobal('RegExp', class extends RegExp {});
  Object.defineProperty(RegExp, 'escape', { value: undefined, configurable: true });
  try {
    const corrections = [
      { from: 'avoident', to: 'avoidant' },
      { from: 'c++', to: 'c' },
    ];
    expect(applyCorrections('Avoident, C++ and avoident', corrections)).toBe(
      'avoidant, c and avoident',
    );
  } finally {
    vi.unstubAllGlobals();
  }
});

test('a short word two edits away is corrected only if it sounds alike', () => {
  expect(correctQuery(['secede'], makeLexicon()).corrections).toEqual([]);
  expect(correctQuery(['sekure'], makeLexicon()).words).toEqual(['secure']);
});

test('a form of a lay word is not corrected', () => {
  const lay = makeLexicon();
  lay.addSynonyms('skive', [{ to: 'attachment', weight: 0.5 }]);
  expect(correctQuery(['skived'], lay).corrections).toEqual([]);
  expect(correctQuery(['skivve'], lay).words).toEqual(['skive']);
});
