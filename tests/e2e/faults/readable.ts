import type { Page } from '@playwright/test';
import { expect } from '../../journey.ts';

/** Text that bugs leave on a page, such as “undefined”. */
const slips =
  /\bundefined\b|\bNaN\b|Invalid Date|\[object \w+\]|\bnull\b(?! (?:finding|result|hypothes))/;

/** Expects a readable page: a heading, visible text, no horizontal overflow, no text from bugs. */
export async function expectReadable(page: Page) {
  // Evaluated at once, since the first locator on a page takes a third of the CPU time of its visit.
  const { hasHeading, text, scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const hasHeading = document.querySelector('h1')?.checkVisibility({ visibilityProperty: true });
    const text = document.querySelector('main')?.innerText;
    return { hasHeading, text, scrollWidth, clientWidth };
  });
  expect(hasHeading, 'a heading is visible').toBe(true);
  expect(text?.length).toBeGreaterThan(100);
  expect(text).not.toMatch(slips);
  // Visually hidden text may add a pixel by rounding.
  expect(scrollWidth, 'width of the text').toBeLessThanOrEqual(clientWidth + 1);
}

/** Answers the first question of the page's quiz and expects feedback. */
export async function answerQuiz(page: Page) {
  const card = page.locator('.sb-quiz .sb-card').first();
  await card.scrollIntoViewIfNeeded();
  await expect(card.getByRole('button', { name: 'Check' })).toBeVisible();
  await card.locator('input').first().check();
  await card.getByRole('button', { name: 'Check' }).click();
  await expect(card.locator('.sb-feedback')).not.toBeEmpty();
}
