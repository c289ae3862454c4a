import type { Page } from '@playwright/test';
import { pages } from '../../pages.ts';
import { cacheNames, expect, install, lookForUpdate, test, updateButton } from './fixtures.ts';

const isKept = (page: Page, path: string) =>
  page.evaluate(
    async (url) => Boolean(await caches.match(url)),
    new URL(path, new URL('/', page.url())).href,
  );

/** Changes to pages by Cloudflare, Netlify and school proxies. */
const addScript = (html: string) =>
  html.replace('</body>', '<script defer src="/beacon.js"></script></body>');

test('a host that adds to pages leaves readers their copy, and the offer of a new version', async ({
  page,
  site,
  server,
}) => {
  server.alter = addScript;
  await site.publish('First edition');
  await install(page, server.url);
  await site.publish('Second edition');
  await lookForUpdate(page);
  await updateButton(page).click();
  await expect(page).toHaveTitle('Second edition');
  await server.close();
  await page.goto(`${server.url}faq/`);
  await expect(page).toHaveTitle('Second edition');
});

test('where pages can no longer be verified, readers get them from the network', async ({
  page,
  site,
  server,
}) => {
  await site.publish('First edition');
  await install(page, server.url);
  server.alter = (html) => html.replace(/<template data-page.*?>/, '<template>');
  await site.publish(
    'Second edition',
    pages().map((path) => path.slice(1).replace(/(^|\/)$/, '$1index.html')),
  );
  await lookForUpdate(page);
  await expect.poll(() => isKept(page, 'offline/behind')).toBe(true);
  await page.goto(`${server.url}faq/`);
  await expect(page).toHaveTitle('Second edition');
  await server.close();
  await page.goto(`${server.url}faq/`);
  await expect(page).toHaveTitle('First edition');
});

test('a host that alters pages beyond recognition is not asked for all of them again', async ({
  page,
  server,
}) => {
  server.alter = (html) => html.replace(/<template data-page.*?>/, '<template>');
  await page.goto(server.url);
  await expect.poll(() => isKept(page, 'offline/refused')).toBe(true);
  server.log.length = 0;
  await page.goto(`${server.url}faq/`);
  await expect.poll(() => server.log).toContain('/sw.js');
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.getRegistration().then(Boolean)))
    .toBe(false);
  expect(server.log.filter((path) => path.endsWith('/') && path !== '/faq/')).toEqual([]);
});

test('one blocked file costs only that file, which a later visit adds', async ({
  page,
  server,
}) => {
  server.blocked.add('/attunement/');
  await install(page, `${server.url}faq/`);
  expect(await cacheNames(page)).toHaveLength(1);
  server.blocked.clear();
  await page.reload();
  await expect.poll(() => isKept(page, 'attunement/index.html')).toBe(true);
});
