import { expect } from '../../journey.ts';
import { pages } from '../../pages.ts';
import { hydrateAll } from '../../watch.ts';
import { servers, test } from './served.ts';

/**
 * One page of each depth and kind. tests/build/crawl.test.ts follows all links on these servers, and
 * tests/a11y/pages.spec.ts loads all pages at a domain's root; the script that corrects URLs is the same on
 * every page.
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
const some = kinds.flatMap(
  (kind) => pages().find((path) => new RegExp(`^/${kind}`).test(path)) ?? [],
);

for (const [name, habits] of Object.entries(servers)) {
  test.describe(name, () => {
    test.use({ habits });

    test('pages load whole, their islands hydrate, and their links work', async ({
      page,
      server,
    }) => {
      const links = new Set<string>();
      for (const path of some) {
        const entry = habits.slash === 'either' ? path.replace(/(.)\/$/, '$1') : path;
        await page.goto(server.url + entry.slice(1), { waitUntil: 'load' });
        await hydrateAll(page);
        for (const link of await page.evaluate(readLinks)) links.add(link);
      }
      expect(server.missing, 'asked for while the pages loaded').toEqual([]);
      expect(links.size).toBeGreaterThanOrEqual(some.length);
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

/** URLs on this host to which the page links, as the browser resolves them. */
function readLinks(): string[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter(({ host }) => host === location.host)
    .map(({ href }) => href.replace(/#.*/, ''));
}
