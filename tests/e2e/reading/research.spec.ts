import { expect, test } from '../../journey.ts';

test('an opened research section stays open on this device', async ({ page }) => {
  await page.goto('/secure-attachment/');
  const section = page.locator('.sb-research').first();
  await expect(section).not.toHaveAttribute('open');
  await section.locator('summary').click();
  await page.waitForFunction(() => localStorage.getItem('sb:research') !== null);
  await page.reload();
  await expect(section).toHaveAttribute('open');
});

test('one button opens all research sections and closes them again', async ({ page }) => {
  await page.goto('/attunement/');
  const open = page.locator('.sb-research[open]');
  const all = await page.locator('.sb-research').count();
  await page.getByRole('button', { name: 'Open all research sections' }).click();
  await expect(open).toHaveCount(all);
  await page.getByRole('button', { name: 'Close all research sections' }).click();
  await expect(open).toHaveCount(0);
});

test('a link target in a closed section opens it', async ({ page }) => {
  await page.goto('/secure-attachment/');
  const inside = await page.locator('.sb-research .sb-cite[id]').first().getAttribute('id');
  await page.goto(`/secure-attachment/?again#${inside ?? ''}`);
  await expect(page.locator(`#${inside ?? ''}`)).toBeInViewport();
});

test('every research section is printed open, with and without the script', async ({ page }) => {
  await page.goto('/secure-attachment/');
  await page.emulateMedia({ media: 'print' });
  const hidden = await page
    .locator('.sb-research p')
    .evaluateAll(
      (found) => found.filter((text) => text.getBoundingClientRect().height === 0).length,
    );
  expect(hidden).toBe(0);
});
