import { expect, test } from 'vitest';
import { readContent } from '../../../src/content-model/build/read-content.ts';
import { readSite } from '../../../src/content-model/check/read-site.ts';
import { findWarnings } from '../../../src/content-model/build/find-problems.ts';
import { formatProblem } from '../../../src/content-model/model/problem.ts';

test('a finding that no page shows is a warning, unless a common error refers to it', () => {
  const { site } = readSite(readContent('tests/fixtures/small-site'));
  expect(findWarnings(site, new Date('2026-06-01')).map(formatProblem)).toEqual([
    'src/content/findings/harbours.yaml:10: No page shows the finding "nobody-shows-this".\n  Fix: Write <Finding id="nobody-shows-this" /> where it belongs, or take it out.',
  ]);
});

test('an untranslated message is a warning, and appears in English', () => {
  const files = readContent('tests/fixtures/small-site').map(({ path, text }) => ({
    path,
    text: path.endsWith('es.json') ? '{ "page.nextLink": "Sigue leyendo" }' : text,
  }));
  const { site } = readSite(files);
  const [first] = findWarnings(site, new Date('2026-06-01')).filter(({ file }) =>
    file.endsWith('es.json'),
  );
  expect(first?.message).toBe(
    '2 messages are missing and appear in English, the first of them "search.found".',
  );
  expect(first?.hint).toContain('"search.found" ({{count}} pages)');
});
