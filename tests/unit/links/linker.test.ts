import { expect, test } from 'vitest';
import { createGuess, createLinker, createSiteFiles } from '../../../src/build/links/linker.ts';

const files = createSiteFiles([
  'index.html',
  'faq/index.html',
  'a b/é.svg',
  '404.html',
  '_astro/x.css',
]);

function linkAll(url: string, options = {}) {
  const dead: string[] = [];
  const report = (one: string) => void dead.push(one);
  const link = createLinker({ file: '/faq/index.html', files, report, ...options });
  return { result: link(url), dead };
}

test.each([
  ['/', '../'],
  ['/faq', './'],
  ['/faq#a', '#a'],
  ['/_astro/x.css?v', '../_astro/x.css?v'],
  ['/a%20b/%C3%A9.svg', '../a%20b/%C3%A9.svg'],
  ['../', '../'],
  ['../_astro/x.css', '../_astro/x.css'],
])('leads %s to a file', (url, expected) => {
  expect(linkAll(url)).toEqual({ result: expected, dead: [] });
});

test.each(['#a', '?q=1', '', 'https://a.b/c', '//a.b/c', 'mailto:a@b', 'data:,x', 'tel:1'])(
  'lets %j pass',
  (url) => {
    expect(linkAll(url)).toEqual({ result: url, dead: [] });
  },
);

test.each(['/nope/', '/faq/nope', '../nope', 'faq/', '/FAQ/', '/a%zzb', '/_astro/'])(
  'reports %s, which leads nowhere',
  (url) => {
    expect(linkAll(url)).toEqual({ result: url, dead: [url] });
  },
);

test('does not check paths that a later step writes', () => {
  const options = { writtenLater: ['/editions/'] };
  expect(linkAll('/editions/a.zip', options)).toEqual({ result: '../editions/a.zip', dead: [] });
});

test('keeps addresses rooted where asked, with the slash that saves a redirect', () => {
  expect(linkAll('/faq#a', { rooted: true }).result).toBe('/faq/#a');
});

test('a guess rewrites only what leads to a file', () => {
  const guess = createGuess({ file: '/faq/index.html', files });
  expect(['/faq/#b', '/and/or', 'faq/'].map(guess)).toEqual(['#b', '/and/or', 'faq/']);
});
