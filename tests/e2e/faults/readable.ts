import type { Page } from '@playwright/test';
import { expect } from '../../journey.ts';

/** Traces of code that did not think of everything, as a reader would see them. */
const slips =
  /\bundefined\b|\bNaN\b|Invalid Date|\[object \w+\]|\bnull\b(?! (?:finding|result|hypothes))/;

/** A reader can read the page: a heading, text in view, nothing cut off, no slip of code. */
export async function expectReadable(page: Page) {
  // By tag, and in one go: roles are looked for in all of a page, and some pages are long.
  await expect(page.locator('h1')).toBeVisible();
  const { text, scrollWidth, clientWidth } = await page.locator('main').evaluate((main) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { text: (main as HTMLElement).innerText, scrollWidth, clientWidth };
  });
  expect(text.length).toBeGreaterThan(100);
  expect(text).not.toMatch(slips);
  // Without a style sheet, words kept for screen readers may round up to a pixel more.
  expect(scrollWidth, 'width of the text').toBeLessThanOrEqual(clientWidth + 1);
}

/** Answers the first question of the page's quiz and reads what it is told. */
export async function answerQuiz(page: Page) {
  const card = page.locator('.sb-quiz .sb-card').first();
  await card.scrollIntoViewIfNeeded();
  await expect(card.getByRole('button', { name: 'Check' })).toBeVisible();
  await card.locator('input').first().check();
  await card.getByRole('button', { name: 'Check' }).click();
  await expect(card.locator('.sb-feedback')).not.toBeEmpty();
}
