import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { quizIds } from '../../content-facts.ts';
import { expect, test } from '../../journey.ts';
import { answerQuestion, cardOf, openQuiz, pick, readQuiz } from './quizzes.ts';

const topics = ['attunement', 'mis-attunement', 'faq'];
const bank = topics.flatMap((id) => readQuiz(id).questions);
const all = quizIds().flatMap((id) => readQuiz(id).questions).length;
const inFaq = readQuiz('faq').questions.length;
const start = new Date('2026-11-24T09:00:00');

async function openPractice(page: Page) {
  await page.goto('/quiz/');
  await page.locator('.sb-practice.is-live').waitFor();
}

/** Answers the questions of a session, right or wrong by index. Returns their stems. */
async function runSession(page: Page, right: (at: number) => boolean): Promise<string[]> {
  await page.getByRole('button', { name: /Start a session|Review and practise/ }).click();
  const stems: string[] = [];
  for (let at = 0; at < 10; at += 1) {
    const card = page.locator('.sb-session .sb-card');
    const stem = (await card.locator('.sb-stem').textContent()) ?? '';
    const question = bank.find((one) => one.stem === stem);
    if (!question) throw new Error(`not in the chosen topics: ${stem}`);
    stems.push(stem);
    await answerQuestion(card, question, right(at));
    await card.getByRole('button', { name: /Next question|See how it went/ }).click();
  }
  return stems;
}

test('a session has ten questions of chosen topics; missed ones are due tomorrow, others later', async ({
  page,
}) => {
  await page.clock.install({ time: start });
  await openPractice(page);
  await page.getByRole('button', { name: 'Choose none' }).click();
  await expect(page.getByRole('button', { name: 'Start a session' })).toBeDisabled();
  for (const id of topics) await page.locator(`[data-topic="${id}"]`).getByRole('checkbox').check();
  await expect(page.locator('#practice-today')).toContainText(
    `0 due today, ${String(bank.length)} not met yet`,
  );

  const stems = await runSession(page, (at) => at !== 3 && at !== 6);
  expect(new Set(stems).size).toBe(10);
  await expect(page.locator('#session')).toContainText('8 of 10 right at the first try');
  await page.getByRole('button', { name: 'Back to the topics' }).click();
  await expect(page.locator('#practice-today')).toContainText(
    `0 due today, ${String(bank.length - 10)} not met yet`,
  );
  await page.getByText('The same as a table').click();
  await expect(page.getByRole('row').nth(2)).toContainText('Wednesday 25 November');
  await expect(page.getByRole('row').nth(2).getByRole('cell').last()).toHaveText('2');

  await page.clock.setSystemTime(new Date('2026-11-25T09:00:00'));
  await page.reload();
  await page.locator('.sb-practice.is-live').waitFor();
  await expect(page.locator('#practice-today')).toContainText(
    `2 due today, ${String(all - 10)} not met yet`,
  );
  await page.getByRole('button', { name: 'Review and practise' }).click();
  const shown = await page.locator('.sb-session .sb-stem').textContent();
  expect([stems[3], stems[6]]).toContain(shown);
  const question = pick(
    bank.filter(({ stem }) => stem === shown),
    0,
  );
  await answerQuestion(page.locator('.sb-session .sb-card'), question, true);
  await page.getByRole('button', { name: 'I guessed' }).click();
  await page.getByRole('button', { name: 'Stop here' }).click();
  await expect(page.locator('#practice-today')).toContainText('1 due today');
});

test('answers on topic pages count in practice; progress can be exported, deleted and imported', async ({
  page,
}) => {
  const { questions } = readQuiz('faq');
  const [first, second] = [pick(questions, 0), pick(questions, 1)];
  await openQuiz(page, 'faq');
  await answerQuestion(cardOf(page, first), first, true);
  await answerQuestion(cardOf(page, second), second, false);
  await openPractice(page);
  const topic = page.locator('[data-topic="faq"]');
  await expect(topic).toContainText(`2 of ${String(inFaq)} met`);

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to a file' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^secure-base-progress-\d{4}-\d\d-\d\d\.json$/);
  const path = await download.path();
  expect(JSON.parse(readFileSync(path, 'utf8')).format).toBe('secure-base-progress');

  await page.getByRole('button', { name: 'Forget my answers' }).click();
  await page.getByRole('button', { name: 'Keep them' }).click();
  await expect(topic).toContainText(`2 of ${String(inFaq)} met`);
  await page.getByRole('button', { name: 'Forget my answers' }).click();
  await page.getByRole('button', { name: 'Forget them' }).click();
  await expect(topic).toContainText(`${String(inFaq)} questions`);
  await expect(page.getByText('All answers and review dates are forgotten.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Forget my answers' })).toBeFocused();

  await page.getByLabel('Read from a file').setInputFiles(path);
  await expect(page.getByText('Read 2 answers and 2 review dates.')).toBeVisible();
  await expect(topic).toContainText(`2 of ${String(inFaq)} met`);
  await openQuiz(page, 'faq');
  await expect(page.locator('.sb-steps')).toContainText(`2 of ${String(inFaq)} answered, 1 right`);
});

test('a file of another kind is rejected with a message, and a malicious one is harmless', async ({
  page,
}) => {
  await openPractice(page);
  const read = (name: string, text: string) =>
    page
      .getByLabel('Read from a file')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const status = page.locator('.sb-said');
  await read('a.json', '<script>alert(1)</script>');
  await expect(status).toHaveText('This file could not be read.');
  await read('b.json', '{"format":"other"}');
  await expect(status).toHaveText('This is not a progress file of Secure Base.');
  await read('c.json', ' '.repeat(2_000_001));
  await expect(status).toHaveText('This file is too large.');
  const entry = '{"hash":"<img src=x onerror=alert(1)>","answer":[0],"at":1,"missed":false}';
  await read(
    'd.json',
    `{"format":"secure-base-progress","version":1,"answers":{"faq":{"version":1,"entries":{"__proto__":${entry},"worn-out-at-three-am":${entry}}}}}`,
  );
  await expect(status).toHaveText(
    'Read 0 answers and 0 review dates. The rest belongs to questions that have changed.',
  );
  await expect(page.locator('[data-topic="faq"]')).toContainText(`${String(inFaq)} questions`);
});

test('a printed session has its question without controls', async ({ page }) => {
  await openPractice(page);
  await page.getByRole('button', { name: 'Start a session' }).click();
  const session = page.locator('.sb-session');
  await expect(session.getByRole('button').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(session.locator('.sb-stem')).toBeVisible();
  for (const control of await session.locator('button, progress').all()) {
    await expect(control).toBeHidden();
  }
});
