import { expect, test } from '../../journey.ts';
import { pages } from '../../pages.ts';
import { expectReadable } from './readable.ts';

/** Runs in the page and returns the markup of visible buttons that do nothing without a script. */
function findIdle(): string[] {
  const buttons =
    'main button:not([popovertarget], [type="submit"], [disabled], form[action] *), header button:not([popovertarget], [type="submit"])';
  return [...document.querySelectorAll(buttons)]
    .filter((button) => button.checkVisibility({ visibilityProperty: true }))
    .map(({ outerHTML }) => outerHTML);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const half of [0, 1]) {
    const own = pages().filter((_, index) => index % 2 === half);
    test(`pages read, and offer nothing that would not work, half ${String(half + 1)} of all`, async ({
      page,
    }) => {
      for (const path of own)
        await test.step(path, async () => {
          await page.goto(path);
          await expectReadable(page);
          expect(await page.evaluate(findIdle), path).toEqual([]);
        });
    });
  }

  test('a citation links to its work, and the work back', async ({ page }) => {
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

  test('questions are chosen by who asks, and the group that a link names stays', async ({
    page,
  }) => {
    await page.goto('/faq/');
    const groups = page.locator('[data-asked-by]:visible');
    const choices = page.getByRole('group', { name: 'Who is asking?' }).getByRole('radio');
    await expect(choices).toHaveCount((await groups.count()) + 1);
    await choices.last().check();
    await expect(groups).toHaveCount(1);
    const chosen = await choices.last().getAttribute('value');
    await expect(groups).toHaveAttribute('data-asked-by', chosen ?? '');

    const named = await choices.nth(1).getAttribute('value');
    await page.goto(`/faq/#${named ?? ''}`);
    await choices.last().check();
    await expect(groups).toHaveCount(2);
    await choices.first().check();
    await expect(groups).toHaveCount((await choices.count()) - 1);
  });
});
