import { expect, test } from 'vitest';
import { findDefinition } from '../../../src/features/search/model/catalogue.ts';
import { isCitationOf } from '../../../src/features/search/model/rank.ts';
import { splitQuery } from '../../../src/features/search/model/words.ts';

const terms = new Map([
  ['1', { anchor: 'secure-base', term: 'secure base', aliases: ['safe base'] }],
  ['2', { anchor: 'still-face', term: 'still-face experiment', aliases: ['still face'] }],
  ['3', { anchor: 'boundaries', term: 'boundaries', aliases: [] }],
  ['4', { anchor: 'hyperactivation', term: 'hyperactivation', aliases: [] }],
]);
const define = (query: string) => findDefinition(splitQuery(query), { terms });

test.each([
  ['What is a secure base?', '1'],
  ['secure base meaning', '1'],
  ['define safe base', '1'],
  ['what is meant by secure base in psychology', '1'],
  ['stillface', '2'],
  ['boundary', '3'],
  ['what does hyperactivating mean', '4'],
  ['boundaries what is it exactly', '3'],
])('%s asks for a meaning', (query, id) => {
  expect(define(query)).toBe(id);
});

test.each(['how to be a secure base', 'what is it', '', 'secure base and safe haven'])(
  '%j does not ask for a meaning',
  (query) => {
    expect(define(query)).toBeUndefined();
  },
);

test.each([
  ['Groh 2014', 'Groh et al. (2014)', true],
  ['tronick et al. (1978)', 'Tronick et al. (1978)', true],
  ['Groh 2014', 'Groh et al. (2017)', false],
  ['2014', 'Groh et al. (2014)', false],
  ['Groh', 'Groh et al. (2014)', false],
])('%s as a citation of %s: %s', (query, citation, isNamed) => {
  expect(isCitationOf(splitQuery(query), citation)).toBe(isNamed);
});
