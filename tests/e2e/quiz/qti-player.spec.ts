import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'yaml';
import { type Question, quizSchema } from '../../../src/content-model/schemas/quiz.ts';
import { sources } from '../../content/sources.ts';

/** An item as the player shows it: its texts, and the score and feedback for each answer. */
interface PlayedItem {
  prompt: string;
  texts: string[];
  answered: { score: string; feedback: string }[];
}

const player = 'node_modules/@citolab/qti-components/cdn/index.global.js';
const quizzes = sources
  .filter(({ path }) => path.startsWith('src/content/quizzes/'))
  .map(({ path, text }) => ({
    id: path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length),
    ...quizSchema.parse(parse(text)),
  }));

// Two tests, so that the halves can run in parallel, each with one page, because the player is large.
for (const half of [0, 1]) {
  const selected = quizzes.filter((_, index) => index % 2 === half);
  test(`an independent QTI 3 player shows and scores every quiz, half ${String(half + 1)}`, async ({
    page,
  }) => {
    await page.setContent('<qti-item><item-container></item-container></qti-item>');
    await page.addScriptTag({ path: player });
    for (const { id, questions } of selected) {
      const files = unzipSync(readFileSync(`dist/quiz/${id}.qti.zip`));
      for (const question of questions) {
        const xml = strFromU8(files[`items/${question.id}.xml`] ?? new Uint8Array());
        const answers = [rightAnswer(question), wrongAnswer(question)];
        const { prompt, texts, answered } = await play(page, xml, answers);
        expect(prompt, `${id}: ${question.id}`).toContain(question.stem);
        expect(texts, `${id}: ${question.id}`).toEqual(textsOf(question));
        expect(
          answered.map(({ score }) => score),
          `${id}: ${question.id}`,
        ).toEqual(['1', '0']);
        expect(answered[0]?.feedback).toContain(feedbackOf(question, true));
        expect(answered[1]?.feedback).toContain(feedbackOf(question, false));
      }
    }
  });
}

/** Loads an item into the player and submits one answer after another. */
function play(page: Page, xml: string, answers: (string | string[])[]): Promise<PlayedItem> {
  return page.evaluate(
    async ({ xml, answers }) => {
      const wellFormed = new DOMParser().parseFromString(xml, 'application/xml');
      if (wellFormed.querySelector('parsererror')) throw new Error('not well-formed XML');
      const container = document.querySelector('item-container') as HTMLElement & {
        itemXML: string;
      };
      const connected = new Promise<Item>((resolve) => {
        const settle = (event: Event) => resolve((event as CustomEvent<Item>).detail);
        container.addEventListener('qti-assessment-item-connected', settle, { once: true });
      });
      container.itemXML = '';
      container.itemXML = xml;
      const item = await connected;
      await item.updateComplete;
      const text = (element: Element) => element.textContent.trim();
      const parts = 'qti-simple-choice, qti-simple-associable-choice';
      const feedback = [...item.querySelectorAll('qti-modal-feedback')];
      const answered = answers.map((answer) => {
        item.updateResponseVariable('RESPONSE', answer);
        item.processResponse();
        const shown = feedback.filter((one) => {
          const outcome = item.getOutcome(one.getAttribute('outcome-identifier') ?? '');
          return (outcome.value ?? []).includes(one.getAttribute('identifier') ?? '');
        });
        return {
          score: String(item.getOutcome('SCORE').value),
          feedback: shown.map(text).join(' '),
        };
      });
      return {
        prompt: text(item.querySelector('qti-prompt') as Element),
        texts: [...item.querySelectorAll(parts)].map(text).sort(),
        answered,
      };
    },
    { xml, answers },
  );
}

/** The members of the player's item element that are used here. */
interface Item extends Element {
  updateComplete: Promise<unknown>;
  updateResponseVariable(identifier: string, value: string | string[]): void;
  processResponse(): boolean;
  getOutcome(identifier: string): { value: string | string[] | null };
}

function rightAnswer(question: Question): string | string[] {
  if (question.kind === 'match') return question.pairs.map((_, at) => `P${at + 1} R${at + 1}`);
  if (question.kind === 'order') return question.items.map((_, at) => `P${at + 1}`);
  const right = question.choices.flatMap(({ correct }, at) => (correct ? [`P${at + 1}`] : []));
  return question.kind === 'several' ? right : (right[0] ?? '');
}

function wrongAnswer(question: Question): string | string[] {
  const right = rightAnswer(question);
  if (question.kind === 'match') return ['P1 R2', 'P2 R1', ...right.slice(2)];
  if (question.kind === 'order') return [...right].reverse();
  if (question.kind === 'several') return right.slice(1);
  return `P${question.choices.findIndex(({ correct }) => !correct) + 1}`;
}

function textsOf(question: Question): string[] {
  const verdict = { true: 'True, ', false: 'False, ' };
  if (question.kind === 'match') {
    return question.pairs.flatMap(({ left, right }) => [left, right]).sort();
  }
  if (question.kind === 'order') return question.items.map(({ text }) => text).sort();
  const shownText = (choice: { text: string; verdict?: boolean }) =>
    choice.verdict === undefined ? choice.text : verdict[`${choice.verdict}`] + choice.text;
  return question.choices.map(shownText).sort();
}

function feedbackOf(question: Question, right: boolean): string {
  if (question.kind === 'match') return question.pairs[0]?.feedback ?? '';
  if (question.kind === 'order') return question.items[0]?.feedback ?? '';
  const chosen = question.choices.filter(
    ({ correct }) => correct === (right || question.kind === 'several'),
  );
  return chosen.at(question.kind === 'several' ? -1 : 0)?.feedback ?? '';
}
