import { middleSection } from '../content-facts.ts';
import { expect, test } from '../journey.ts';

const dark = 'rgb(20, 26, 33)';

test('a chosen theme applies at once on the next page, before anything is painted', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByLabel('Theme').selectOption('dark');
  await expect(page.locator('html')).toHaveCSS('background-color', dark);
  await page.goto('/attunement/', { waitUntil: 'commit' });
  await page.waitForFunction(() => document.body as unknown);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
});

test('without a choice the device decides, and follows it as it changes', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  await expect(page.locator('html')).toHaveCSS('background-color', dark);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).not.toHaveCSS('background-color', dark);
});

test('a choice made in another tab, or before going back to a page, applies too', async ({
  page,
  context,
}) => {
  await page.goto('/');
  const other = await context.newPage();
  await other.goto('/attunement/');
  await other.getByLabel('Theme').selectOption('dark');
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.evaluate(() => {
    localStorage.setItem('sb:theme', '"light"');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expect(page.getByLabel('Theme')).toHaveValue('light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the control that could do nothing is not there, the contents open all the same', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto('/attunement/');
    await expect(page.getByLabel('Theme')).toBeHidden();
    await page.getByRole('button', { name: 'Contents' }).click();
    const sections = page.getByRole('navigation', { name: 'On this page' });
    await expect(
      sections.getByRole('link', { name: middleSection('attunement').text }),
    ).toBeVisible();
  });
});
