import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Sentences, labels and captions of figures that mention a child. */
const sentences = readFileSync('src/content/figures/words.yaml', 'utf8')
  .replace(/^#.*$/gm, '')
  .replace(/\s+/g, ' ')
  .split(/[.:;?'"]/)
  .filter((text) => /\b(?:baby|child|toddler)\b/i.test(text));

test('the text of figures never calls a child "it"', () => {
  expect(sentences.length).toBeGreaterThan(3);
  expect(sentences.filter((text) => /\b(?:it|its|itself)\b/i.test(text))).toEqual([]);
});
