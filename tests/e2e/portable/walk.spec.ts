import { expect } from '../../journey.ts';
import { pages } from '../../pages.ts';
import { servers, test } from './served.ts';

/** Pages a reader is led to; the "not found" page has its own journeys. */
const ours = pages().filter((path) => path !== '/404.html');

for (const [name, habits] of Object.entries(servers)) {
  test.describe(name, () => {
    test.use({ habits });

    test('every page loads whole, its islands wake, and its links lead to pages', async ({
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
