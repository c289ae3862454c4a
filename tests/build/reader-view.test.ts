import { Readability, isProbablyReaderable } from '@mozilla/readability';
import { expect, test } from 'vitest';
import { documentOf, findMissingParts, readPage } from '../article-parts.ts';
import { pages } from '../pages.ts';

/** Pages with an article; worksheets have none. */
const articles = pages().filter((path) => readPage(path).includes('class="sb-prose"'));

test.each(articles)('a reader view of %s loses nothing of the article', (path) => {
  expect(lostIn(readPage(path))).toEqual([]);
});

test('a reader view keeps headings and works whatever their ids say', () => {
  const html = readPage('/secure-attachment/').replace(
    /(<(?:h2|h3|li|section|details|div)[^>]* id="[^"]+)"/g,
    '$1-social-community-comments"',
  );
  expect(html).toContain('-comments"');
  expect(lostIn(html)).toEqual([]);
});

test('browsers offer the reader view on every page of the guide', () => {
  const short = ['/404.html', '/quiz/', '/search/', '/download/', '/'];
  const long = articles.filter((path) => !short.includes(path));
  expect(long.filter((path) => !isProbablyReaderable(documentOf(readPage(path))))).toEqual([]);
});

function lostIn(html: string): string[] {
  const article = new Readability(documentOf(html)).parse();
  const { body } = documentOf(`<html><body>${article?.content ?? ''}</body></html>`);
  const headings = [...body.querySelectorAll('h2, h3, h4')].map((one) => one.textContent ?? '');
  return findMissingParts(html, { headings, text: body.textContent ?? '' });
}
