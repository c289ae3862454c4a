import { expect, test } from 'vitest';
import { findRootedUrls } from '../../../src/build/links/rewrite.ts';

const roots = new Set(['pagefind', 'faq', 'favicon.svg']);

test.each([
  ['import("/pagefind/pagefind.js")', '/pagefind/pagefind.js'],
  ["a='/faq/'", '/faq/'],
  ['a=`/faq/${b}`', '/faq/${b}'],
  ['a="/favicon.svg?v"', '/favicon.svg?v'],
])('finds the rooted address in %s', (code, expected) => {
  expect(findRootedUrls(code, roots)).toEqual([expected]);
});

test.each(['f=e=>{return"/"+e}', 'f=e=>"/"+e', 'a("/"+b)', 'a(`/${b}`)'])(
  'finds the base address in %s',
  (code) => {
    expect(findRootedUrls(code, roots)).toHaveLength(1);
  },
);

test.each(['a+"/"+b', '"/other/"', 'a/faq/b', '"</"+b', '"./faq/"', '"faq/"', '/faq/.test(a)'])(
  'lets %s pass',
  (code) => {
    expect(findRootedUrls(code, roots)).toEqual([]);
  },
);
