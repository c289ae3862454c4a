import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findBets, toPattern } from '../../../src/features/search/model/catalogue.ts';
import { wordsForBets } from '../../../src/features/search/model/words.ts';
import { bestBetsSchema } from '../../../src/content-model/schemas/search.ts';

const { parts, bets } = bestBetsSchema.parse(
  parse(readFileSync('src/content/best-bets.yaml', 'utf8')),
);
const known = bets.map((bet) => ({
  isHelp: bet.kind === 'help',
  places: bet.places,
  pattern: toPattern(bet.queries, parts),
}));
const bet = (query: string) => findBets(wordsForBets(query), known);
const placesOf = (query: string) => bet(query).flatMap(({ places }) => places);

const read = (name: string) =>
  readFileSync(`tests/fixtures/search/${name}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

test('a part is filled in by its name', () => {
  const pattern = toPattern(['scared of {who}', 'plain words'], { who: '(him|her)' });
  const found = (query: string) =>
    findBets(query.split(' '), [{ isHelp: true, places: [], pattern }]).length;
  expect(found('i am scared of her now')).toBe(1);
  expect(found('some plain words')).toBe(1);
  expect(found('explain words')).toBe(0);
});

test('all words of a list must match, in any order, and none after an exclamation mark', () => {
  const pattern = toPattern(['{hits} & (my )?{who} & !(toddler|baby)', 'plain words'], {
    man: 'dad|uncle',
    who: '({man}|ex)',
    hits: '(hit|hits)',
  });
  const found = (query: string) =>
    findBets(query.split(' '), [{ isHelp: true, places: [], pattern }]).length;
  expect(found('my uncle hits me')).toBe(1);
  expect(found('i was hit again by my ex')).toBe(1);
  expect(found('plain words')).toBe(1);
  expect(found('my toddler hits my dad')).toBe(0);
  expect(found('my uncle has a hitch')).toBe(0);
});

test('a cry for help is found at the end of a long story', () => {
  const story =
    'We met when I was young and at first all of it was lovely, then the baby came and '.repeat(3);
  expect(bet(`${story} now he hits me`).some(({ isHelp }) => isHelp)).toBe(true);
});

describe('best bets alone match the plainest words of danger', () => {
  test.each([
    'suicidal',
    'I want to die',
    'how to end my life',
    'self-harm',
    'he hits me',
    'I was raped',
    'domestic abuse',
    'is my niece being abused',
    'I might hurt my child',
    'emergency number',
    'help me',
    'I can’t go on',
    'can not cope with my baby',
    'i shook my baby',
    'my husband beats me',
    'someone to talk to',
    'Samaritans',
    'my husband locked me in the bedroom',
    'he put his hands around my neck',
    'I don’t feel safe at home',
    'scared to go home',
    'I have taken too many tablets',
    'I want it all to stop',
    'scared I’ll snap and hurt the baby',
    'is there a number I can ring',
  ])('%s', (query) => {
    expect(bet(query).some(({ isHelp }) => isHelp)).toBe(true);
  });
});

describe('ordinary questions match no best bet for help', () => {
  const near = read('no-helplines.txt').map(([query = '']) => query);
  test.each([
    ...near,
    'scared he will leave me',
    'does being on my phone hurt my baby',
    'can daycare harm the bond',
    'my husband does not want to talk to me',
    'emergency c-section missed the golden hour',
    'afraid of thunder',
    'my son hits other children',
    'afraid of being abandoned',
    'my toddler locked himself in the bathroom',
    'he won’t let me put him down',
    'I want the arguing to stop',
    'she never lets me cuddle her',
    'how much phone time is safe at home',
    'my son takes my phone',
    'my wife shuts me out',
    'he won’t let me out of his sight',
  ])('%s', (query) => {
    expect(bet(query).some(({ isHelp }) => isHelp)).toBe(false);
  });

  test('few of the queries in the lists do', () => {
    const asked = ['queries.tsv', 'held-out.tsv'].flatMap(read);
    const alarmed = asked.filter(([query = '', accepted = '']) => {
      return !accepted.includes('about') && bet(query).some(({ isHelp }) => isHelp);
    });
    expect(alarmed.length).toBeLessThan(asked.length / 100);
  });
});

test.each([
  ['is attachment theory a scam', 'myths'],
  ['attachment theory debunked', 'myths'],
  ['problems with attachment theory', 'further-reading#is-attachment-overrated-and-the-reply'],
  ['read offline', 'download'],
  ['print this page', 'download'],
  ['who wrote this?', 'about#how-it-is-made'],
  ['who pays for this website', 'about#editorial-policy'],
  ['something to print for the parents at my nursery', 'handouts/five-things'],
  ['attachment lesson plan', 'handouts/classroom'],
  ['delete what this site knows of me', 'about#privacy'],
  ['licence', 'about#licence'],
])('%s has the best bet %s', (query, place) => {
  expect(placesOf(query)).toContain(place);
});

test.each([
  'no connection with my newborn',
  'my mother criticised everything',
  'avoids eye contact',
  'contact with the birth family',
  'tracking my partner’s location',
  'attachment style quiz',
  'he refuses contact',
  'last day with my class, ideas that mean something',
  'I lost it this morning and I can still see her little face',
  'they paid for everything and she could not tell you one thing about me',
  'a colleague who owns up to mistakes',
])('%s has no best bet', (query) => {
  expect(bet(query)).toEqual([]);
});

test.each([
  'is he away on a course and I feel rubbish',
  'freaking out when he is offline',
  'I hurt my son’s feelings',
  'help me not to text her',
  'strengths and limitations of Bowlby’s explanation',
  'the seven Bs',
  'attachment parenting criticism',
  'was the bonding theory refuted by later work',
  'looking for evidence of attachment',
])('%s is not a doubt of the theory, a wish to download or a cry for help', (query) => {
  expect(bet(query)).toEqual([]);
});

describe('subjects that the guide does not cover', () => {
  test.each([
    'how do I attach a file to an email',
    'when to start weaning',
    'calpol dose for a toddler',
    'maternity pay calculator',
    'best car seat for a newborn',
    'premium bonds',
    'my kitten hides under the bed',
  ])('%s', (query) => {
    expect(bet(query).map(({ places }) => places)).toEqual([[]]);
  });

  test('hardly any query of the tuning lists is one', () => {
    const asked = [
      'queries.tsv',
      'places.tsv',
      'asked.tsv',
      'fresh.tsv',
      'unseen-kinds.tsv',
    ].flatMap(read);
    const elsewhere = asked.filter(([query = '']) => {
      return bet(query).some(({ places }) => places.length === 0);
    });
    expect(elsewhere.length).toBeLessThan(asked.length / 100);
  });
});
