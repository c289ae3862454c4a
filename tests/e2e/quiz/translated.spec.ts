import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../../journey.ts';
import { cardOf, pick, readQuiz } from './quizzes.ts';

const ids = readdirSync('src/content/quizzes').map((name) => name.replace('.yaml', ''));
const id = ids.find((one) => readQuiz(one).questions.some(({ kind }) => kind === 'order')) ?? '';
const { page: slug, questions } = readQuiz(id);
const order = pick(questions, 'order');
const choice = pick(questions, 'one');

const translated = (text: string) => `⟦${text}⟧`;

/**
 * Runs in the page: like Chrome's translator, replaces each text node by elements with other text; at
 * once, or when `window.translateNow()` is called, as over a slow network.
 */
function simulateTranslator(isAtOnce: boolean) {
  const done = new WeakSet<Node>();
  const translateNow = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const isWords = /\S/.test(text.textContent ?? '');
      if (!isWords || done.has(text) || text.parentElement?.closest('script, style, svg')) continue;
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      inner.textContent = `⟦${(text.textContent ?? '').trim()}⟧`;
      if (inner.firstChild) done.add(inner.firstChild);
      outer.append(inner);
      (text as Text).replaceWith(outer);
    }
  };
  Object.assign(window, { translateNow });
  if (!isAtOnce) return;
  const watch = { childList: true, characterData: true, subtree: true };
  document.addEventListener('DOMContentLoaded', () => {
    translateNow();
    new MutationObserver(translateNow).observe(document.body, watch);
  });
}

const translateNow = (page: Page) =>
  page.evaluate(() => (window as unknown as { translateNow: () => void }).translateNow());

for (const isAtOnce of [true, false]) {
  test(`a quiz shows its state when translated ${isAtOnce ? 'at once' : 'later'}`, async ({
    page,
  }) => {
    await page.addInitScript(simulateTranslator, isAtOnce);
    await page.goto(`/${slug}/`);
    await translateNow(page);
    const quiz = page.locator('.sb-quiz[data-quiz]');
    await quiz.scrollIntoViewIfNeeded();
    await page.locator('.sb-quiz.is-live').waitFor();
    await translateNow(page);

    const labels = cardOf(page, choice).locator('label');
    const texts = choice.kind === 'one' ? choice.choices.map(({ text }) => text) : [];
    expect(await labels.count()).toBe(texts.length);
    for (const [value, text] of texts.entries()) {
      await expect(labels.filter({ has: page.locator(`[value="${String(value)}"]`) })).toHaveText(
        translated(text),
      );
    }

    const card = cardOf(page, order);
    const items = card.locator('.sb-order > li');
    for (let move = 0; move < (await items.count()); move += 1) {
      await items.first().locator('button').last().click();
      await translateNow(page);
      for (const item of await items.all()) {
        const label = await item.locator('button').last().getAttribute('aria-label');
        const text = label?.replace('Move down: ', '') ?? '';
        await expect(item.locator('> span').first()).toHaveText(translated(text));
      }
    }

    const main = card.locator('.sb-actions > button').first();
    await expect(main).toHaveText(translated('Check'));
    await main.click();
    await translateNow(page);
    await expect(main).toBeFocused();
    const isRight = await card.locator('.sb-question-state .sb-mark-right').isVisible();
    await expect(main).toHaveText(translated(isRight ? 'Next question' : 'Try again'));
    await expect(quiz.locator('.sb-steps > p')).toHaveText(
      translated(`1 of ${String(questions.length)} answered, ${isRight ? '1' : '0'} right`),
    );
  });
}
