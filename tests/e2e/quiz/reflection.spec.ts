import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../../journey.ts';
import { parse } from 'yaml';
import { reflectionSchema } from '../../../src/content-model/schemas/quiz.ts';

const { statements, safety, after } = reflectionSchema.parse(
  parse(readFileSync('src/content/reflection.yaml', 'utf8')),
);

async function open(page: Page) {
  await page.goto('/attachment-styles/');
  await page.locator('.sb-reflection').scrollIntoViewIfNeeded();
  await page.locator('.sb-reflection.is-live').waitFor();
}

/** Answers the statements so that worry and distance have these scores. */
async function answer(page: Page, worry: number, distance: number, leaveOut: string[] = []) {
  for (const { id, dimension, reverse } of statements) {
    if (leaveOut.includes(id)) continue;
    const wanted = dimension === 'anxiety' ? worry : distance;
    await page
      .locator(`#statement-${id}`)
      .getByRole('radio')
      .nth((reverse ? 8 - wanted : wanted) - 1)
      .check();
  }
}

test('the result shows a point with its margin for each of two relationships, as a map and as text', async ({
  page,
}) => {
  await open(page);
  const result = page.locator('#reflection-result');
  await page.getByRole('button', { name: 'Show the point' }).click();
  await expect(page.locator('.sb-reflection .sb-said')).toHaveText(/at least 12 more/);
  await expect(result).toHaveCount(0);

  await answer(page, 6, 2);
  await page.getByRole('button', { name: 'Show the point' }).click();
  await expect(result.locator('.sb-stem')).toBeFocused();
  await expect(result).toContainText('A parent, or whoever brought you up.');
  await expect(result).toContainText('That is near the anxious pattern and no other.');
  await expect(result).toContainText(safety.text);
  await result.getByRole('link', { name: safety.link }).click();
  await expect(page.getByRole('heading', { name: 'If you are not safe' })).toBeInViewport();
  await expect(page.locator('.sb-reflection')).toContainText(after);
  await expect(result).not.toContainText(/%|you are anxious|type/i);
  const map = page.getByRole('img', { name: 'Your answers on the map of patterns' });
  await expect(map).toBeVisible();
  await expect(map.locator('ellipse')).toHaveCount(1);

  await page.getByRole('button', { name: 'Compare with another relationship' }).click();
  await expect(page.getByRole('radio', { name: 'A partner', exact: true })).toBeChecked();
  await answer(page, 3, 3);
  await page.getByRole('button', { name: 'Show the point' }).click();
  await expect(map.locator('ellipse')).toHaveCount(2);
  await expect(result).toContainText('Two relationships on one map');
  await page.getByRole('radio', { name: 'A parent, or' }).check();
  await expect(
    page.locator(`#statement-${statements[0]?.id ?? ''}`).getByRole('radio', { checked: true }),
  ).toHaveCount(1);
});

test('answers are only stored while the reader chooses to keep them', async ({ page }) => {
  const stored = () => page.evaluate(() => localStorage.getItem('sb:reflection'));
  await open(page);
  await answer(
    page,
    4,
    4,
    statements.slice(1).map(({ id }) => id),
  );
  expect(await stored()).toBeNull();
  await page.getByLabel('Keep my answers on this device').check();
  expect(await stored()).toContain(statements[0]?.id);
  await open(page);
  await expect(page.getByLabel('Keep my answers on this device')).toBeChecked();
  await expect(page.locator('.sb-statement').getByRole('radio', { checked: true })).toHaveCount(1);
  await page.getByLabel('Keep my answers on this device').uncheck();
  expect(await stored()).toBeNull();
});
