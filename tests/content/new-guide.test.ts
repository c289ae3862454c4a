import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { draftGuide } from '../../src/cli/new-guide.ts';
import { findProblems } from '../../src/content-model/build/find-problems.ts';
import { readSurroundings } from '../../src/content-model/build/read-content.ts';

// cspell:ignore mieux dormir français
const start = {
  name: 'L’été: mieux dormir',
  language: 'fr',
  locales: ['en-US', 'fr-FR'],
  today: '2028-02-29',
  english: readFileSync('src/content/i18n/en.json', 'utf8'),
  colours: '  colours: {},',
};
const { components } = readSurroundings();

test.each(['fr', 'en-GB', 'ar'])('a guide that begins in %s has no mistake', (language) => {
  const files = draftGuide({ ...start, language });
  const sources = [...files]
    .filter(([path]) => path.startsWith('src/content/'))
    .map(([path, text]) => ({ path, text }));
  expect(findProblems(sources, { components }).problems).toEqual([]);
});

test('its facts name its language in the ways that exports ask for', () => {
  const facts = draftGuide(start).get('src/site/site.ts');
  for (const line of [
    "i18n/fr.json' with",
    "id: 'l-ete-mieux-dormir'",
    "language3: 'fra'",
    "languageName: 'français'",
    "locale: 'fr-FR'",
    "direction: 'ltr'",
  ])
    expect(facts).toContain(line);
  expect(draftGuide({ ...start, language: 'ar' }).get('src/site/site.ts')).toContain("'rtl'");
});

test.each([
  [{ name: '' }, 'needs a name'],
  [{ language: 'deutsch!' }, 'no tag of a language'],
])('refuses %o', (wrong, message) => {
  expect(() => draftGuide({ ...start, ...wrong })).toThrow(message);
});
