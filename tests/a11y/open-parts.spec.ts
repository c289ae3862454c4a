import { expect, test } from '../journey.ts';
import { findFaults } from './faults.ts';

for (const width of [360, 1440]) {
  test.describe(`at ${String(width)} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    test('a definition and a citation opened on the spot have no fault', async ({ page }) => {
      await page.goto('/secure-attachment/');
      await page.locator('.sb-term').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await findFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('.sb-cite').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await findFaults(page)).toEqual([]);
    });
  });
}

test('the contents opened on a small screen have no fault', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/attunement/');
  await page.getByRole('button', { name: 'Contents' }).click();
  await expect(page.getByRole('navigation', { name: 'Contents' })).toBeVisible();
  expect(await findFaults(page)).toEqual([]);
});
