import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { zipSync, type Zippable } from 'fflate';
import type { ElementContent } from 'hast';
import { select } from 'hast-util-select';
import { h } from 'hastscript';
import { parse } from 'yaml';
import { toChapter } from '../../lib/epub/chapter.ts';
import { flattenCss } from '../../lib/epub/flatten-css.ts';
import { formatPackage, navigation, type BookPart } from '../../lib/epub/package.ts';
import { answerPart, questionPart } from '../../lib/epub/questions.ts';
import { formatXhtml } from '../../lib/epub/xhtml.ts';
import { quizSchema, type Quiz } from '../../schemas/quiz.ts';
import { readingOrder } from '../../sidebar.ts';

const title = 'Secure Base: a field guide to secure attachment';

/** Pages that are nothing without their controls. */
const notInBook = ['quiz', 'search', 'download'];

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/**
 * The whole guide as an EPUB 3 book: every page of the built site in reading order, citations as
 * notes, questions and answers at the end. `root` is dist/, `src` the source folder, each with "/"
 * at its end; `date` is YYYY-MM-DD. @throws Error when a page of the sidebar was not built.
 */
export function makeEpub(root: string, src: string, date: string): Uint8Array {
  const quizzes = readQuizzes(src);
  const slugs = readingOrder.filter((slug) => !notInBook.includes(slug));
  const book = { slugs, quizzes: quizzes.map(({ page }) => page) };
  const chapters = slugs.map((slug) =>
    toChapter(slug, readFileSync(`${root}${slug}/index.html`, 'utf8'), book),
  );
  const ends = [
    { slug: 'questions', title: 'Questions', body: quizzes.flatMap(questionPart) },
    { slug: 'answers', title: 'Answers', body: quizzes.flatMap(answerPart) },
  ].map((part) => ({
    ...part,
    body: [h('h1', part.title), ...part.body],
    sections: quizzes.map(({ page, title: text }) => ({ id: page, text })),
  }));
  const pages = [
    { slug: 'cover', title, sections: [], body: titlePage(date) },
    ...chapters,
    ...ends,
  ];
  const parts: BookPart[] = pages.map(({ slug, title, sections, body }) => ({
    name: slug,
    title,
    sections,
    hasSvg: select('svg', { type: 'root', children: body }) !== undefined,
  }));

  const text: Record<string, string> = {
    'META-INF/container.xml': container,
    'book/package.opf': formatPackage({ title, description, date, parts }),
    'book/nav.xhtml': formatXhtml('Contents', navigation(parts), 'frontmatter'),
    'book/book.css': readStyles(src),
  };
  for (const page of pages) text[`book/${page.slug}.xhtml`] = formatXhtml(page.title, page.body);
  return pack({ ...toBytes(text), 'book/cover.png': drawCover(src) }, date);
}

const description =
  'What secure attachment is, how children come to feel it, how adults find it, and how sure anyone can be.';

function titlePage(date: string): ElementContent[] {
  return [
    h('h1', title),
    h('p', description),
    h('p', `Edition of ${date}. Text and figures: CC BY 4.0.`),
    h('p', 'A guide to read, never a diagnosis.'),
  ];
}

/** Every quiz, in the order of its page. */
function readQuizzes(src: string): Quiz[] {
  const folder = `${src}content/quizzes/`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => quizSchema.parse(parse(readFileSync(folder + name, 'utf8'))))
    .sort((a, b) => readingOrder.indexOf(a.page) - readingOrder.indexOf(b.page));
}

/** The book's own style, and that of the figures as on the site. */
function readStyles(src: string): string {
  const own = readFileSync(fileURLToPath(new URL('./book.css', import.meta.url)), 'utf8');
  const site = ['tokens', 'figures'].map((name) =>
    readFileSync(`${src}styles/${name}.css`, 'utf8'),
  );
  return own + flattenCss(site.join('\n'), '.sb-fig ');
}

function drawCover(src: string): Uint8Array {
  const icon = readFileSync(`${src}assets/icon.svg`, 'utf8').replace(
    '<svg ',
    '<svg x="150" y="120" width="300" height="300" ',
  );
  const words = (y: number, size: number, text: string) =>
    `<text x="300" y="${String(y)}" font-size="${String(size)}" text-anchor="middle" font-family="Young Serif, Literata" fill="#1b2530">${text}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 900"><rect width="600" height="900" fill="#f7f5ee"/>${icon}${words(560, 72, 'Secure Base')}${words(620, 30, 'a field guide to secure attachment')}</svg>`;
  const font = { fontFiles: [`${src}assets/fonts/young-serif-400.woff2`], loadSystemFonts: false };
  return new Resvg(svg, { fitTo: { mode: 'width', value: 1200 }, font }).render().asPng();
}

function toBytes(text: Record<string, string>): Record<string, Uint8Array> {
  const encoder = new TextEncoder();
  return Object.fromEntries(Object.entries(text).map(([path, one]) => [path, encoder.encode(one)]));
}

/** An EPUB is a ZIP whose first file, stored as it is, says that it is one. */
function pack(files: Record<string, Uint8Array>, date: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  const mtime = new Date(year, month - 1, day, 12);
  const entries: Zippable = {
    mimetype: [new TextEncoder().encode('application/epub+zip'), { level: 0, mtime }],
  };
  for (const [path, bytes] of Object.entries(files)) entries[path] = [bytes, { level: 9, mtime }];
  return zipSync(entries);
}
