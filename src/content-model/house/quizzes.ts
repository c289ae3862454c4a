import type { Question } from '../schemas/quiz.ts';
import { answerBalance } from '../../features/quiz/model/check-quiz.ts';
import { mapsOf } from '../../features/quiz/model/check-question.ts';
import type { Site } from '../check/read-site.ts';
import type { Entry, Problem } from '../model/problem.ts';

/** Fewest questions of a quiz. */
const fewest = 6;

/** Fewest single-choice questions from which a pattern can be told. */
const enough = 4;

/** Quizzes that can be answered without reading: by where the right answer stands or how long it is. */
export function judgeQuizzes({ quizzes = [], pages }: Site): Problem[] {
  const shown = new Set(
    pages.flatMap(({ outline }) =>
      (outline?.uses ?? []).flatMap(({ name, props }) => (name === 'Quiz' ? props['id'] : [])),
    ),
  );
  return [
    ...quizzes.flatMap((quiz) => [
      ...(shown.has(quiz.id)
        ? []
        : [
            {
              file: quiz.file,
              message: `No page shows the quiz "${quiz.id}".`,
              hint: `Write <Quiz id="${quiz.id}" /> on its page.`,
            },
          ]),
      ...judgeBalance(quiz.file, questionsOf(quiz)),
      ...judgeQuestions(quiz),
    ]),
    ...judgeStatements(quizzes.flatMap(questionsOf)),
  ];
}

/** The questions as written; what a schema would not take is left out. */
function questionsOf({ data }: Entry): Question[] {
  const isWhole = (question: Record<string, unknown>) =>
    ['choices', 'items', 'pairs'].some((list) => Array.isArray(question[list]));
  return mapsOf(data['questions']).filter(isWhole) as unknown as Question[];
}

function judgeBalance(file: string, questions: Question[]): Problem[] {
  const problems: Problem[] = [];
  const add = (message: string, hint: string) => problems.push({ file, message, hint });
  if (questions.length < fewest)
    add(
      `The quiz has ${String(questions.length)} questions.`,
      `Write ${String(fewest)} or more, no two on one point.`,
    );
  const { positions, longest, shortest } = answerBalance(questions);
  const all = positions.reduce((sum, count) => sum + count, 0);
  if (all < enough) return problems;
  const most = Math.max(...positions);
  if (most > all / 2)
    add(
      `In ${String(most)} of ${String(all)} questions the right answer stands in place ${String(positions.indexOf(most) + 1)}.`,
      'Spread the right answers over the places, so that none gives itself away.',
    );
  for (const [share, word] of [
    [longest, 'longest'],
    [shortest, 'shortest'],
  ] as const) {
    if (share > 0.5)
      add(
        `In ${String(Math.round(share * all))} of ${String(all)} questions the right answer is the ${word}.`,
        'Make wrong answers as long and as plain as the right one.',
      );
  }
  return problems;
}

function judgeQuestions(quiz: Entry): Problem[] {
  return mapsOf(quiz.data['questions']).flatMap((question, index) => {
    const at = (field: string, message: string, hint: string): Problem => ({
      file: quiz.file,
      line: quiz.lineOf(['questions', index, field]),
      message,
      hint,
    });
    const id = String(question['id']);
    const problems: Problem[] = [];
    const { references, stem } = question;
    if (!Array.isArray(references) || references.length === 0)
      problems.push(
        at(
          'id',
          `The question "${id}" names no work.`,
          'Add "references" with the works behind it.',
        ),
      );
    if (typeof stem === 'string' && /choose (all|one)/i.test(stem))
      problems.push(
        at(
          'stem',
          `The question "${id}" says how to answer it.`,
          'Leave that out: the page says it below the question.',
        ),
      );
    return problems;
  });
}

/** Over all quizzes: a reader who calls every statement false should not be right too often. */
function judgeStatements(questions: Question[]): Problem[] {
  const statements = questions.filter(({ kind }) => kind === 'true-false').length;
  const { true: share } = answerBalance(questions);
  if (statements < enough || (share >= 0.3 && share <= 0.7)) return [];
  return [
    {
      file: 'src/content/quizzes',
      message: `Of ${String(statements)} statements to judge, ${String(Math.round(share * statements))} are true.`,
      hint: 'Write some that are the other way, so that guessing does not pay.',
    },
  ];
}
