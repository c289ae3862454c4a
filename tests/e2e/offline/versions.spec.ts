import {
  cacheNames,
  expect,
  install,
  lookForUpdate,
  test,
  updateButton,
  waitForRest,
} from './fixtures.ts';

test('an open tab keeps its version until the reader activates the new one, and so do all others', async ({
  page,
  context,
  site,
  server,
}) => {
  await site.publish('First edition');
  await install(page, server.url);
  const other = await context.newPage();
  await other.goto(`${server.url}faq/`);

  await site.publish('Second edition');
  await lookForUpdate(page);
  await expect(updateButton(page)).toBeVisible();
  await page.goto(`${server.url}faq/`);
  await expect(page).toHaveTitle('First edition');

  await updateButton(page).click();
  await expect(page).toHaveTitle('Second edition');
  await expect(other).toHaveTitle('Second edition');
  await expect.poll(async () => (await cacheNames(page)).length).toBe(1);
});

test('an update downloads only what changed', async ({ page, site, server }) => {
  await site.publish('First edition');
  await install(page, server.url);
  await waitForRest(page);
  await site.publish('Second edition');
  server.log.length = 0;
  await lookForUpdate(page);
  await expect(updateButton(page)).toBeVisible();
  expect([...new Set(server.log)].sort()).toEqual(['/', '/faq/', '/offline/files.json', '/sw.js']);
});

test('a rollback to an older version is an update like any other', async ({
  page,
  site,
  server,
}) => {
  for (const version of ['First edition', 'Second edition', 'First edition']) {
    await site.publish(version);
    if (version === 'First edition' && page.url() === 'about:blank') {
      await install(page, server.url);
      continue;
    }
    await lookForUpdate(page);
    await updateButton(page).click();
    await expect(page).toHaveTitle(version);
  }
  await server.close();
  await page.goto(`${server.url}faq/`);
  await expect(page).toHaveTitle('First edition');
});

test('a version published while another is being fetched is never mixed with it', async ({
  page,
  site,
  server,
}) => {
  await site.publish('First edition');
  server.delay = 40;
  await page.goto(`${server.url}attunement/`);
  await expect
    .poll(() => server.log.filter((path) => path.includes('_astro')).length)
    .toBeGreaterThan(8);
  await site.publish('Second edition');
  server.delay = 0;
  await page.goto(`${server.url}attunement/`);
  await expect(page.locator('.sb-offline')).toBeVisible();
  await server.close();
  const titles = [];
  for (const path of ['', 'faq/']) {
    await page.goto(server.url + path);
    titles.push(await page.title());
  }
  expect(new Set(titles).size).toBe(1);
});
