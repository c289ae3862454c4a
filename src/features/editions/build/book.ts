import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ElementContent, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { h } from 'hastscript';
import type { BuiltSite } from '../../../build/built-site.ts';
import { t } from '../../../lib/i18n/t.ts';
import { site as facts } from '../../../site/site.ts';
import { putColours } from '../../../build/site-colours.ts';
import { toChapter, type Chapter } from '../model/chapter.ts';
import { flattenCss, paintDrawings } from '../model/figure-style.ts';
import { answerPart, questionPart } from '../model/questions.ts';
import { readDeclared, readReadingOrder } from '../../../content-model/build/read-content.ts';

/** Title of the book editions. */
export const bookTitle = `${facts.name}: ${facts.tagline}`;

/** Pages that are nothing without their controls. */
const notInBook = [facts.pages.quiz, facts.pages.search, facts.pages.download];

/**
 * The parts of the book: a title page, every page of the built site in reading order, then questions
 * and answers. With `notes`, citations lead to notes in the chapter, else to the references. `src` is the source folder, with "/" at its end; `date` is YYYY-MM-DD. @throws Error when a page of the contents was not built.
 */
export function readBook(site: BuiltSite, src: string, date: string, notes: boolean): Chapter[] {
  const readingOrder = readReadingOrder(`${src}content`);
  const quizzes = readDeclared('quizzes', `${src}content`)
    .map(({ data }) => data)
    .sort((a, b) => readingOrder.indexOf(a.page) - readingOrder.indexOf(b.page));
  const slugs = readingOrder.filter((slug) => !notInBook.includes(slug));
  const figureStyle = readFigureStyle(src);
  const book = { slugs, quizzes: quizzes.map(({ page }) => page), notes };
  const chapters = slugs.map((slug) => {
    const page = `${slug}/index.html`;
    if (!site.pages.includes(page))
      throw new Error(`dist/${page} was not built, and the book needs it.`);
    const chapter = toChapter(slug, fromParse5(site.readMainTree(page)) as Root, book);
    paintDrawings({ type: 'root', children: chapter.body }, figureStyle);
    return chapter;
  });
  const ends = [
    { slug: 'questions', title: t('editions.questions'), body: quizzes.flatMap(questionPart) },
    { slug: 'answers', title: t('editions.answers'), body: quizzes.flatMap(answerPart) },
  ].map((part) => ({
    ...part,
    body: [h('h1', part.title), ...part.body],
    sections: quizzes.map(({ page, title: text }) => ({ id: page, text })),
  }));
  const cover = { slug: 'cover', title: bookTitle, sections: [], body: titlePage(date) };
  return [cover, ...chapters, ...ends];
}

function titlePage(date: string): ElementContent[] {
  return [
    h('h1', bookTitle),
    h('p', facts.summary),
    h('p', t('editions.editionOf', { date, licence: facts.licence.name })),
    h('p', t('site.noDiagnosis')),
  ];
}

/** A style sheet of this folder in the guide's light colours: paper and many e-readers know no other. */
export function readPaperStyle(name: 'book.css' | 'paper.css'): string {
  const css = readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
  return putColours(css).replace(/light-dark\(([^,]*),[^)]*\)/g, '$1');
}

/** The book's own style, and that of the figures as on the site. */
export function readBookStyles(src: string): string {
  const css = readPaperStyle('book.css');
  // Many e-readers know no logical properties, so that the sides change here.
  const own = facts.direction === 'rtl' ? css.replace(/\bleft\b/g, 'right') : css;
  return own + readFigureStyle(src);
}

function readFigureStyle(src: string): string {
  const site = ['site/styles/tokens.css', 'features/figures/figures.css'].map((path) =>
    readFileSync(src + path, 'utf8'),
  );
  return flattenCss(putColours(site.join('\n')), '.sb-fig');
}
