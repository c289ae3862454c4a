import { expect, test } from 'vitest';
import { readingTime } from '../../../src/lib/text/format.ts';

test('counts the words a reader reads, not imports and components', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
  const body = `import Cite from '~/features/citations/Cite.astro';\n\n${words(690)} <Cite id="${words(400)}" />`;
  expect(readingTime(body)).toBe(3);
});

test('is never less than a minute', () => {
  expect(readingTime('')).toBe(1);
});
