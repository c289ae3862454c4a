import { expect, test } from '../../journey.ts';
import { fieldOf, resultsOf } from './search.ts';

test('an address with a query shows its results and follows what is typed', async ({ page }) => {
  await page.goto('/search/?q=dad+bond');
  const field = fieldOf(page);
  await expect(field).toHaveValue('dad bond');
  await expect(resultsOf(page).first()).toContainText(/bond|attached/i);
  await expect(page.getByRole('heading', { name: 'Start here' })).toBeHidden();
  await field.fill('proximate separation');
  await expect(page).toHaveURL(/\/search\/\?q=proximate\+separation$/);
  await expect(resultsOf(page).first()).toContainText('proximate separation');
  await page.getByLabel('Kind').selectOption('Glossary terms');
  await expect(page).toHaveURL(/kind=term/);
  await page.reload();
  await expect(page.getByLabel('Kind')).toHaveValue('term');
  await expect(resultsOf(page).first()).toHaveAttribute('href', /glossary/);
});

test('Enter in the dialog opens the search page', async ({ page }) => {
  await page.goto('/attunement/');
  await page.keyboard.press('/');
  await fieldOf(page).fill('co-regulation');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=co-regulation/);
  await expect(resultsOf(page).first()).toBeVisible();
});

test('on the page itself the keys go to its field', async ({ page }) => {
  await page.goto('/search/');
  await expect(page.getByRole('heading', { name: 'Start here' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(fieldOf(page)).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the button links to the topic index', async ({ page }) => {
    await page.goto('/attunement/');
    await page.getByRole('link', { name: 'Search' }).click();
    await expect(page).toHaveURL(/\/search\/$/);
    await expect(page.getByText('needs JavaScript')).toBeVisible();
    await expect(
      page.locator('main').getByRole('link', { name: 'Attunement', exact: true }),
    ).toBeVisible();
    await expect(fieldOf(page)).toHaveCount(0);
  });
});
