import { readFileSync } from 'node:fs';
import { expect, test } from '../journey.ts';

test('the feed is well-formed XML with an entry a page, newest first', async ({ page }) => {
  await page.goto('/about/');
  const href = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
  expect(href).toBeTruthy();
  const feed = await page.evaluate(
    (text) => {
      const document = new DOMParser().parseFromString(text, 'application/xml');
      const texts = (selector: string) =>
        [...document.querySelectorAll(selector)].map((element) => element.textContent);
      return {
        error: document.querySelector('parsererror')?.textContent,
        root: document.documentElement.namespaceURI,
        ids: texts('entry > id'),
        updated: texts('entry > updated'),
        titles: texts('entry > title'),
        links: [...document.querySelectorAll('entry > link')].map((link) =>
          link.getAttribute('href'),
        ),
      };
    },
    readFileSync('dist/feed.xml', 'utf8'),
  );
  expect(feed.error).toBeUndefined();
  expect(feed.root).toBe('http://www.w3.org/2005/Atom');
  expect(feed.titles.length).toBeGreaterThan(15);
  expect(new Set(feed.ids).size).toBe(feed.titles.length);
  expect([...feed.updated].sort().reverse()).toEqual(feed.updated);
  for (const link of feed.links) {
    const answer = await page.request.get(
      new URL(link ?? '', new URL('/feed.xml', page.url())).href,
    );
    expect(answer.status(), link ?? '').toBe(200);
  }
});
