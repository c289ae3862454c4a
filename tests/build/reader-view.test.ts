import { readFileSync } from 'node:fs';
import { Readability, isProbablyReaderable } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { pages } from '../pages.ts';

/** Pages with an article; worksheets are for paper. */
const articles = pages().filter((path) => read(path).includes('class="sb-prose"'));

/** What an article is made of; what answers to the reader or stands elsewhere is no part of it. */
const parts = 'h2, h3, h4, p, li, th, td, dt, dd, summary, figcaption';
const apart = '.sb-supplemental, astro-island, form, dialog, nav, template, [popover], [hidden]';

test.each(articles)('a reader view of %s loses nothing of the article', (path) => {
  expect(lostIn(read(path))).toEqual([]);
});

test('a reader view keeps headings and works whatever their ids say', () => {
  const html = read('/secure-attachment/').replace(
    /(<(?:h2|h3|li|section|details|div)[^>]* id="[^"]+)"/g,
    '$1-social-community-comments"',
  );
  expect(html).toContain('-comments"');
  expect(lostIn(html)).toEqual([]);
});

test('browsers offer the reader view on every page of the guide', () => {
  const short = ['/404.html', '/quiz/', '/search/', '/download/', '/'];
  const long = articles.filter((path) => !short.includes(path));
  expect(long.filter((path) => !isProbablyReaderable(documentOf(read(path))))).toEqual([]);
});

function lostIn(html: string): string[] {
  const article = new Readability(documentOf(html)).parse();
  const kept = documentOf(`<html><body>${article?.content ?? ''}</body></html>`);
  const headings = new Set([...kept.querySelectorAll('h2, h3, h4')].map(textOf));
  const text = textOf(kept.body);
  return [...documentOf(html).querySelectorAll(`.sb-prose :is(${parts}), .sb-page-notes p`)]
    .filter((element) => !element.closest(apart))
    .filter((element) =>
      /^H\d$/.test(element.tagName)
        ? !headings.has(textOf(element))
        : !text.includes(textOf(element)),
    )
    .map((element) => `${element.tagName}: ${textOf(element).slice(0, 60)}`);
}

function documentOf(html: string): Document {
  return parseHTML(html).document as unknown as Document;
}

function textOf(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, '');
}

function read(path: string): string {
  return readFileSync(path.endsWith('/') ? `dist${path}index.html` : `dist${path}`, 'utf8');
}
