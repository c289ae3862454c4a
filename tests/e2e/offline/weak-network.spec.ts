import { titleOf } from '../../content-facts.ts';
import { cacheNames, expect, install, test, waitForRest } from './fixtures.ts';

test('a network that drops midway leaves the page readable, and the next visit goes on from there', async ({
  page,
  server,
}) => {
  server.left = 90;
  await page.goto(`${server.url}faq/`);
  await expect(page.locator('h1')).toBeVisible();
  await expect.poll(() => server.left).toBeLessThan(0);
  expect(await page.locator('.sb-offline').isVisible()).toBe(false);

  const fetched = new Set(server.log);
  server.left = Infinity;
  server.log.length = 0;
  await install(page, `${server.url}faq/`);
  const isOtherPage = (path: string) => path.endsWith('/') && path !== '/faq/';
  expect([...fetched].filter(isOtherPage)).not.toEqual([]);
  expect(server.log.filter((path) => fetched.has(path) && isOtherPage(path))).toEqual([]);
});

test('a slow network does not delay the page', async ({ page, server }) => {
  server.delay = 60;
  await page.goto(`${server.url}faq/`);
  await expect(page.locator('h1')).toBeVisible();
  expect(await page.locator('.sb-offline').isVisible()).toBe(false);
  await expect(page.locator('.sb-offline')).toBeVisible();
});

test('a full storage leaves the site as it was, and nothing behind', async ({ page, server }) => {
  const client = await page.context().newCDPSession(page);
  const origin = server.url.slice(0, -1);
  await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 300_000 });
  await page.goto(`${server.url}faq/`);
  await expect.poll(() => server.log.length).toBeGreaterThan(20);
  await expect.poll(() => cacheNames(page)).toEqual([]);
  expect(await page.locator('.sb-offline').isVisible()).toBe(false);
  await page.goto(server.url);
  await expect(page.locator('h1')).toBeVisible();
});

for (const harm of ['damaged', 'deleted'] as const) {
  test(`a ${harm} entry of the copy is fetched again`, async ({ page, server }) => {
    await install(page, server.url);
    // The worker has nothing left to write.
    await waitForRest(page);
    await page.evaluate(async (kind) => {
      const [name = ''] = await caches.keys();
      const cache = await caches.open(name);
      const url = new URL('faq/index.html', location.href).href;
      const kept = await cache.match(url);
      if (kind === 'deleted') await cache.delete(url);
      else await cache.put(url, new Response('<h1>Torn', { headers: kept?.headers ?? {} }));
    }, harm);
    server.log.length = 0;
    await page.goto(`${server.url}faq/`);
    await expect(page.locator('h1')).toHaveText(titleOf('faq'));
    expect(server.log).toContain('/faq/');
    await server.close();
    await page.reload();
    await expect(page.locator('h1')).toHaveText(titleOf('faq'));
  });
}
