import { expect, test } from 'vitest';
import { planQuery } from '../../../src/features/search/model/units.ts';
import { makeLexicon } from './lexicon.ts';

const lexicon = makeLexicon();
const plan = (query: string) => planQuery(query.split(' '), lexicon);
const asks = (questions: readonly { ask: string }[] | undefined) =>
  questions?.map(({ ask }) => ask);

test('function words are dropped', () => {
  expect(plan('what is a secure child').map(({ text }) => text)).toEqual(['secure', 'child']);
});

test('function words are kept when nothing else is left', () => {
  expect(plan('what is it').map(({ text }) => text)).toEqual(['what', 'is', 'it']);
});

test('halves of a compound are asked for as one, and as a phrase', () => {
  const [unit] = plan('still face');
  expect(unit?.text).toBe('still face');
  expect(asks(unit?.questions)).toEqual(['stillface', '"still face"', 'still', 'face']);
});

test('a lay word asks for what the site says, weighted', () => {
  const [unit] = plan('mum');
  expect(unit?.questions).toEqual([{ ask: 'mother', weight: 0.8 }]);
});

test('a lay phrase is a unit of its own beside its words', () => {
  const units = plan('silent treatment');
  expect(units.map(({ text }) => text)).toEqual(['silent', 'treatment', 'silent treatment']);
  expect(asks(units[2]?.questions)).toEqual(['"shuts down"']);
});

test('a word that the site does not have is not asked for', () => {
  expect(plan('xylophone')[0]?.questions).toEqual([]);
});

test('the British spelling is asked for as well', () => {
  expect(asks(plan('disorganized')[0]?.questions)).toEqual(['disorganised']);
});

test('a word typed twice counts once', () => {
  expect(plan('secure secure')).toHaveLength(1);
});

test('only the word being typed may be the beginning of another', () => {
  const questionsOf = (word: string, typing: boolean) =>
    planQuery([word], makeLexicon(), typing)[0]?.questions;
  expect(questionsOf('atta', false)).toEqual([]);
  expect(questionsOf('atta', true)).toEqual([{ ask: 'atta', weight: 1 }]);
});

test('an age or a letter that the site does not have is passed over, a figure that it has is asked for', () => {
  const figures = makeLexicon();
  figures.addWord('twelve', 1);
  const textsOf = (query: string) => planQuery(query.split(' '), figures).map(({ text }) => text);
  expect(textsOf('r 4 child')).toEqual(['child']);
  expect(textsOf('4')).toEqual(['4']);
  expect(planQuery(['12', 'child'], figures)[0]?.questions).toEqual([{ ask: 'twelve', weight: 1 }]);
});
