import { expect } from '../../journey.ts';
import { pages } from '../../pages.ts';
import { servers, test } from './served.ts';

/** Pages a reader is led to; the "not found" page has its own journeys. */
const all = pages().filter((path) => path !== '/404.html');

/**
 * One page of each depth and kind. tests/build/crawl.test.ts follows every link of all pages; what a
 * host does to addresses is undone by one script, the same on every page.
 */
const kinds = [
  '$',
  'attunement/',
  'quiz/$',
  'search/',
  'references/',
  'handouts/',
  'quiz/worksheet/',
];
const some = kinds.flatMap((kind) => all.find((path) => new RegExp(`^/${kind}`).test(path)) ?? []);

for (const [index, [name, habits]] of Object.entries(servers).entries()) {
  const ours = index === 0 ? all : some;
  test.describe(name, () => {
    test.use({ habits });

    test('pages load whole, their islands wake, and their links lead to pages', async ({
      page,
      server,
    }) => {
      test.setTimeout(180_000);
      const links = new Set<string>();
      for (const path of ours) {
        const entry = habits.slash === 'either' ? path.replace(/(.)\/$/, '$1') : path;
        await page.goto(server.url + entry.slice(1), { waitUntil: 'load' });
        for (const island of await page.locator('astro-island').all()) {
          await island.scrollIntoViewIfNeeded();
          await expect(island).not.toHaveAttribute('ssr');
        }
        for (const link of await page.evaluate(readLinks)) links.add(link);
      }
      expect(server.missing, 'asked for while the pages loaded').toEqual([]);
      expect(links.size).toBeGreaterThanOrEqual(ours.length);
      const dead = [];
      for (const link of links) {
        expect(link.startsWith(server.url), `${link} lies outside the site`).toBe(true);
        const response = await page.request.get(link);
        if (!response.ok()) dead.push(link);
      }
      expect(dead).toEqual([]);
    });
  });
}

/** Addresses of this host that the page's links lead to, as the browser resolves them. */
function readLinks(): string[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter(({ host }) => host === location.host)
    .map(({ href }) => href.replace(/#.*/, ''));
}
