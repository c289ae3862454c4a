import { describe, expect, test, vi } from 'vitest';
import { applyCorrections, mend } from '../../../src/lib/search/mend.ts';
import { makeLexicon } from './lexicon.ts';

const lexicon = makeLexicon();
const mended = (query: string, typing = false) => mend(query.split(' '), lexicon, { typing });

describe('slips are put right', () => {
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
    expect(mended(typed)).toEqual({
      words: meant.split(' '),
      corrections: [{ from: typed, to: meant }],
      strangers: [],
    });
  });
});

describe('what is no slip stays as it is', () => {
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
    expect(mended(query)).toMatchObject({ words: query.split(' '), corrections: [] });
  });

  test('the beginning of a known word, while it is being typed', () => {
    expect(mended('attach', true).corrections).toEqual([]);
    expect(mended('toddl', true).corrections).toEqual([]);
  });
});

test('words that nobody knows are named', () => {
  expect(mended('xylophone repair').strangers).toEqual(['xylophone']);
});

test('an English word is no slip of another, however near', () => {
  expect(mended('secured mace').corrections).toContainEqual({ from: 'mace', to: 'face' });
  const isEnglish = (word: string) => word === 'mace';
  expect(mend(['mace'], lexicon, { isEnglish })).toEqual({
    words: ['mace'],
    corrections: [],
    strangers: ['mace'],
  });
});

test('corrections stand in the text as it was typed, in browsers without RegExp.escape() too', () => {
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
