import { expect, test } from 'vitest';
import { createBibliographer } from '../../../src/features/citations/model/print/bibliographer.ts';
import { people, readStyle, readYaml, toText, works } from './fixtures.ts';

const bibliographer = createBibliographer(readStyle(), works, people);
const cases = readYaml('references') as { id: string; prints: string }[];

test.each(cases)('writes the reference of $id', ({ id, prints }) => {
  expect(toText(bibliographer.entry(id))).toBe(prints);
});

test('lists references in the order of the table, whatever the order of the ids', () => {
  const ids = works.map(({ id }) => id);
  expect(bibliographer.sort(ids.toReversed())).toEqual(cases.map(({ id }) => id));
});

test('year letters are the same in the text and in the list, also for a person spelt in two ways', () => {
  const author = (given: string) => [{ family: 'Tronick', given }];
  const work = (id: string, title: string, given: string) => ({
    ...{ id, title, type: 'book', author: author(given) },
    issued: { 'date-parts': [[2007]] },
  });
  const twins = [work('z', 'A first title', 'Ed'), work('a', 'The second title', 'Edward Z.')];
  const small = createBibliographer(readStyle(), twins, people);
  expect(small.cite({ id: 'z' })).toBe('(Tronick, 2007a)');
  expect(small.cite({ id: 'a' })).toBe('(Tronick, 2007b)');
  expect(toText(small.entry('z'))).toMatch(/^Tronick, E\. \(2007a\)/);
  expect(toText(small.entry('a'))).toMatch(/^Tronick, E\. Z\. \(2007b\)/);
  expect(small.sort(['a', 'z'])).toEqual(['z', 'a']);
});

test('one citation does not change how the next is written', () => {
  bibliographer.cite({ id: 'schore2008', narrative: true });
  expect(bibliographer.cite({ id: 'schore2001a' })).toBe('(A. N. Schore, 2001a)');
});

test('URLs become links, and no element has a style attribute', () => {
  const all = cases.map(({ id }) => bibliographer.entry(id)).join('');
  expect(bibliographer.entry('one2001')).toContain(
    '<a href="https://doi.org/10.1000/one">https://doi.org/10.1000/one</a>',
  );
  expect(all).not.toContain('style=');
});

test('refuses a work that it does not know, and a locator that could belong to several', () => {
  expect(() => bibliographer.entry('nobody')).toThrow('No work with the id "nobody"');
  expect(() => bibliographer.cite({ id: 'one2001 two2010', locator: 'p. 3' })).toThrow(
    'could belong to any of 2 works',
  );
});

test.each([
  ['es-ES', 'Jones y Brown (2010)', 'Tronick et\u00a0al. (1978)', 's.\u00a0f.', '27 de noviembre'],
  ['de-DE', 'Jones und Brown (2010)', 'Tronick et al. (1978)', 'o.\u00a0J.', '27. November'],
])('writes citations in the language of the locale %s', (locale, pair, group, undated, day) => {
  const dated = (id: string, ...parts: number[]) => ({
    ...{ id, title: id, type: 'webpage', issued: { 'date-parts': [[2026, ...parts]] } },
  });
  const days = [dated('day', 11, 27), dated('month', 11), dated('year')];
  const local = createBibliographer(readStyle('apa', locale), [...works, ...days], people);
  expect(toText(local.cite({ id: 'two2010', narrative: true }))).toBe(pair);
  expect(toText(local.cite({ id: 'tronick1978', narrative: true }))).toBe(group);
  expect(toText(local.cite({ id: 'nodate' }))).toContain(undated);
  expect(local.entry('day')).toContain(`(2026, ${day})`);
  expect(local.entry('month')).toMatch(/\(2026, \S+\)/);
  expect(local.entry('year')).toContain('(2026)');
});
