import type { QuestionView, QuizView } from '../../quiz/model/view.ts';

/** Id of the script element that holds every quiz as JSON, so that the page works without a request. */
export const bankId = 'sb-question-bank';

/** A topic as the practice page lists it. */
export interface Topic {
  id: string;
  title: string;
  /** Address of the topic's page. */
  href: string;
  /** How many questions it has. */
  count: number;
}

/** The quizzes in the page, with links that lead to their own pages. */
export function readBank(): QuizView[] {
  const quizzes = JSON.parse(document.getElementById(bankId)?.textContent ?? '[]') as QuizView[];
  return quizzes.map((quiz) => {
    const page = addressOf(quiz.id);
    return { ...quiz, questions: quiz.questions.map((question) => withLinks(question, page)) };
  });
}

/** The page's address is read from its link, since the build may have rewritten it. */
function addressOf(quiz: string): string {
  return document.querySelector(`[data-topic="${quiz}"] a`)?.getAttribute('href') ?? '';
}

function withLinks(question: QuestionView, page: string): QuestionView {
  const onPage = <T extends { href: string }>(link: T) => ({ ...link, href: page + link.href });
  return { ...question, section: onPage(question.section), works: question.works.map(onPage) };
}
