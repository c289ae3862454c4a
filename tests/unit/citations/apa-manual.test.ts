import { expect, test } from 'vitest';
import { createBibliographer } from '../../../src/features/citations/model/print/bibliographer.ts';
import type { Reference } from '../../../src/content-model/schemas/reference.ts';
import { readStyle, readYaml, toText } from './fixtures.ts';

const cases = readYaml('apa-manual') as {
  rule: string;
  work: Reference;
  prints: string;
  cites?: string;
  narrates?: string;
}[];
const bibliographer = createBibliographer(
  readStyle(),
  cases.map(({ work }) => work),
);

test.each(cases)('APA 7 §$rule', ({ work, prints, cites, narrates }) => {
  expect(toText(bibliographer.entry(work.id))).toBe(prints);
  if (cites) expect(toText(bibliographer.cite({ id: work.id }))).toBe(cites);
  if (narrates) expect(toText(bibliographer.cite({ id: work.id, narrative: true }))).toBe(narrates);
});

test('nothing in a DOI or an address ends the attribute that contains it', () => {
  expect(bibliographer.entry('a49')).toContain('href="https://doi.org/10.1000/a%22b"');
});

const work = (id: string, name: object, title: string, year = 2000): Reference => ({
  ...{ id, type: 'book', title, author: [name as { family: string }] },
  issued: { 'date-parts': [[year]] },
});

test('lists letter by letter, nothing before something, without articles', () => {
  const inOrder = [
    work('a', { family: 'Deneault', given: 'A.' }, 'T'),
    work('b', { family: 'De Wolff', given: 'M.' }, 'T'),
    work('c', { family: 'Dunn', given: 'A.' }, 'The apple'),
    work('d', { family: 'Dunn', given: 'A.' }, 'Bee'),
    work('e', { family: 'Singh', given: 'Y.' }, 'T'),
    work('f', { family: 'Singh Siddhu', given: 'N.' }, 'T'),
    work('g', { family: 'Stanton', given: 'A.' }, 'T'),
    work('h', { family: 'St. John', given: 'A.' }, 'T'),
    work('i', { family: 'Vance', given: 'A.' }, 'T'),
    work('j', { family: 'Van Dam', given: 'A.' }, 'T'),
  ];
  const { sort, cite } = createBibliographer(readStyle(), inOrder.toReversed());
  expect(sort(inOrder.map(({ id }) => id)).join('')).toBe('abcdefghij');
  expect([cite({ id: 'c' }), cite({ id: 'd' })]).toEqual(['(Dunn, 2000a)', '(Dunn, 2000b)']);
});
