import { expect, test } from 'vitest';
import { placeUnder } from '../../../src/build/links/portable-links.ts';

const has = (path: string) => ['/', '/faq/'].includes(path);

test.each([
  ['<loc>https://u.example/faq/</loc>', '<loc>https://u.example/book/faq/</loc>'],
  ['"https://u.example/"', '"https://u.example/book/"'],
  ['"https://u.example"', '"https://u.example/book/"'],
  ['https://u.example/faq/#a', 'https://u.example/book/faq/#a'],
  ['https://u.example/book/faq/', 'https://u.example/book/faq/'],
  ['https://u.example/other/', 'https://u.example/other/'],
  ['https://u.example.org/faq/', 'https://u.example.org/faq/'],
])('leads %s to %s', (text, expected) => {
  expect(placeUnder(text, new URL('https://u.example/book'), has)).toBe(expected);
});

test('changes nothing where the site has a domain of its own', () => {
  const text = 'https://u.example/faq/';
  expect(placeUnder(text, new URL('https://u.example'), has)).toBe(text);
});
