import { expect, test } from 'vitest';
import { findPart } from '../../../src/lib/content/find-part.ts';

const link = (label: string, isCurrent = false) => ({ type: 'link' as const, label, isCurrent });
const group = (label: string, ...entries: ReturnType<typeof link>[]) => ({
  type: 'group' as const,
  label,
  entries,
});

test('names the part that holds the current page', () => {
  const sidebar = [group('One', link('a')), group('Two', link('b'), link('c', true))];
  expect(findPart(sidebar)).toBe('Two');
});

test('names none for a page outside all parts', () => {
  expect(findPart([group('One', link('a')), link('home', true)])).toBeUndefined();
});
