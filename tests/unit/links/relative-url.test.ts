import { expect, test } from 'vitest';
import { relativeUrl } from '../../../src/build/links/linker.ts';

test.each([
  ['/', '/', './'],
  ['/', '/faq/', './faq/'],
  ['/faq/', '/', '../'],
  ['/faq/', '/faq/', './'],
  ['/faq/', '/faq/#why', '#why'],
  ['/faq/', '/faq/?q=a#why', './?q=a#why'],
  ['/faq/', '/quiz/?a=/b#/c', '../quiz/?a=/b#/c'],
  ['/a/b/', '/a/c/d.css', '../c/d.css'],
  ['/a/b/', '/a/b/c/', './c/'],
  ['/a/b/', '/a/', '../'],
  ['/ab/', '/a/', '../a/'],
  ['/_astro/', '/_astro/font.woff2', './font.woff2'],
  ['/', '/a:b/', './a:b/'],
])('from %s, %s is %s, and leads back', (from, to, expected) => {
  const relative = relativeUrl(from, to);
  expect(relative).toBe(expected);
  const base = new URL(`http://host/deep/er${from}`);
  expect(new URL(relative, base).href).toBe(`http://host/deep/er${to}`);
});
