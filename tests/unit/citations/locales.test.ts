import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkFacts } from '../../../src/content-model/check/check-facts.ts';
import { readSite } from '../../../src/content-model/check/read-site.ts';
import { cslLocales } from '../../../src/features/citations/model/csl.ts';
import { site as facts } from '../../../src/site/site.ts';

test('the locales are those that have a file', () => {
  const files = readdirSync('src/features/citations/styles').flatMap(
    (name) => /^locales-(.+)\.xml$/.exec(name)?.[1] ?? [],
  );
  expect(cslLocales).toEqual(files.sort());
});

test('content:check reports a locale without a file, and suggests one', () => {
  const named = { ...facts, citations: { locale: 'es-MX' } };
  const { site } = readSite([], { components: [], facts: named });
  const found = checkFacts(site).filter(({ message }) => message.includes('locale'));
  expect(found).toMatchObject([{ file: 'src/content/site.yaml', hint: 'Did you mean es-ES?' }]);
});
