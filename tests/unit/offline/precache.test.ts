import { expect, test } from 'vitest';
import {
  findPageMark,
  markPage,
  unmarkPage,
  resolvePath,
  isOptional,
  isPrecached,
  requestPath,
} from '../../../src/features/offline/model/precache.ts';

const files = { 'index.html': 'a', 'faq/index.html': 'b', '404.html': 'c', '_astro/x.js': 'd' };

test.each([
  ['', { file: 'index.html' }],
  ['faq/', { file: 'faq/index.html' }],
  ['faq', { redirect: 'faq/' }],
  ['faq.html', { redirect: 'faq/' }],
  ['faq/index.html', { redirect: 'faq/' }],
  ['index.html', { redirect: '' }],
  ['_astro/x.js', { file: '_astro/x.js' }],
  ['nowhere', undefined],
  ['nowhere/', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
])('answers %j', (path, answer) => {
  expect(resolvePath(path, files)).toEqual(answer);
});

test.each([
  ['faq/index.html', true],
  ['_astro/style.css', true],
  ['pagefind/pagefind.js', true],
  ['references.bib', true],
  ['sw.js', false],
  ['offline/pack.bin', false],
  ['editions/secure-base.zip', false],
  ['pagefind/pagefind-ui.js', false],
  ['_astro/style.css.br', false],
  ['.well-known/security.txt', false],
])('keeps %s: %s', (path, kept) => {
  expect(isPrecached(path)).toBe(kept);
});

test('asks for a page by its address, so that no redirect is kept', () => {
  expect(requestPath('index.html')).toBe('');
  expect(requestPath('faq/index.html')).toBe('faq/');
  expect(requestPath('404.html')).toBe('404.html');
});

test('knows a page by its mark, whatever a host makes of the rest', () => {
  const page = '<body><p>Text</p></body>';
  const marked = markPage(page, '12ab');
  expect(unmarkPage(marked)).toBe(page);
  expect(findPageMark(marked.replaceAll('"', '').replace('<p>', '<script></script><p>'))).toBe(
    '12ab',
  );
  expect(findPageMark(marked.slice(0, 20))).toBeUndefined();
});

test.each([
  ['references.bib', true],
  ['cite/faq.ris', true],
  ['evidence.csv', true],
  ['icons/icon-192.png', true],
  ['faq/index.html', false],
  ['pagefind/records.json', false],
  ['quiz/questions.json', false],
])('lets %s come later: %s', (path, later) => {
  expect(isOptional(path)).toBe(later);
});
