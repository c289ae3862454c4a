import { expect, test } from '../../journey.ts';

test('the page marks the section being read and offers the way back to it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 });
  await page.goto('/attunement/');
  await page.locator('#how-to-practise-it').scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    document.querySelector('#how-to-practise-it')?.scrollIntoView();
  });
  const current = page.getByRole('navigation', { name: 'On this page' }).locator('[aria-current]');
  await expect(current).toHaveText('How to practise it');
  // Sections at the end of a page cannot come up to where it is read.
  const last = page.getByRole('navigation', { name: 'On this page' }).getByRole('link').last();
  await last.click();
  await expect(last).toHaveAttribute('aria-current', 'true');

  await page.goto('/attunement/#how-to-practise-it');
  await expect(current).toHaveText('How to practise it');
  await page.goto('/');
  const slip = page.getByRole('complementary', { name: 'Where you were' });
  await slip.getByRole('link', { name: 'Continue reading “Attunement”' }).click();
  await expect(page.getByRole('heading', { name: 'How to practise it' })).toBeInViewport();
});

test('a place can be forgotten', async ({ page }) => {
  await page.goto('/attunement/#how-to-practise-it');
  await page.waitForFunction(() => localStorage.getItem('sb:place') !== null);
  await page.goto('/');
  await page.getByRole('button', { name: 'Forget' }).click();
  await page.reload();
  await expect(page.getByRole('complementary', { name: 'Where you were' })).toHaveCount(0);
});

test('all that the device remembers is listed in plain words and forgotten at once', async ({
  page,
}) => {
  await page.goto('/attunement/');
  await page.getByLabel('Theme').selectOption('dark');
  await page.goto('/about/');
  const box = page.locator('[data-forget]');
  await expect(box.getByRole('listitem')).toContainText(['the theme you chose']);
  await box.getByRole('button', { name: 'Forget it all' }).click();
  await expect(box).toContainText('Nothing at the moment.');
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('a damaged note of the place does no harm', async ({ page }) => {
  await page.goto('/404.html');
  await page.evaluate(() => {
    localStorage.setItem('sb:place', '{"path":"https://elsewhere.example/"}');
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Where you were' })).toHaveCount(0);
});
