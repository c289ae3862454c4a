import { expect, test } from '../journey.ts';

test('with the keyboard alone a reader gets from home to a topic, past its header, and on to the next', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  const door = page.getByRole('main').locator('a[href$="/"]:not([href*="#"])').first();
  const topic = new URL((await door.getAttribute('href')) ?? '', page.url()).href;
  await tabTo((await door.textContent())?.trim() ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(topic);
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inArticle = await page.evaluate(() => document.activeElement?.closest('article') !== null);
  expect(inArticle).toBe(true);

  const next = page.locator('.sb-next [rel="next"]');
  const address = (await next.getAttribute('href')) ?? '';
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new URL(address, page.url()).href);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title);

  async function tabTo(name: string) {
    for (let tabs = 0; tabs < 100; tabs += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.textContent.trim())) === name) return;
    }
    throw new Error(`"${name}" was not reached in 100 steps.`);
  }
});
