import { readdirSync } from 'node:fs';
import { expect, test } from '../../journey.ts';
import { readQuiz } from './quizzes.ts';

test.use({ javaScriptEnabled: false });

test('without JavaScript every question and its answer can be read', async ({ page }) => {
  await page.goto('/attunement/');
  for (const { id, stem } of readQuiz('attunement').questions) {
    const card = page.locator(`#question-${id}`);
    await expect(card).toContainText(stem);
    await expect(
      card.getByText('Work behind it').or(card.getByText('Works behind it')),
    ).toBeHidden();
    await card.getByText('Answer and why').click();
    await expect(card.locator('.sb-why')).toBeVisible();
  }
});

test('without JavaScript the practice page links to each topic, and the reflection explains scoring by hand', async ({
  page,
}) => {
  await page.goto('/quiz/');
  await expect(page.getByText('Sessions need JavaScript.')).toBeVisible();
  await expect(page.locator('.sb-topics').getByRole('link')).toHaveCount(
    readdirSync('src/content/quizzes').length,
  );
  await page.goto('/attachment-styles/');
  const reflection = page.locator('.sb-reflection');
  await expect(reflection.getByRole('group', { name: /^14/ })).toBeVisible();
  await reflection.getByText('How to add it up by hand').click();
  await expect(reflection.getByText(/take 8 minus your number/).first()).toBeVisible();
});
