import { expect, test } from 'vitest';
import { trimSidebar } from '../../../src/lib/content/trim-sidebar.ts';

const link = (label: string, isCurrent = false) =>
  ({ type: 'link', label, href: `/${label}/`, isCurrent }) as const;
const group = (label: string, ...entries: object[]) => ({ type: 'group', label, entries });

test('a part that is not the page’s is one link to its first page', () => {
  expect(trimSidebar([group('A', link('a')), group('B', link('b', true), link('c'))])).toEqual([
    { ...link('a'), label: 'A' },
    group('B', link('b', true), link('c')),
  ]);
});

test('parts within the page’s own part are trimmed, too', () => {
  const own = group('A1', link('a', true), link('b'));
  const sidebar = [group('A', own, group('A2', link('c'), link('d')), link('e'))];
  expect(trimSidebar(sidebar)).toEqual([group('A', own, { ...link('c'), label: 'A2' }, link('e'))]);
});

test('outside all parts every part is a link', () => {
  expect(trimSidebar([group('A', group('B', link('a'))), link('b')])).toEqual([
    { ...link('a'), label: 'A' },
    link('b'),
  ]);
});
