import { expect, test } from '../../journey.ts';
import { pages } from '../../pages.ts';
import { expectReadable } from './readable.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of pages()) {
    test(`${path} reads, and offers nothing that would not work`, async ({ page }) => {
      await page.goto(path);
      await expectReadable(page);
      const idle = page.locator(
        'main button:not([popovertarget], [type="submit"], [disabled], form[action] *), header button:not([popovertarget], [type="submit"])',
      );
      for (const button of await idle.all()) await expect(button).toBeHidden();
    });
  }

  test('a citation leads to its work, and the work back', async ({ page }) => {
    await page.goto('/mis-attunement/');
    await page.locator('.sb-cite').first().click();
    await expect(page.locator(':target')).toBeInViewport();
  });

  test('a question shows its answer and why', async ({ page }) => {
    await page.goto('/attunement/');
    const card = page.locator('.sb-quiz .sb-card').first();
    await card.getByText('Answer and why').click();
    await expect(card.getByRole('link').first()).toBeVisible();
  });

  test('what the research says opens', async ({ page }) => {
    await page.goto('/attunement/');
    const research = page.locator('.sb-research').first();
    await research.locator('summary').first().click();
    await expect(research.locator('p').first()).toBeVisible();
  });

  test('every page is two steps from home', async ({ page }) => {
    const linksOf = async (path: string) => {
      await page.goto(path);
      return page
        .locator('a[href]')
        .evaluateAll((all) =>
          all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
        );
    };
    const near = await linksOf('/');
    const far = new Set(near);
    for (const path of new Set(near.filter((one) => one.endsWith('/')))) {
      for (const link of await linksOf(path)) far.add(link);
    }
    expect(pages().filter((path) => path !== '/404.html' && !far.has(path))).toEqual([]);
  });
});
