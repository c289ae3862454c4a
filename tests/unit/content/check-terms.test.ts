import { expect, test } from 'vitest';
import { readContent } from '../../../src/content-model/build/read-content.ts';
import { checkTerms } from '../../../src/content-model/check/check-terms.ts';
import { readSite } from '../../../src/content-model/check/read-site.ts';
import { formatProblem } from '../../../src/content-model/model/problem.ts';

test('a term may only name works that a page cites, since no reference list has others', () => {
  const uncited = readContent('tests/fixtures/small-site').map(({ path, text }) => ({
    path,
    text: /\.mdx$|findings/.test(path)
      ? text.replaceAll('moor2001harbours', 'quay2010pooled')
      : text,
  }));
  expect(checkTerms(readSite(uncited).site).map(formatProblem)).toEqual([
    'src/content/glossary/harbour.md:7: The term "harbour" names the work "moor2001harbours", which no page cites, so that no list has it.\n  Fix: Cite it on the page that explains the term, or take it out of "sources".',
  ]);
});

test('if findings cannot be read, no work is reported as uncited', () => {
  const { site } = readSite(
    readContent('tests/fixtures/small-site').map(({ path, text }) => ({
      path,
      text: path.includes('/findings/') ? "a: 'unclosed" : text.replaceAll(/<Cite .*?\/>/g, ''),
    })),
  );
  expect(checkTerms(site)).toEqual([]);
});
