import { expect, test } from '../../journey.ts';
import { settle } from '../../watch.ts';
import { answerQuestion, cardOf, openQuiz, pick, readQuiz } from './quizzes.ts';

const { questions } = readQuiz('attunement');
const count = String(questions.length);
const right = String(questions.length - 1);
const first = pick(questions, 0);
const third = pick(questions, 2);

// Smooth scrolling would move elements while they are dragged or measured.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a reader answers questions of every kind, misses one, and gets its section to read again', async ({
  page,
}) => {
  const quiz = await openQuiz(page, 'attunement');
  for (const question of questions) {
    const card = cardOf(page, question);
    const right = question !== third;
    await answerQuestion(card, question, right);
    const verdict = card.getByRole('status').last().locator('.sb-verdict');
    await expect(verdict).toHaveClass(right ? /sb-verdict-right/ : 'sb-verdict');
    await expect(verdict).toHaveText(right ? 'Right.' : /\S/);
  }
  await expect(quiz.locator('.sb-steps')).toContainText(
    `${count} of ${count} answered, ${right} right`,
  );
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toContainText(`All ${count} answered, ${right} right at the first try.`);
  const again = result.getByRole('link');
  await expect(again).toHaveCount(1);
  await again.click();
  await expect(page).toHaveURL(new RegExp(`#${third.section}$`));
  await expect(page.locator(`#${third.section}`)).toBeInViewport();
});

test('a question can be answered, checked, explained, answered again and left by keyboard', async ({
  page,
}) => {
  await openQuiz(page, 'attunement');
  const card = cardOf(page, first);
  const radios = card.getByRole('radio');
  const right = first.kind === 'situation' ? first.choices.findIndex(({ correct }) => correct) : -1;
  await radios.first().focus();
  await page.keyboard.press('Space');
  if ((await radios.first().getAttribute('value')) === String(right)) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Tab');
  await expect(card.getByRole('button', { name: 'Check' })).toBeFocused();
  await page.keyboard.press('Enter');

  const again = card.getByRole('button', { name: 'Try again' });
  await expect(again).toBeFocused();
  await expect(card.getByRole('status')).toContainText('Not quite.');
  await page.keyboard.press('Tab');
  const why = card.getByRole('button', { name: 'Why' });
  await expect(why).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  await expect(card).toContainText('behind it');

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(radios.first()).toBeFocused();
  for (let step = 0; step < 4; step += 1) {
    const value = await page.locator(':focus').getAttribute('value');
    if (value === String(right) && (await page.locator(':focus').isChecked())) break;
    await page.keyboard.press(step === 0 ? 'Space' : 'ArrowDown');
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(card.getByRole('status')).toContainText('Right.');
  await expect(card.getByRole('button', { name: 'Next question' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cardOf(page, pick(questions, 1)).locator('legend')).toBeFocused();
});

test('items are moved with buttons by keyboard; each move is announced and the focus follows', async ({
  page,
}) => {
  await openQuiz(page, 'attunement');
  const order = pick(questions, 'order');
  const card = cardOf(page, order);
  const items = card.locator('.sb-order > li > span:first-of-type');
  const second = (await items.allTextContents())[1] ?? '';
  await card.getByRole('button', { name: `Move up: ${second}` }).focus();
  await page.keyboard.press('Enter');
  await expect(items.first()).toHaveText(second);
  await expect(card.getByRole('status').first()).toContainText(`${second} Now 1 of`);
  await expect(card.getByRole('button', { name: `Move down: ${second}` })).toBeFocused();
  // WebKit starts no drag without data.
  const carried = await card
    .locator('.sb-order > li')
    .first()
    .evaluate((item) => {
      const dataTransfer = new DataTransfer();
      item.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer }));
      return dataTransfer.getData('text/plain');
    });
  expect(carried).toBe(second);
  await card.locator('.sb-order > li').first().dragTo(card.locator('.sb-order > li').nth(2));
  await expect(items.nth(2)).toHaveText(second);
});

test('roles, names and states are exposed to screen readers', async ({ page }) => {
  await openQuiz(page, 'attunement');
  await expect(
    page.getByRole('group', { name: /Question 1 of 9 · Read and choose one/ }),
  ).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Questions' }).getByRole('link')).toHaveCount(
    9,
  );
  const card = cardOf(page, first);
  await card.getByRole('button', { name: 'Check' }).click();
  await expect(card.getByRole('status')).toHaveText('Choose an answer first.');
  await answerQuestion(card, first, true);
  await expect(card.locator('.sb-choice .sb-hidden')).toHaveText('Right');
  await expect(page.getByRole('link', { name: '1 , right' })).toBeVisible();
});

test('a double click on Check counts once', async ({ page }) => {
  await openQuiz(page, 'attunement');
  const card = cardOf(page, first);
  await card.getByRole('radio').first().check();
  await card.getByRole('button', { name: 'Check' }).dblclick();
  await expect(card.getByRole('status')).toContainText(/Right|Not quite/);
});

test('scripts of the quiz are loaded when it is near, and hydration shifts nothing', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 720 });
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (/QuizIsland|preact/.test(request.url())) scripts.push(request.url());
  });
  await page.addInitScript(watchQuizShift);
  const measure = () => page.evaluate(() => Number((window as { shift?: number }).shift ?? 0));

  await page.goto('/attunement/');
  await page.waitForLoadState('networkidle');
  expect(scripts).toEqual([]);
  const quiz = await openQuiz(page, 'attunement');
  expect(scripts.length).toBeGreaterThan(0);
  await answerQuestion(cardOf(page, first), first, true);

  // The worst case: in view from the start, in the reader's order, with a restored answer.
  await page.goto('about:blank');
  await page.goto(`/attunement/#question-${first.id}`);
  await quiz.and(page.locator('.is-live')).waitFor();
  await expect(cardOf(page, first)).toContainText('Right');
  await settle(page);
  expect(await measure()).toBe(0);
});

/** Runs in the page: sums the layout shifts in the quiz, except those right after user input. */
function watchQuizShift() {
  interface Shift extends PerformanceEntry {
    value: number;
    hadRecentInput: boolean;
    sources: { node: Node | null }[];
  }
  const inQuiz = ({ node }: { node: Node | null }) =>
    (node instanceof Element ? node : node?.parentElement)?.closest('.sb-quiz-frame');
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      if (entry.hadRecentInput || !entry.sources.some(inQuiz)) continue;
      const sum = Number((window as { shift?: number }).shift ?? 0);
      Object.assign(window, { shift: sum + entry.value });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
