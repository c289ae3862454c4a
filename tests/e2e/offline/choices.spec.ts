import { expect, install, lookForUpdate, test, updateButton } from './fixtures.ts';

test('a new version activated in one tab keeps the answers in another', async ({
  page,
  context,
  site,
  server,
}) => {
  await site.publish('First edition');
  await install(page, server.url);
  const other = await context.newPage();
  await other.goto(`${server.url}attachment-styles/`);
  const scales = other.locator('.sb-reflection.is-live .sb-scale');
  await other.locator('.sb-reflection').scrollIntoViewIfNeeded();
  await scales.first().getByRole('radio').nth(3).check({ force: true });
  const untouched = await context.newPage();
  await untouched.goto(`${server.url}faq/`);

  await site.publish('Second edition');
  await lookForUpdate(page);
  await updateButton(page).click();
  await expect(page).toHaveTitle('Second edition');
  await expect(untouched).toHaveTitle('Second edition');
  await expect(updateButton(other)).toBeVisible();
  await expect(scales.first().getByRole('radio').nth(3)).toBeChecked();
  await other.evaluate(() => Object.assign(window, { isOld: true }));
  await updateButton(other).click();
  await expect.poll(() => other.evaluate(() => 'isOld' in window)).toBe(false);
});

test('the offer works after a reload past the worker', async ({ page, context, site, server }) => {
  await site.publish('First edition');
  await install(page, server.url);
  // While another tab has the old version open, the new worker keeps waiting.
  await (await context.newPage()).goto(`${server.url}faq/`);
  await site.publish('Second edition');
  await lookForUpdate(page);
  await expect(updateButton(page)).toBeVisible();
  const client = await page.context().newCDPSession(page);
  await client.send('Page.enable');
  const loaded = page.waitForEvent('load');
  await client.send('Page.reload', { ignoreCache: true });
  await loaded;
  await expect(updateButton(page)).toBeVisible();
  await page.evaluate(() => Object.assign(window, { isOld: true }));
  await updateButton(page).click();
  await expect.poll(() => page.evaluate(() => 'isOld' in window).catch(() => true)).toBe(false);
  await expect(page).toHaveTitle('Second edition');
});

test('readers who save data are asked before a copy is loaded', async ({ page, server }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto(`${server.url}faq/`);
  const button = page.getByRole('button', { name: 'Keep the guide for reading offline' });
  await expect(button).toBeVisible();
  await expect(page.locator('.sb-keep')).toHaveText(/\(about \d+ MB\)/);
  expect(server.log).not.toContain('/sw.js');
  await button.click();
  await expect(page.locator('.sb-offline')).toBeVisible();
  expect(server.log).not.toContain('/references.bib');
});
