import { expect, test } from '../journey.ts';

test('the ledger is filtered by certainty and page, and the address has the filter', async ({
  page,
}) => {
  await page.goto('/evidence/');
  const entries = page.locator('.sb-ledger-entry');
  const all = await entries.count();

  // Independent of content: the first entry's certainty and page match some entries, not all.
  const first = entries.first();
  const level = (await first.getAttribute('data-certainty')) ?? '';
  const [slug = ''] = ((await first.getAttribute('data-page')) ?? '').split('|');
  const words = await first.locator('.sb-certainty').innerText();
  await page.getByLabel('Certainty', { exact: true }).selectOption(level);
  await page.getByLabel('Page', { exact: true }).selectOption(slug);
  const shown = page.locator('.sb-ledger-entry:visible');
  const few = await shown.count();
  expect(few).toBeGreaterThan(0);
  expect(few).toBeLessThan(all);
  for (const entry of await shown.all()) await expect(entry).toContainText(words);
  await expect(page.getByText(`${String(few)} of ${String(all)} claims`)).toBeVisible();
  await expect(page.locator('.sb-ledger-group:visible')).toHaveCount(1);

  await page.reload();
  await expect(shown).toHaveCount(few);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(shown).toHaveCount(all);
  expect(new URL(page.url()).search).toBe('');
});

test('a claim in the ledger links to its place on the page', async ({ page }) => {
  await page.goto('/evidence/');
  const entry = page
    .locator('.sb-ledger-entry')
    .filter({ has: page.locator('a[href*="#finding-"]') });
  const statement = (await entry.first().locator('.sb-ledger-text').innerText()).slice(0, 40);
  await entry.first().locator('a[href*="#finding-"]').first().click();
  const claim = page.locator('.sb-claim:target');
  await expect(claim).toBeInViewport();
  await expect(claim).toContainText(statement);
});

test('an unknown filter in the address shows all', async ({ page }) => {
  await page.goto('/evidence/?certainty=%22%3E%3Cscript%3E&page=constructor');
  await expect(page.getByLabel('Certainty', { exact: true })).toHaveValue('');
  await expect(page.locator('.sb-ledger-entry').first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the ledger is grouped by certainty, with an index and without the form', async ({
    page,
  }) => {
    await page.goto('/evidence/');
    await expect(page.locator('[data-ledger-filter]')).toBeHidden();
    await page.getByRole('link', { name: 'Contested' }).first().click();
    await expect(page.locator('#certainty-contested')).toBeInViewport();
  });
});
