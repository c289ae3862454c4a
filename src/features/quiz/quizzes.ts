import type { DeclaredEntry } from '../../content-model/check/parse-entries.ts';
import { decodeEntities } from '../../lib/text/html.ts';
import { getEntries, getEntry, once } from '../../queries/entries.ts';
import { toQuestionView, type QuizView } from './model/view.ts';
import { getPagesInOrder, getPage } from '../../queries/pages.ts';
import { getBibliographer } from '../citations/references.ts';

/** The view of the quiz with this id, with links to its page's sections and references. */
export async function getQuizView(id: string): Promise<QuizView> {
  return toView(await getEntry('quizzes', id));
}

/** Views of all quizzes, in the reading order of their pages. */
export const getQuizViews = once(async () => {
  const quizzes = await getEntries('quizzes');
  const order = (await getPagesInOrder()).map(({ slug }) => slug);
  const placed = quizzes.toSorted(
    (a, b) => order.indexOf(a.data.page) - order.indexOf(b.data.page),
  );
  return Promise.all(placed.map(toView));
});

async function toView({ id, data }: DeclaredEntry<'quizzes'>): Promise<QuizView> {
  const { outline } = await getPage(data.page);
  const bibliographer = await getBibliographer();
  const headings = new Map(outline.sections.map(({ slug, text }) => [slug, text]));
  const questions = data.questions.map((question) => {
    const { section, references } = question;
    const works = references.map((work) => {
      // The citation without markup and parentheses, such as "Gianino & Tronick, 1988".
      const text = bibliographer.cite({ id: work }).replace(/<[^>]*>|^\(|\)$/g, '');
      return { href: `#ref-${work}`, text: decodeEntities(text) };
    });
    const text = headings.get(section) ?? section;
    return toQuestionView(question, { section: { href: `#${section}`, text }, works });
  });
  return { id, title: data.title, questions };
}
