import { expect, test } from '../journey.ts';

test('a topic page has its title, a citation and the work it links to', async ({ page }) => {
  await page.goto('/mis-attunement/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mis-attunement and repair');
  const cite = page.locator('.sb-cite').first();
  const target = await cite.getAttribute('href');
  await expect(page.locator(target ?? '')).toBeAttached();
});
