import { expect, test } from 'vitest';
import { formatProblem } from '../../../src/content-model/model/problem.ts';
import { checkQuizzes, answerBalance } from '../../../src/features/quiz/model/check-quiz.ts';
import { parseQuizEntry } from './quiz-entry.ts';
import type { Question } from '../../../src/content-model/schemas/quiz.ts';
import { questions } from './questions.ts';

const targets = {
  pages: new Map([['repair', { sections: ['how-to-repair'], cited: new Set(['tronick1989']) }]]),
  works: new Set(['tronick1989', 'stern1985']),
};

const good = `title: Repair
page: repair
questions:
  - id: say-sorry
    kind: one
    stem: Which is repair?
    section: how-to-repair
    references: [tronick1989]
    choices:
      - text: Going back
        correct: true
        feedback: It closes the gap.
      - text: Waiting
        feedback: It leaves the gap.
      - text: A treat
        feedback: It goes round the gap.
`;

const check = (...texts: string[]) =>
  checkQuizzes(
    texts.map((text, index) => parseQuizEntry(`quizzes/${String(index)}.yaml`, text)),
    targets,
  ).map(formatProblem);

test('a valid quiz has no problems', () => {
  expect(check(good)).toEqual([]);
});

const contradictory = good
  .replace('kind: one', 'kind: true-false\n    answer: true')
  .replaceAll(/- text/g, '- verdict: false\n        text');

test.each<[string, string, string]>([
  ['unknown kind', good.replace('kind: one', 'kind: on'), ''],
  ['no right answer', good.replace('        correct: true\n', ''), ''],
  [
    'all answers right',
    good
      .replaceAll(/( +)feedback/g, '$1correct: true\n$1feedback')
      .replace('        correct: true\n        correct', '        correct'),
    '',
  ],
  [
    'two right of kind one',
    good.replace('It leaves', 'x\n        correct: true\n        # It leaves'),
    '',
  ],
  ['one right of kind several', good.replace('kind: one', 'kind: several'), ''],
  ['duplicate id', good, good],
  ['duplicate id in one file', good + good.slice(good.indexOf('  - id')), ''],
  ['two equal choices', good.replace('Waiting', 'going  back'), ''],
  ['missing feedback', good.replace('        feedback: It leaves the gap.\n', ''), ''],
  ['empty feedback', good.replace('It leaves the gap.', '""'), ''],
  ['unknown section', good.replace('section: how-to-repair', 'section: how-to-repiar'), ''],
  ['no section', good.replace('    section: how-to-repair\n', ''), ''],
  ['unknown work', good.replace('tronick1989', 'tronick1998'), ''],
  ['work not cited on the page', good.replace('tronick1989', 'stern1985'), ''],
  ['unknown page', good.replace('page: repair', 'page: repairs'), ''],
  ['no page', good.replace('page: repair\n', ''), ''],
  ['no id', good.replace('id: say-sorry\n    kind', 'kind'), ''],
  ['no stem', good.replace('    stem: Which is repair?\n', ''), ''],
  ['two choices', good.slice(0, good.indexOf('      - text: A treat')), ''],
  ['a choice without text', good.replace('text: Waiting\n        ', ''), ''],
  ['no questions', 'title: Repair\npage: repair\n', ''],
  ['no kind', good.replace('    kind: one\n', ''), ''],
  ['verdict against the answer', contradictory, ''],
  [
    'two equal left sides',
    `title: Repair
page: repair
questions:
  - id: pairs
    kind: match
    stem: Match
    section: how-to-repair
    pairs:
      - { left: a, right: x, feedback: f }
      - { left: a, right: y, feedback: f }
      - { left: c, right: y, feedback: f }
`,
    '',
  ],
])('reports %s with file, line, id and fix', (_, text, other) => {
  const problems = other ? check(text, other) : check(text);
  expect(problems.join('\n')).toMatchSnapshot();
  expect(problems.length).toBeGreaterThan(0);
});

test('counts positions of right answers, and those longer or shorter than all distractors', () => {
  const [a, b, c] = questions.one.choices;
  const long = {
    ...questions.one,
    choices: [{ text: 'by far the longest of them', correct: true, feedback: '' }, a, c],
  };
  const short = { ...questions.one, choices: [a, { text: 'no', correct: true, feedback: '' }, c] };
  expect(b?.correct).toBe(true);
  const all = [questions.one, long, short, questions.trueFalse, questions.several];
  expect(answerBalance(all as Question[])).toEqual({
    positions: [1, 2, 1],
    longest: 1,
    shortest: 1,
    true: 0,
  });
});
