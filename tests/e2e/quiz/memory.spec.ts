import { expect, test } from '../../journey.ts';
import { answerQuestion, cardOf, openQuiz, pick, readQuiz } from './quizzes.ts';

const { questions } = readQuiz('faq');
const first = pick(questions, 0);
const second = pick(questions, 1);
const key = 'sb:answers:faq';
const all = String(questions.length);

test('answers and their order are restored, except the answer to an edited question', async ({
  page,
}) => {
  await openQuiz(page, 'faq');
  const order = await cardOf(page, first).locator('label').allTextContents();
  await answerQuestion(cardOf(page, first), first, true);
  await answerQuestion(cardOf(page, second), second, false);
  await openQuiz(page, 'faq');
  await expect(page.locator('.sb-steps')).toContainText(`2 of ${all} answered, 1 right`);
  expect((await cardOf(page, first).locator('label').allTextContents()).map(withoutMark)).toEqual(
    order.map(withoutMark),
  );

  await page.evaluate(
    ({ key, id }) => {
      const stored = JSON.parse(localStorage.getItem(key) ?? '{}');
      stored.entries[id].hash = 'edited0';
      localStorage.setItem(key, JSON.stringify(stored));
    },
    { key, id: first.id },
  );
  await openQuiz(page, 'faq');
  await expect(page.locator('.sb-steps')).toContainText(`1 of ${all} answered, 0 right`);
  await expect(cardOf(page, first).getByRole('radio', { checked: true })).toHaveCount(0);
});

test('two tabs do not overwrite each other, and each shows the answers of the other', async ({
  context,
}) => {
  const [one, other] = [await context.newPage(), await context.newPage()];
  await openQuiz(one, 'faq');
  await openQuiz(other, 'faq');
  await answerQuestion(cardOf(one, first), first, true);
  await answerQuestion(cardOf(other, second), second, true);
  for (const page of [one, other]) {
    await expect(page.locator('.sb-steps')).toContainText(`2 of ${all} answered, 2 right`);
  }
  await openQuiz(one, 'faq');
  await expect(one.locator('.sb-steps')).toContainText(`2 of ${all} answered, 2 right`);
});

for (const [name, stored] of [
  ['corrupt', '{"version":1,"entries":'],
  ['of another version', '{"version":99,"entries":{"x":[]}}'],
  ['of another shape', '[1,2,3]'],
] as const) {
  test(`stored answers that are ${name} are ignored and overwritten`, async ({ page }) => {
    await page.addInitScript(
      ([key, stored]) => {
        if (!sessionStorage.getItem('sb:corrupted')) localStorage.setItem(key, stored);
        sessionStorage.setItem('sb:corrupted', 'yes');
      },
      [key, stored] as const,
    );
    await openQuiz(page, 'faq');
    await expect(page.locator('.sb-steps')).toContainText(`0 of ${all} answered`);
    await answerQuestion(cardOf(page, first), first, true);
    await openQuiz(page, 'faq');
    await expect(page.locator('.sb-steps')).toContainText(`1 of ${all} answered, 1 right`);
  });
}

for (const [name, breakStorage] of [
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
  [
    'blocked',
    () => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    },
  ],
] as const) {
  test(`with storage that is ${name} the quiz works and says that nothing is kept`, async ({
    page,
  }) => {
    await page.addInitScript(breakStorage);
    await openQuiz(page, 'faq');
    await answerQuestion(cardOf(page, first), first, true);
    await expect(cardOf(page, first).getByRole('status')).toContainText('Right.');
    await expect(page.getByText('This browser keeps nothing')).toBeVisible();
  });
}

/** The text of a choice without that of its mark. */
function withoutMark(text: string): string {
  return text.replace(/Right$|Not right$/, '');
}
