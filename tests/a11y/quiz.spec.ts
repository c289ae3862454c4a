import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';
import { themes } from '../views.ts';
import { findFaults } from './faults.ts';
import { answerQuestion, cardOf, openQuiz, pick, readQuiz } from '../e2e/quiz/quizzes.ts';

const { questions } = readQuiz('mis-attunement');

async function expectNoViolations(page: Page, selector: string) {
  expect(await findFaults(page, { within: selector })).toEqual([]);
}

/** Expects that the page is not wider than the viewport. */
async function expectNoSideways(page: Page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
}

for (const theme of themes) {
  test(`a quiz has no fault in any state, ${theme}, at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 720 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await openQuiz(page, 'mis-attunement');
    await expectNoViolations(page, '.sb-quiz-frame');
    for (const [at, question] of questions.entries()) {
      const card = cardOf(page, question);
      await answerQuestion(card, question, at % 2 === 0);
      await card.getByRole('button', { name: 'Why' }).click();
    }
    await page.getByText('For teachers').click();
    await expectNoViolations(page, '.sb-quiz-frame');
    await expectNoSideways(page);
  });

  test(`practice and the reflection have no fault, ${theme}, at 200 % zoom`, async ({ page }) => {
    // A viewport of 1,280 px at 200 % zoom is 640 CSS px wide.
    await page.setViewportSize({ width: 640, height: 480 });
    await page.emulateMedia({ colorScheme: theme });
    await page.goto('/quiz/');
    await page.locator('.sb-practice').scrollIntoViewIfNeeded();
    await page.locator('.sb-practice.is-live').waitFor();
    await expectNoViolations(page, '.sb-practice');
    await page.getByRole('button', { name: 'Forget my answers' }).click();
    await expectNoViolations(page, '.sb-dialog');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Start a session' }).click();
    await expectNoViolations(page, '.sb-session');
    await expectNoSideways(page);

    await page.goto('/attachment-styles/');
    await page.locator('.sb-reflection').scrollIntoViewIfNeeded();
    await page.locator('.sb-reflection.is-live').waitFor();
    for (const statement of await page.locator('.sb-statement').all()) {
      await statement.getByRole('radio').nth(4).check();
    }
    await page.getByRole('button', { name: 'Show the point' }).click();
    await expectNoViolations(page, '.sb-reflection');
    await expectNoSideways(page);
  });
}

test('in forced colours what is chosen, right or focused still shows', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openQuiz(page, 'mis-attunement');
  const choice = pick(questions, 'one');
  const card = cardOf(page, choice);
  const border = (index: number) =>
    card
      .locator('.sb-choice')
      .nth(index)
      .evaluate((label) => getComputedStyle(label).borderColor);
  await card.getByRole('radio').first().check();
  expect(await border(0)).not.toBe(await border(1));
  await card.getByRole('button', { name: 'Check' }).click();
  const mark = card.locator('.sb-choice .sb-mark svg');
  const stroke = await mark.evaluate((svg) => getComputedStyle(svg).stroke);
  const ground = await card
    .locator('.sb-choice')
    .first()
    .evaluate((label) => getComputedStyle(label).backgroundColor);
  expect(stroke).not.toBe(ground);
  await expectNoViolations(page, '.sb-quiz-frame');
});
