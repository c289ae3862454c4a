import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = 'src/features/figures/';
const drawings = readdirSync(folder).filter((name) => name.endsWith('.astro'));

/** Sentences, labels and captions of a drawing that speak of a child. */
function sentencesOnChildren(source: string): string[] {
  return source
    .replace(/\s+/g, ' ')
    .split(/[.:;?'"<>]/)
    .filter((text) => /\b(?:baby|child|toddler)\b/i.test(text));
}

test('drawings speak of children', () => {
  const spoken = drawings.filter(
    (name) => sentencesOnChildren(readFileSync(folder + name, 'utf8')).length > 0,
  );
  expect(spoken.length).toBeGreaterThan(3);
});

test.each(drawings)('%s never calls a child "it"', (name) => {
  const sentences = sentencesOnChildren(readFileSync(folder + name, 'utf8'));
  expect(sentences.filter((text) => /\b(?:it|its|itself)\b/i.test(text))).toEqual([]);
});
