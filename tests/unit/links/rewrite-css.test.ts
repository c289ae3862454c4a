import { expect, test } from 'vitest';
import { rewriteCss } from '../../../src/build/links/rewrite.ts';

test.each([
  ['a{b:url(/x)}', 'a{b:url([/x])}'],
  ['a{b:url( "/x" )}', 'a{b:url( "[/x]" )}'],
  ["a{b:url('/x y')}", "a{b:url('[/x y]')}"],
  ['@import "/x";', '@import "[/x]";'],
  ["@import'/x';", "@import'[/x]';"],
  ['@import url(/x);', '@import url([/x]);'],
  ['/* url(/x) */a{b:url(/y)}', '/* url(/x) */a{b:url([/y])}'],
  ['a{content:"url(/x)";b:url(/y)}', 'a{content:"url(/x)";b:url([/y])}'],
  ['a{content:"\\"url(/x)"}', 'a{content:"\\"url(/x)"}'],
  ['a{b:URL(/x)}', 'a{b:URL([/x])}'],
])('finds the addresses of %s', (css, expected) => {
  expect(rewriteCss(css, (url) => `[${url}]`)).toBe(expected);
});

test('begins no address with "./", which mirrors take off and so break the style’s hash', () => {
  expect(rewriteCss('a{b:url("/x")}', () => './x')).toBe('a{b:url("x")}');
  expect(rewriteCss('a{b:url(/x)}', () => '../x')).toBe('a{b:url(../x)}');
});
