import { expect, test } from 'vitest';
import { draftGuide } from '../../src/cli/new-guide.ts';
import { findProblems } from '../../src/content-model/build/find-problems.ts';
import { readContent, readSurroundings } from '../../src/content-model/build/read-content.ts';

// cspell:ignore mieux dormir français
const begin = (language: string, name = 'L’été: mieux dormir') =>
  draftGuide(name, language, '2028-02-29');
const { components } = readSurroundings();

test.each(['fr', 'en-GB', 'ar'])('a new guide in %s has no mistake', (language) => {
  const sources = Object.entries(begin(language))
    .filter(([path]) => path.startsWith('src/content/'))
    .map(([path, text]) => ({ path, text }))
    // The command keeps the emblems.
    .concat(readContent().filter(({ path }) => path.startsWith('src/content/drawings/')));
  expect(findProblems(sources, { components }).problems).toEqual([]);
});

test('its facts contain each form of its language that exports need', () => {
  const facts = begin('fr')['src/content/site.yaml'];
  for (const line of [
    "language: 'fr'",
    "id: 'l-ete-mieux-dormir'",
    "language3: 'fra'",
    "languageName: 'français'",
    "locale: 'fr-FR'",
    "direction: 'ltr'",
  ])
    expect(facts).toContain(line);
  expect(begin('ar')['src/content/site.yaml']).toContain("'rtl'");
});

test.each([
  ['fr', '', 'needs a name'],
  ['deutsch!', undefined, 'not a language tag'],
])('refuses the language %s with the name %j', (language, name, message) => {
  expect(() => begin(language, name)).toThrow(message);
});
