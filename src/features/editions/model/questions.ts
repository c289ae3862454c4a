import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { compareTexts } from '../../../lib/i18n/format.ts';
import { t } from '../../../lib/i18n/t.ts';
import type { Question, Quiz } from '../../../content-model/schemas/quiz.ts';
import { readParts } from '../../quiz/model/view.ts';

/** The questions of one page, for the end of the book; each leads to its answer. */
export function questionPart(quiz: Quiz): ElementContent[] {
  return listQuestions(quiz, (question) => [
    h('p', question.stem),
    ...options(question),
    h('p', h('a', { href: `answers.xhtml#${question.id}` }, t('editions.answer'))),
  ]);
}

/** The answers of one page's questions, with the reason for each. */
export function answerPart(quiz: Quiz): ElementContent[] {
  return listQuestions(quiz, (question) => [
    answers(question),
    h('p', h('a', { href: `questions.xhtml#${question.id}` }, t('editions.backToQuestion'))),
  ]);
}

function listQuestions(
  { page, title, questions }: Quiz,
  write: (question: Question) => ElementContent[],
): ElementContent[] {
  const items = questions.map((question) => h('li', { id: question.id }, write(question)));
  return [h('h2', { id: page }, title), h('ol', items)];
}

/** What stands above what may be chosen, for each kind of question. */
const asks: Partial<Record<Question['kind'], string>> = {
  order: t('editions.order'),
  match: t('editions.match'),
  'true-false': t('editions.trueOrFalse'),
  several: t('editions.several'),
};

/** What may be chosen, in an order that does not give the answer away. */
function options(question: Question): ElementContent[] {
  const { parts, rights } = readParts(question);
  const texts = parts.map(({ text }) => text);
  const asked = list(asks[question.kind], question.kind === 'order' ? byAlphabet(texts) : texts);
  return rights.length > 0 ? [asked, list(t('editions.matchWith'), byAlphabet(rights))] : [asked];
}

function answers(question: Question): ElementContent {
  const { parts, rights } = readParts(question);
  const items = parts.map(({ text, feedback, right }, at) => {
    if (right === undefined) {
      const said = rights[at] === undefined ? text : `${text} → ${rights[at]}`;
      return h('li', [h('strong', said), ` ${feedback}`]);
    }
    const verdict = right ? t('editions.right') : t('editions.wrong');
    return h('li', [h('strong', `${verdict} `), `${text} `, h('em', feedback)]);
  });
  return h(question.kind === 'order' ? 'ol' : 'ul', items);
}

function list(label: string | undefined, items: string[]): ElementContent {
  const entries = items.map((item) => h('li', item));
  return h('div', [label ? h('p', label) : undefined, h('ul', entries)]);
}

function byAlphabet(items: string[]): string[] {
  return items.toSorted(compareTexts);
}
