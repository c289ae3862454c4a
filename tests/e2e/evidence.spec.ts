import { expect, test } from '../journey.ts';

test('a reader narrows the ledger by certainty and page, and shares the choice', async ({
  page,
}) => {
  await page.goto('/evidence/');
  const entries = page.locator('.sb-ledger-entry');
  const all = await entries.count();

  await page.getByLabel('Certainty', { exact: true }).selectOption('low');
  await page.getByLabel('Page', { exact: true }).selectOption('faq');
  const shown = page.locator('.sb-ledger-entry:visible');
  const few = await shown.count();
  expect(few).toBeGreaterThan(0);
  expect(few).toBeLessThan(all);
  for (const entry of await shown.all()) await expect(entry).toContainText('Low certainty');
  await expect(page.getByText(`${String(few)} of ${String(all)} claims`)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'High certainty' })).toBeHidden();

  await page.reload();
  await expect(shown).toHaveCount(few);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(shown).toHaveCount(all);
  expect(new URL(page.url()).search).toBe('');
});

test('a claim in the ledger leads to the very place', async ({ page }) => {
  await page.goto('/evidence/');
  const link = page.getByRole('link', { name: 'How many people are secure?' });
  const entry = page.locator('.sb-ledger-entry').filter({ has: link }).first();
  const words = (await entry.locator('.sb-ledger-text').textContent()) ?? '';
  await entry.getByRole('link', { name: 'How many people are secure?' }).first().click();
  const claim = page.locator('.sb-claim:target');
  await expect(claim).toBeInViewport();
  // The citation stands before the full stop.
  await expect(claim).toContainText(words.trim().replace(/[.!?]$/, ''));
});

test('an unknown choice in the address shows all', async ({ page }) => {
  await page.goto('/evidence/?certainty=%22%3E%3Cscript%3E&page=constructor');
  await expect(page.getByLabel('Certainty', { exact: true })).toHaveValue('');
  await expect(page.locator('.sb-ledger-entry').first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the ledger stands grouped by certainty, with an index and no dead form', async ({
    page,
  }) => {
    await page.goto('/evidence/');
    await expect(page.locator('[data-ledger-filter]')).toBeHidden();
    await page.getByRole('link', { name: 'Contested' }).first().click();
    await expect(page.locator('#certainty-contested')).toBeInViewport();
  });
});
