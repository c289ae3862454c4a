import { expect, test } from 'vitest';
import { findDue } from '../../../src/content-model/build/find-problems.ts';

const page = (day: string) => ({ title: day, review: day });

test('separates overdue pages from those due soon, earliest first', () => {
  const pages = ['2027-06-01', '2026-12-01', '2026-11-23', '2025-01-01'].map(page);
  const { overdue, soon } = findDue(pages, new Date('2026-11-24T10:00:00Z'));
  expect(overdue.map(({ title }) => title)).toEqual(['2025-01-01', '2026-11-23']);
  expect(soon.map(({ title }) => title)).toEqual(['2026-12-01']);
});

test('a page is not overdue on the day of its review', () => {
  const { overdue, soon } = findDue([page('2026-11-24')], new Date('2026-11-24T23:59:00Z'));
  expect(overdue).toEqual([]);
  expect(soon).toHaveLength(1);
});
