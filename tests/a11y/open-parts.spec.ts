import { expect, test } from '../journey.ts';
import { openQuiz } from '../e2e/quiz/quizzes.ts';
import { fieldOf, resultsOf } from '../e2e/search/search.ts';
import { findFaults } from './faults.ts';
import { themes, widths } from '../views.ts';

/** The page behind is judged on its own, at the same widths and in both themes. */
const dialog = { within: ':modal, :popover-open' };

for (const width of widths) {
  for (const colorScheme of themes) {
    test.describe(`at ${String(width)} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 800 }, colorScheme });

      test('a definition and a citation opened on the spot have no fault', async ({ page }) => {
        await page.goto('/secure-attachment/');
        await page.locator('.sb-term').first().click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await findFaults(page, dialog)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.locator('.sb-cite').first().click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await findFaults(page, dialog)).toEqual([]);
      });

      test('search has no fault: before a word, with results, with none', async ({ page }) => {
        await page.goto('/faq/');
        await page.keyboard.press('/');
        await expect(fieldOf(page)).toBeFocused();
        expect(await findFaults(page, dialog), 'before a word').toEqual([]);
        await fieldOf(page).fill('baby crying');
        await expect(resultsOf(page).first()).toBeVisible();
        expect(await findFaults(page, dialog), 'with results').toEqual([]);
        await fieldOf(page).fill('qqqqzzzz');
        await expect(resultsOf(page)).toHaveCount(0);
        expect(await findFaults(page, dialog), 'with none').toEqual([]);
      });

      test('a quiz that was answered has no fault', async ({ page }) => {
        const quiz = await openQuiz(page, 'secure-attachment');
        await quiz.getByRole('radio').first().check();
        await quiz.getByRole('button', { name: 'Check' }).first().click();
        await expect(quiz.getByText(/^1 of \d+ answered/)).toBeVisible();
        expect(await findFaults(page, { within: '.sb-quiz' })).toEqual([]);
      });
    });
  }
}

for (const width of [360, 768]) {
  test(`the contents opened at ${String(width)} px have no fault`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto('/attunement/');
    await page.getByRole('button', { name: 'Contents' }).click();
    await expect(page.getByRole('navigation', { name: 'Contents' })).toBeVisible();
    expect(await findFaults(page, dialog)).toEqual([]);
  });
}
