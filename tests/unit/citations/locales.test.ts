import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkFacts } from '../../../src/content-model/check/check-facts.ts';
import { readSite } from '../../../src/content-model/check/read-site.ts';
import { cslLocales } from '../../../src/features/citations/model/csl.ts';

test('the locales are those that have a file', () => {
  const files = readdirSync('src/features/citations/styles').flatMap(
    (name) => /^locales-(.+)\.xml$/.exec(name)?.[1] ?? [],
  );
  expect(cslLocales).toEqual(files.sort());
});

test('content:check reports a locale without a file, and suggests one', () => {
  const text = 'name: Barcos\ncitations: { locale: es-MX }\n';
  const { site } = readSite([{ path: 'src/content/site.yaml', text }]);
  const found = checkFacts(site).filter(({ message }) => message.includes('locale'));
  expect(found).toMatchObject([
    { file: 'src/content/site.yaml', line: 2, hint: 'Did you mean es-ES?' },
  ]);
});
