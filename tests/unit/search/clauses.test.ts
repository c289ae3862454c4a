import { expect, test } from 'vitest';
import { planQuery } from '../../../src/features/search/model/clauses.ts';
import { makeLexicon } from './lexicon.ts';

const lexicon = makeLexicon();
const plan = (query: string) => planQuery(query.split(' '), lexicon);
const textsOfTerms = (terms: readonly { text: string }[] | undefined) =>
  terms?.map(({ text }) => text);

test('function words are dropped', () => {
  expect(plan('what is a secure child').map(({ text }) => text)).toEqual(['secure', 'child']);
});

test('function words are kept when nothing else is left', () => {
  expect(plan('what is it').map(({ text }) => text)).toEqual(['what', 'is', 'it']);
});

test('halves of a compound are searched for as one word, and as a phrase', () => {
  const [clause] = plan('still face');
  expect(clause?.text).toBe('still face');
  expect(textsOfTerms(clause?.terms)).toEqual(['stillface', '"still face"', 'still', 'face']);
});

test('a lay word is searched for by its synonyms, weighted', () => {
  const [clause] = plan('mum');
  expect(clause?.terms).toEqual([{ text: 'mother', weight: 0.8 }]);
});

test('a lay phrase is a clause besides those of its words', () => {
  const clauses = plan('silent treatment');
  expect(clauses.map(({ text }) => text)).toEqual(['silent', 'treatment', 'silent treatment']);
  expect(textsOfTerms(clauses[2]?.terms)).toEqual(['"shuts down"']);
});

test('a word that the site does not have is not searched for', () => {
  expect(plan('xylophone')[0]?.terms).toEqual([]);
});

test('the British spelling of a word is searched for', () => {
  expect(textsOfTerms(plan('disorganized')[0]?.terms)).toEqual(['disorganised']);
});

test('a word typed twice counts once', () => {
  expect(plan('secure secure')).toHaveLength(1);
});

test('only the word being typed may be a prefix', () => {
  const termsOf = (word: string, typing: boolean) =>
    planQuery([word], makeLexicon(), typing)[0]?.terms;
  expect(termsOf('atta', false)).toEqual([]);
  expect(termsOf('atta', true)).toEqual([{ text: 'atta', weight: 1 }]);
});

test('a number or letter is ignored unless the site has it', () => {
  const figures = makeLexicon();
  figures.addWord('twelve', 1);
  const textsOf = (query: string) => planQuery(query.split(' '), figures).map(({ text }) => text);
  expect(textsOf('r 4 child')).toEqual(['child']);
  expect(textsOf('4')).toEqual(['4']);
  expect(planQuery(['12', 'child'], figures)[0]?.terms).toEqual([{ text: 'twelve', weight: 1 }]);
});
