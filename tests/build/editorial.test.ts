import { expect, test } from 'vitest';
import { formatDate } from '../../src/lib/i18n/format.ts';
import { readReadingOrder } from '../../src/content-model/build/read-content.ts';
import { site } from '../content/sources.ts';
import { readPage } from '../article-parts.ts';
import { pages } from '../pages.ts';
import { attribute, readBuiltPage, textOf } from './document.ts';

test.each(readReadingOrder())(
  '/%s/ says how fresh it is, what it cannot tell and where to report',
  (slug) => {
    const { elements } = readBuiltPage(`/${slug}/`);
    const notes = elements.filter((one) => attribute(one, 'class')?.includes('sb-page-notes'));
    expect(notes).toHaveLength(1);
    const text = notes.map(textOf).join('').replace(/\s+/g, ' ');
    const data = site.pages.find((page) => page.slug === slug)?.frontMatter?.data ?? {};
    for (const field of ['updated', 'review'])
      expect(text).toContain(formatDate(new Date(String(data[field]))));
    if (typeof data['limits'] === 'string') expect(text).toContain('What this page cannot tell');
    const links = elements.map((one) => attribute(one, 'href'));
    expect(links.some((href) => href?.endsWith('#report-an-error'))).toBe(true);
  },
);

test.each(pages())('%s says that it is in British English', (path) => {
  const [html] = readBuiltPage(path).elements;
  expect(html && attribute(html, 'lang')).toBe('en-GB');
});

test.each(pages())('%s has a space between the words of neighbouring elements', (path) => {
  const paragraphs = readPage(path).match(/<p\b(?![^>]*aria-hidden)[^>]*>.*?<\/p>/gs) ?? [];
  const joined = /\w<\/(a|em|i|span|strong|time)><(a|em|i|span|strong|time)\b[^>]*>\w/;
  expect(paragraphs.filter((html) => joined.test(html))).toEqual([]);
});
