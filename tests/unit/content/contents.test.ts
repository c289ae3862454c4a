import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  arrangeContents,
  findNeighbours,
  openContents,
} from '../../../src/content-model/model/contents.ts';
import { site } from '../../../src/site/site.ts';

const page = (slug: string, part?: string, order?: number) => ({
  slug,
  part,
  order,
  title: slug.toUpperCase(),
});

const contents = arrangeContents([
  page('late', 'start', 20),
  page('faq', 'questions', 10),
  page('nowhere'),
  page('early', 'start', 10.5),
]);

test('parts are in reading order with their pages by "order"; empty parts and pages without a part are left out', () => {
  expect(contents.map(({ id, pages }) => [id, pages.map(({ slug }) => slug)])).toEqual([
    ['start', ['early', 'late']],
    ['questions', ['faq']],
  ]);
});

test.each(site.parts)('the part $id has its drawing, independent of its label', ({ emblem }) => {
  expect(existsSync(`src/content/drawings/${emblem}.svg`)).toBe(true);
});

test('a page’s own part is unfolded, and every other is one link to its first page', () => {
  expect(openContents(contents, 'late')).toMatchObject([
    { label: 'Start here', pages: [{ title: 'EARLY' }, { title: 'LATE' }], isOpen: true },
    { label: 'Questions and practice', pages: [{ slug: 'faq' }], isOpen: false },
  ]);
  expect(openContents(contents, 'nowhere').map(({ isOpen }) => isOpen)).toEqual([false, false]);
});

test('previous and next pages follow reading order, across parts', () => {
  const { prev, next } = findNeighbours(contents, 'late');
  expect([prev?.slug, next?.slug]).toEqual(['early', 'faq']);
  expect(findNeighbours(contents, 'early').prev).toBeUndefined();
  expect(findNeighbours(contents, 'faq').next).toBeUndefined();
  expect(findNeighbours(contents, 'nowhere')).toEqual({});
});
