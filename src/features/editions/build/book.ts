import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { BuiltSite } from '../../../build/built-site.ts';
import { t } from '../../../lib/i18n/t.ts';
import { site as facts } from '../../../site/site.ts';
import { putColours } from '../../../build/site-colours.ts';
import { toChapter, type Chapter } from '../model/chapter.ts';
import { flattenCss, paintDrawings } from '../model/figure-style.ts';
import type { Question, Quiz } from '../../../content-model/schemas/quiz.ts';
import { compareTexts } from '../../../lib/i18n/format.ts';
import { toParts } from '../../quiz/model/view.ts';
import { readDeclared, readReadingOrder } from '../../../content-model/build/read-content.ts';

/** Title of the book editions. */
export const bookTitle = `${facts.name}: ${facts.tagline}`;

/** Pages that are useless without script. */
const notInBook = [facts.pages.quiz, facts.pages.search, facts.pages.download];

/**
 * Returns the chapters of the book: a title page, every page of the built site in reading order, then
 * questions and answers. With `notes`, citations link to footnotes of the chapter, else to the references.
 * `src` is the source folder, with "/" at its end; `date` is YYYY-MM-DD.
 * @throws Error when a page of the contents was not built.
 */
export function readBook(site: BuiltSite, src: string, date: string, notes: boolean): Chapter[] {
  const readingOrder = readReadingOrder(`${src}content`);
  const quizzes = readDeclared('quizzes', `${src}content`)
    .map(({ data }) => data)
    .sort((a, b) => readingOrder.indexOf(a.page) - readingOrder.indexOf(b.page));
  const slugs = readingOrder.filter((slug) => !notInBook.includes(slug));
  const book = { slugs, quizzes: quizzes.map(({ page }) => page), notes };
  const chapters = slugs.map((slug) => {
    const page = `${slug}/index.html`;
    if (!site.pages.includes(page))
      throw new Error(`dist/${page} was not built, and the book needs it.`);
    return toChapter(slug, site.readMainTree(page), book);
  });
  paintDrawings(
    { type: 'root', children: chapters.flatMap(({ body }) => body) },
    readFigureStyle(src),
  );
  const opening = [
    h('h1', bookTitle),
    h('p', facts.summary),
    h('p', t('editions.editionOf', { date, licence: facts.licence.name })),
    h('p', t('site.noDiagnosis')),
  ];
  const cover = { slug: 'cover', title: bookTitle, sections: [], body: opening };
  return [cover, ...chapters, ...toQuizChapters(quizzes)];
}

/** Reads a style sheet of this folder with the light theme's colours: many e-readers support no other. */
export function readPaperStyle(name: 'book.css' | 'paper.css'): string {
  const css = readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
  return putColours(css).replace(/light-dark\(([^,]*),[^)]*\)/g, '$1');
}

/** The book's style sheet: book.css and the styles of figures. */
export function readBookStyles(src: string): string {
  const css = readPaperStyle('book.css');
  // Many e-readers support no logical properties, so right-to-left books swap the physical sides.
  const bookStyle = facts.direction === 'rtl' ? css.replace(/\bleft\b/g, 'right') : css;
  return bookStyle + readFigureStyle(src);
}

function readFigureStyle(src: string): string {
  const site = ['site/styles/tokens.css', 'features/figures/figures.css'].map((path) =>
    readFileSync(src + path, 'utf8'),
  );
  return flattenCss(putColours(site.join('\n')), '.sb-fig');
}

/** Makes a chapter of all questions and a chapter of all answers, each question linked with its answer. */
function toQuizChapters(quizzes: readonly Quiz[]): Chapter[] {
  const sections = quizzes.map(({ page, title: text }) => ({ id: page, text }));
  const link = (to: string, id: string, label: string) =>
    h('p', h('a', { href: `${to}.xhtml#${id}` }, label));
  const makeChapter = (
    slug: string,
    title: string,
    write: (question: Question) => ElementContent[],
  ) => {
    const lists = quizzes.flatMap(({ page, title, questions }) => {
      const items = questions.map((question) => h('li', { id: question.id }, write(question)));
      return [h('h2', { id: page }, title), h('ol', items)];
    });
    return { slug, title, sections, body: [h('h1', title), ...lists] };
  };
  return [
    makeChapter('questions', t('editions.questions'), (question) => [
      h('p', question.stem),
      ...options(question),
      link('answers', question.id, t('editions.answer')),
    ]),
    makeChapter('answers', t('editions.answers'), (question) => [
      answers(question),
      link('questions', question.id, t('editions.backToQuestion')),
    ]),
  ];
}

/** Instructions above the choices, by kind of question. */
const instructions: Partial<Record<Question['kind'], string>> = {
  order: t('editions.order'),
  match: t('editions.match'),
  'true-false': t('editions.trueOrFalse'),
  several: t('editions.several'),
};

/** The choices of a question; those to be ordered or matched are sorted so as not to reveal the answer. */
function options(question: Question): ElementContent[] {
  const { parts, rights } = toParts(question);
  const texts = parts.map(({ text }) => text);
  const asked = list(
    instructions[question.kind],
    question.kind === 'order' ? sortTexts(texts) : texts,
  );
  return rights.length > 0 ? [asked, list(t('editions.matchWith'), sortTexts(rights))] : [asked];
}

/** The choices of a question with the correct answer and the feedback of each. */
function answers(question: Question): ElementContent {
  const { parts, rights } = toParts(question);
  const items = parts.map(({ text, feedback, right }, at) => {
    if (right === undefined) {
      const correct = rights[at] === undefined ? text : `${text} → ${rights[at]}`;
      return h('li', [h('strong', correct), ` ${feedback}`]);
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

function sortTexts(items: string[]): string[] {
  return items.toSorted(compareTexts);
}
