import { expect, test } from '../../journey.ts';

test('Enter opens the definition of a term, Esc closes it and returns the focus', async ({
  page,
}) => {
  await page.goto('/secure-attachment/');
  const word = page.getByRole('link', { name: 'safe haven' }).first();
  await word.focus();
  const card = page.getByRole('dialog', { name: 'Safe haven' });
  await expect(card).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(card).toBeFocused();
  await expect(card).toContainText('comfort and protection');
  await page.keyboard.press('Tab');
  await expect(card.getByRole('link', { name: 'More in the glossary' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(word).toBeFocused();
  await expect(word).not.toHaveClass(/sb-term-open/);
  await word.press('Enter');
  await card.getByRole('button', { name: 'Close' }).click();
  await expect(card).toBeHidden();
});

test('hovering over a term opens nothing', async ({ page }) => {
  await page.goto('/secure-attachment/');
  await page.getByRole('link', { name: 'safe haven' }).first().hover();
  await expect(page.locator('.sb-definition:popover-open')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a term is a link to its glossary entry', async ({ page }) => {
    await page.goto('/secure-attachment/');
    await page.getByRole('link', { name: 'safe haven' }).first().click();
    await expect(page).toHaveURL(/\/glossary\/#safe-haven$/);
    await expect(page.getByRole('heading', { name: 'safe haven' })).toBeInViewport();
  });
});

test('a wide screen has the definition in the margin, a narrow one does not', async ({ page }) => {
  const noted = () =>
    page
      .locator('.sb-term')
      .first()
      .evaluate((word) => getComputedStyle(word, '::after').content);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/secure-attachment/');
  expect(await noted()).toContain('Secure attachment. A bond');
  await page.setViewportSize({ width: 1024, height: 900 });
  expect(await noted()).toBe('none');
});
