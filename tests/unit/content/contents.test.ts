import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  arrangeContents,
  buildSidebar,
  findNeighbours,
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
  expect(buildSidebar(contents, 'late')).toMatchObject([
    { type: 'group', label: 'Start here', entries: [{ label: 'EARLY' }, { isCurrent: true }] },
    { type: 'link', label: 'Questions and practice', href: '/faq/', isCurrent: false },
  ]);
  expect(buildSidebar(contents, 'nowhere').map(({ type }) => type)).toEqual(['link', 'link']);
});

test('previous and next pages follow reading order, across parts', () => {
  const { prev, next } = findNeighbours(contents, 'late');
  expect([prev?.href, next?.href]).toEqual(['/early/', '/faq/']);
  expect(findNeighbours(contents, 'early').prev).toBeUndefined();
  expect(findNeighbours(contents, 'faq').next).toBeUndefined();
  expect(findNeighbours(contents, 'nowhere')).toEqual({ prev: undefined, next: undefined });
});
