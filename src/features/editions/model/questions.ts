import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { compareTexts } from '../../../lib/i18n/format.ts';
import { t } from '../../../lib/i18n/t.ts';
import type { Question, Quiz } from '../../../content-model/schemas/quiz.ts';

/** The questions of one page, for the end of the book; each leads to its answer. */
export function questionPart(quiz: Quiz): ElementContent[] {
  return [
    h('h2', { id: quiz.page }, quiz.title),
    h(
      'ol',
      quiz.questions.map((question) =>
        h('li', { id: question.id }, [
          h('p', question.stem),
          ...options(question),
          h('p', h('a', { href: `answers.xhtml#${question.id}` }, t('editions.answer'))),
        ]),
      ),
    ),
  ];
}

/** The answers of one page's questions, with the reason for each. */
export function answerPart(quiz: Quiz): ElementContent[] {
  return [
    h('h2', { id: quiz.page }, quiz.title),
    h(
      'ol',
      quiz.questions.map((question) =>
        h('li', { id: question.id }, [
          ...answers(question),
          h('p', h('a', { href: `questions.xhtml#${question.id}` }, t('editions.backToQuestion'))),
        ]),
      ),
    ),
  ];
}

/** What may be chosen, in an order that does not give the answer away. */
function options(question: Question): ElementContent[] {
  switch (question.kind) {
    case 'order':
      return [list(t('editions.order'), byAlphabet(question.items.map(({ text }) => text)))];
    case 'match':
      return [
        list(
          t('editions.match'),
          question.pairs.map(({ left }) => left),
        ),
        list(t('editions.matchWith'), byAlphabet(question.pairs.map(({ right }) => right))),
      ];
    case 'true-false':
      return [list(t('editions.trueOrFalse'), question.choices.map(formatReason))];
    case 'several':
      return [
        list(
          t('editions.several'),
          question.choices.map(({ text }) => text),
        ),
      ];
    default:
      return [
        list(
          '',
          question.choices.map(({ text }) => text),
        ),
      ];
  }
}

function answers(question: Question): ElementContent[] {
  switch (question.kind) {
    case 'order':
      return [
        h(
          'ol',
          question.items.map(({ text, feedback }) => h('li', [h('strong', text), ` ${feedback}`])),
        ),
      ];
    case 'match':
      return [
        h(
          'ul',
          question.pairs.map(({ left, right, feedback }) =>
            h('li', [h('strong', `${left} → ${right}`), ` ${feedback}`]),
          ),
        ),
      ];
    default:
      return [
        h(
          'ul',
          question.choices.map((choice) =>
            h('li', [
              h('strong', `${choice.correct ? t('editions.right') : t('editions.wrong')} `),
              `${'verdict' in choice ? formatReason(choice) : choice.text} `,
              h('em', choice.feedback),
            ]),
          ),
        ),
      ];
  }
}

function formatReason({ verdict, text }: { verdict: boolean; text: string }): string {
  return verdict ? t('editions.true', { text }) : t('editions.false', { text });
}

function list(label: string, items: string[]): ElementContent {
  return h('div', [
    ...(label ? [h('p', label)] : []),
    h(
      'ul',
      items.map((item) => h('li', item)),
    ),
  ]);
}

function byAlphabet(items: string[]): string[] {
  return items.toSorted(compareTexts);
}
