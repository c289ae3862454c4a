import { pages } from '../../pages.ts';
import { serveSite } from '../../server.ts';
import { expect, install, test } from './fixtures.ts';

test('after one visit to any page, every page reads with the server dead', async ({
  page,
  server,
}) => {
  await install(page, `${server.url}faq/`);
  await server.close();
  for (const path of pages()) {
    await page.goto(server.url + path.slice(1));
    // Evaluated, since the first locator on a page takes a third of the CPU time of its visit.
    const { hasHeading, margin } = await page.evaluate(() => ({
      hasHeading: document.querySelector('h1')?.checkVisibility({ visibilityProperty: true }),
      margin: getComputedStyle(document.body).margin,
    }));
    expect(hasHeading, path).toBe(true);
    // The page has its own style, not only the browser's.
    expect(margin, path).not.toBe('8px');
  }
});

test('search works with the server dead', async ({ page, server }) => {
  await install(page, server.url);
  await server.close();
  await page.reload();
  const found = await page.evaluate(async (path) => {
    const engine = (await import(path)) as {
      search(query: string): Promise<{ results: unknown[] }>;
    };
    return (await engine.search('still face')).results.length;
  }, '/pagefind/pagefind.js');
  expect(found).toBeGreaterThan(0);
});

test('URLs without a slash are redirected, and unknown ones say so, with the server dead', async ({
  page,
  server,
}) => {
  await install(page, server.url);
  await server.close();
  await page.goto(`${server.url}faq?from=note#top`);
  expect(page.url()).toBe(`${server.url}faq/?from=note#top`);
  const response = await page.goto(`${server.url}no/such/page`);
  expect(response?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveText('This page is not here');
});

test('two sites on one origin keep out of each other’s copies', async ({ page, site, server }) => {
  const shared = await serveSite({ '/a/b/': site.dir, '/a/': site.dir, '/c/': site.dir });
  for (const path of ['a/', 'c/']) await install(page, `${shared.url}${path}faq/`);
  const names = await page.evaluate(() => caches.keys());
  expect(names.map((name) => name.split('|')[1]).sort()).toEqual(['/a/', '/c/']);
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) {
      if (registration.scope.endsWith('/a/')) await registration.unregister();
    }
  });
  await site.publish('Second edition');
  await install(page, `${shared.url}a/`);
  await page.goto(`${shared.url}c/faq/`);
  const after = await page.evaluate(() => caches.keys());
  expect(after).toContain(names.find((name) => name.includes('|/c/|')));
  await shared.close();
  await page.goto(`${shared.url}c/attunement/`);
  await expect(page.locator('h1')).toHaveText('Attunement');
  expect(server.log).toEqual([]);
});
