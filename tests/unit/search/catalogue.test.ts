import { expect, test } from 'vitest';
import {
  type Catalogue,
  formatCatalogue,
  parseCatalogue,
} from '../../../src/features/search/model/catalogue.ts';

const faq = { path: 'faq/', title: 'Questions', part: 1, aside: false };
const about = { path: 'about/', title: 'About', part: -1, aside: true };
const lengths = {
  length: 1234,
  lines: [
    { end: 1237, weight: 12 },
    { end: 1246, weight: 120, answer: 0 },
    { end: 1250, weight: 18, answer: 1200 },
    { end: 1252, weight: 6, answer: 1200 },
  ],
};
const catalogue: Catalogue = {
  parts: ['Start', 'Questions'],
  size: 900,
  shards: ['abc', 'mno'],
  pages: [faq, about],
  sections: new Map([
    ['1', { anchor: '', heading: 'Questions', page: faq, length: 40, lines: [] }],
    ['2', { anchor: 'does-it-last', heading: 'Does it last?', page: faq, ...lengths }],
    ['3', { anchor: 'own-anchor', heading: 'Named by hand', page: about, ...lengths }],
  ]),
  terms: new Map([
    ['4', { anchor: 'secure-base', term: 'secure base', aliases: ['safe base'] }],
    ['5', { anchor: 'ecr-r', term: 'ECR-R', aliases: [] }],
  ]),
  bets: [{ isHelp: true, places: ['3'], pattern: [['(?:help ?line)'], ['ring', '!bell']] }],
};

test('a catalogue is the same after formatting and parsing', () => {
  expect(parseCatalogue(formatCatalogue(catalogue))).toEqual(catalogue);
});

test('the weights of a small guide are rounded less, since all its words are common', () => {
  const lines = [{ end: 3, weight: 5 }];
  const sections: Catalogue['sections'] = new Map([
    ['1', { anchor: '', heading: 'Questions', page: faq, length: 1, lines }],
  ]);
  const small = { ...catalogue, size: 60, sections };
  expect(parseCatalogue(formatCatalogue(small)).sections.get('1')?.lines).toEqual(lines);
});

test('weights are rounded down, so that a query that equals a line matches all of it', () => {
  const lines = [7, 17, 29].map((weight, index) => ({ end: 50 + 2 * index, weight }));
  const section = { anchor: '', heading: 'Questions', page: faq, length: 40, lines };
  const { sections } = parseCatalogue(
    formatCatalogue({ ...catalogue, sections: new Map([['1', section]]) }),
  );
  const read = sections.get('1')?.lines.map(({ weight }) => weight) ?? [];
  expect(read).toHaveLength(3);
  for (const [index, { weight }] of lines.entries())
    expect(read[index]).toBeLessThanOrEqual(weight);
});

test('a truncated catalogue is an error', () => {
  expect(() => parseCatalogue(formatCatalogue(catalogue).slice(0, -20))).toThrow();
});
