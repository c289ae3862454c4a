import type { CollectionEntry } from 'astro:content';
import { decodeEntities } from '../../lib/text/html.ts';
import { getEntries, once, pickEntry } from '../../queries/entries.ts';
import { toQuestionView, type QuizView } from './model/view.ts';
import { getPagesInOrder, getPage, type Page } from '../../queries/pages.ts';
import { getBibliographer, getWork } from '../citations/references.ts';

type QuizEntry = CollectionEntry<'quizzes'>;

/** Every quiz. */
export const getQuizzes = once(() => getEntries('quizzes'));

/** The quiz with this id. @throws ContentError naming the nearest ids when there is none. */
export async function getQuiz(id: string): Promise<QuizEntry> {
  const quizzes = new Map((await getQuizzes()).map((quiz) => [quiz.id, quiz]));
  return pickEntry(quizzes, id, 'quiz', 'src/content/quizzes');
}

/** A quiz as islands and exports read it, with links to its page's sections and works. */
export async function getQuizView(id: string): Promise<QuizView> {
  return toView(await getQuiz(id));
}

/** Every quiz as islands and exports read it, in reading order. */
export const getQuizViews = once(async () => {
  const quizzes = await getQuizzes();
  const order = (await getPagesInOrder()).map(({ slug }) => slug);
  const placed = quizzes.toSorted(
    (a, b) => order.indexOf(a.data.page) - order.indexOf(b.data.page),
  );
  return Promise.all(placed.map(toView));
});

async function toView({ id, data }: QuizEntry): Promise<QuizView> {
  const page = await getPage(data.page);
  const questions = data.questions.map(async (question) =>
    toQuestionView(question, {
      section: linkToSection(page, question.section),
      works: await Promise.all(question.references.map(linkToWork)),
    }),
  );
  return { id, title: data.title, questions: await Promise.all(questions) };
}

/** A link to a section of the page; the check of content tells of one that is not there. */
function linkToSection({ outline }: Page, section: string) {
  const found = outline.sections.find(({ slug }) => slug === section);
  return { href: `#${section}`, text: found?.text ?? section };
}

async function linkToWork(id: string) {
  await getWork(id);
  const bibliographer = await getBibliographer();
  return { href: `#ref-${id}`, text: plainText(bibliographer.cite({ id })) };
}

/** A citation without its markup and brackets, such as "Gianino & Tronick, 1988". */
function plainText(html: string): string {
  return decodeEntities(html.replace(/<[^>]*>|^\(|\)$/g, ''));
}
