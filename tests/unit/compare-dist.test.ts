import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { compareBuilds, type Build } from '../compare-dist.ts';

const build = (files: Record<string, string>): Build =>
  new Map(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));

describe('two builds compared', () => {
  test('names of bundles and hashes that follow from content do not count', () => {
    const a = build({
      'faq/index.html': '<p>Yes.</p><script src="../_astro/page.AbCd1234.js"></script>',
      '_astro/page.AbCd1234.js': 'run()',
    });
    const b = build({
      'faq/index.html': '<p>Yes.</p>\n<script src="../_astro/page.XyZw9876.js"></script>',
      '_astro/page.XyZw9876.js': 'run()',
    });
    expect(compareBuilds(a, b)).toEqual([]);
  });

  test('the first words that differ are told, with where they stand', () => {
    const [one] = compareBuilds(
      build({ 'index.html': '<h1>Home</h1><p>A base.</p>' }),
      build({ 'index.html': '<h1>Home</h1><p>A haven.</p>' }),
    );
    expect(one).toMatchObject({ path: 'index.html', kind: 'differs' });
    expect(one?.first).toEqual({ line: 3, a: '<p>A base.</p>', b: '<p>A haven.</p>' });
  });

  test('files that one build lacks are told', () => {
    expect(compareBuilds(build({ 'a.txt': '1' }), build({ 'b.txt': '1' }))).toEqual([
      { path: 'a.txt', kind: 'only in A' },
      { path: 'b.txt', kind: 'only in B' },
    ]);
  });

  test('archives are compared by what they hold', () => {
    const book = (text: string, mtime: string): Build =>
      new Map([['book.epub', zipSync({ 'one.xhtml': strToU8(text) }, { mtime })]]);
    expect(compareBuilds(book('<p>1</p>', '2020-01-01'), book('<p>1</p>', '2021-01-01'))).toEqual(
      [],
    );
    expect(
      compareBuilds(book('<p>1</p>', '2020-01-01'), book('<p>2</p>', '2020-01-01')),
    ).toMatchObject([{ path: 'book.epub!/one.xhtml', kind: 'differs' }]);
  });

  test('a picture that changed is told', () => {
    expect(compareBuilds(build({ 'a.png': '1' }), build({ 'a.png': '2' }))).toEqual([
      { path: 'a.png', kind: 'differs' },
    ]);
  });
});
