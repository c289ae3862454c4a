import { middleSection, titleOf } from '../../content-facts.ts';
import { expect, test } from '../../journey.ts';

const section = middleSection('attunement');

test('the page marks the current section, and the home page links back to it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 });
  await page.goto('/attunement/');
  await page.locator(`#${section.slug}`).scrollIntoViewIfNeeded();
  await page.evaluate((id) => {
    document.getElementById(id)?.scrollIntoView();
  }, section.slug);
  const current = page.getByRole('navigation', { name: 'On this page' }).locator('[aria-current]');
  await expect(current).toHaveText(section.text);
  // Sections at the end of a page cannot be scrolled up to the reading line.
  const last = page.getByRole('navigation', { name: 'On this page' }).getByRole('link').last();
  await last.click();
  await expect(last).toHaveAttribute('aria-current', 'true');

  await page.goto(`/attunement/#${section.slug}`);
  await expect(current).toHaveText(section.text);
  await page.goto('/');
  const bookmark = page.getByRole('complementary', { name: 'Where you were' });
  await bookmark.getByRole('link', { name: `Continue reading “${titleOf('attunement')}”` }).click();
  await expect(page.getByRole('heading', { name: section.text })).toBeInViewport();
});

test('a reading position can be deleted', async ({ page }) => {
  await page.goto(`/attunement/#${section.slug}`);
  await page.waitForFunction(() => localStorage.getItem('sb:place') !== null);
  await page.goto('/');
  await page.getByRole('button', { name: 'Forget' }).click();
  await page.reload();
  await expect(page.getByRole('complementary', { name: 'Where you were' })).toHaveCount(0);
});

test('everything stored on the device is listed and can be deleted at once', async ({ page }) => {
  await page.goto('/attunement/');
  await page.getByLabel('Theme').selectOption('dark');
  await page.goto('/about/');
  const box = page.locator('[data-forget]');
  await expect(box.getByRole('listitem')).toContainText(['the theme you chose']);
  await box.getByRole('button', { name: 'Forget it all' }).click();
  await expect(box).toContainText('Nothing at the moment.');
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('a damaged stored position is ignored', async ({ page }) => {
  await page.goto('/404.html');
  await page.evaluate(() => {
    localStorage.setItem('sb:place', '{"path":"https://elsewhere.example/"}');
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Where you were' })).toHaveCount(0);
});
