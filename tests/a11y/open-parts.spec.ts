import type { Page } from '@playwright/test';
import { openQuiz } from '../e2e/quiz/quizzes.ts';
import { fieldOf, listOf, resultsOf } from '../e2e/search/search.ts';
import { expect, test } from '../journey.ts';
import { themes, widths } from '../views.ts';
import { colourRules, findFaults, sizeRules } from './faults.ts';

/**
 * Rules for an open part only; tests/a11y/pages.spec.ts checks the page behind it. The pages are short ones, since axe
 * reads all of a page.
 */
const dialog = ':modal, :popover-open';

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('a definition and a citation opened on the spot have no fault', async ({ page }) => {
  await page.goto('/couples/');
  await page.locator('.sb-term').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoFaults(page, dialog, 'definition');
  await page.keyboard.press('Escape');
  await page.locator('.sb-cite').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoFaults(page, dialog, 'citation');
});

test('search has no fault: before a word, with results, with a corrected misspelling, with none', async ({
  page,
}) => {
  await page.goto('/download/');
  await page.keyboard.press('/');
  await expect(fieldOf(page)).toBeFocused();
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  await expectNoFaults(page, dialog, 'before a word');
  await fieldOf(page).fill('baby crying');
  await expect(resultsOf(page).first()).toBeVisible();
  await expectNoFaults(page, dialog, 'with results');
  await fieldOf(page).fill('atunement');
  await expect(page.getByText('Showing results for')).toBeVisible();
  await expect(listOf(page)).not.toHaveAttribute('aria-busy');
  await page.keyboard.press('ArrowDown');
  await expectNoFaults(page, dialog, 'with a corrected misspelling and a result chosen');
  await fieldOf(page).fill('xylophone');
  await expect(resultsOf(page)).toHaveCount(0);
  await expect(page.getByRole('dialog').getByRole('heading').first()).toBeVisible();
  await expectNoFaults(page, dialog, 'with none');

  await page.goto('/search/?q=atunement');
  await expect(page.getByRole('listbox').getByRole('group').first()).toBeVisible();
  expect(await findFaults(page), 'the page of results').toEqual([]);
});

test('a quiz that was answered has no fault', async ({ page }) => {
  const quiz = await openQuiz(page, 'couples');
  await quiz.getByRole('radio').first().check();
  await quiz.getByRole('button', { name: 'Check' }).first().click();
  await expect(quiz.getByText(/^1 of \d+ answered/)).toBeVisible();
  await expectNoFaults(page, '.sb-quiz', 'quiz');
});

test('the contents opened on a phone and a tablet have no fault', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 740 });
  await page.goto('/attunement/');
  await page.getByRole('button', { name: 'Contents' }).click();
  await expect(page.getByRole('navigation', { name: 'Contents' })).toBeVisible();
  await expectNoFaults(page, dialog, 'contents', [360, 768]);
});

/**
 * Checks a part of the page in its current state: all rules at the first width, those that depend on the layout
 * at the others, and new colours in both themes.
 */
async function expectNoFaults(
  page: Page,
  within: string,
  part: string,
  views: readonly number[] = widths,
): Promise<void> {
  for (const width of views) {
    await page.setViewportSize({ width, height: 800 });
    const rules = width === views[0] ? {} : { rules: [...sizeRules, ...colourRules] };
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      const scope = colorScheme === 'light' ? rules : { rules: colourRules };
      const view = `${part}, ${String(width)} px, ${colorScheme}`;
      expect(await findFaults(page, { within, ...scope }), view).toEqual([]);
    }
  }
}
