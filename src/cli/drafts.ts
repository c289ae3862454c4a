import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import { partIds } from '../content-model/model/contents.ts';
import type { Reference } from '../content-model/schemas/reference.ts';
import { makeCitationKey } from '../features/citations/model/identity.ts';
import { isoDay } from '../lib/text/format.ts';

/** Reads a file of the project; undefined if it does not exist. */
export type Read = (path: string) => string | undefined;

/** Result of `npm run new`. */
export interface Draft {
  /** Text of each file to write, by path from the project's root. */
  files: Record<string, string>;
  /** What the author does next, in a sentence or two. */
  next: string;
}

/** A kind of content that `npm run new` can draft. */
export interface DraftKind {
  /** Questions for the author: the name of the answer, the question, and an example. */
  prompts: readonly (readonly [id: string, question: string, example: string])[];
  /** Makes the draft. @throws Error with a message for authors when an answer is not valid. */
  draft: (answers: Record<string, string>, read: Read) => Draft;
}

const docs = 'src/content/docs';

/** The kinds of content, by the word after `npm run new --`. */
export const draftKinds: Record<string, DraftKind> = {
  page: {
    prompts: [
      ['title', 'Title of the page', 'Attachment and sleep'],
      ['part', `Part of the contents (${partIds.join(', ')})`, 'with-a-child'],
      ['description', 'What it is about, in one sentence of 50 to 170 characters', 'How …'],
    ],
    draft: ({ title = '', part = '', description = '' }, read) => {
      const path = getNewPath(`${docs}/${toId(title)}.mdx`, read);
      if (!partIds.includes(part))
        throw new Error(`There is no part “${part}”. Fix: use one of ${partIds.join(', ')}.`);
      if (description.length < 50 || description.length > 170)
        throw new Error(
          `The description has ${String(description.length)} characters. Fix: write 50 to 170.`,
        );
      const placed = { part, order: 900, plain: true, readers: ['parents'] };
      const matter = { title, description, ...placed, ...datesFrom(isoDay(new Date())) };
      const [, , body = ''] = readTemplate('docs/first-page.mdx').split(/^---\n/m);
      return {
        files: { [path]: `---\n${stringify(matter)}---\n${body}` },
        next: `Write the page in ${path}. Then: npm run new -- question, and npm run content:check.`,
      };
    },
  },
  question: {
    prompts: [
      ['page', 'Page that answers it (its file name without .mdx)', 'attunement'],
      ['section', 'Heading that answers it, as in its address', 'what-attunement-looks-like'],
      ['stem', 'The question', 'A baby bangs a spoon and beams. What is attunement?'],
    ],
    draft: ({ page = '', section = '', stem = '' }, read) => {
      const text = getPage(page, read);
      const work = /<Cite id="([a-z0-9]+)/.exec(text)?.[1];
      if (!work)
        throw new Error(
          `${page}.mdx cites no work yet. Fix: cite one first; each question names a work.`,
        );
      const path = `src/content/quizzes/${page}.yaml`;
      const title = /^title: ['"]?(.*?)['"]?$/m.exec(text)?.[1] ?? 'Quiz';
      const quiz = read(path) ?? `${stringify({ title, page })}questions:\n`;
      const id = toUniqueId(stem, quiz);
      const question = { id, kind: 'one', stem, section, references: [work], choices };
      const more = stringify([question]).replace(/^(?=.)/gm, '  ');
      return append(path, more, () => quiz);
    },
  },
  term: {
    prompts: [
      ['term', 'The term', 'safe haven'],
      ['short', 'What it means, in one sentence', 'The person someone turns to for comfort.'],
    ],
    draft: ({ term = '', short = '' }, read) => {
      const id = toId(term);
      const path = getNewPath(`src/content/glossary/${id}.md`, read);
      const matter = stringify({ term, short, aliases: [], see: [], pages: [], sources: [] });
      const text = `---\n${matter}---\n\nSay more here, in two or three sentences.\n`;
      return {
        files: { [path]: text },
        next: `Fill in ${path}, and use it on a page: <Term id="${id}">${term}</Term>.`,
      };
    },
  },
  reference: {
    prompts: [
      ['title', 'Title of the work, in sentence case', 'The tie between child and mother'],
      ['author', 'First author, family name first', 'Bowlby, John'],
      ['year', 'Year', '1958'],
    ],
    draft: ({ title = '', author = '', year = '' }, read) => {
      const [family = '', given] = author.split(',').map((part) => part.trim());
      if (!/^\d{4}$/.test(year))
        throw new Error(`“${year}” is not a year. Fix: write four digits.`);
      const path = 'src/content/references.json';
      const works = JSON.parse(read(path) ?? '[]') as Reference[];
      const work = {
        id: '',
        type: 'article-journal',
        author: [given ? { family, given } : { literal: family }],
        issued: { 'date-parts': [[Number(year)]] },
        title,
        'container-title': 'Name of the journal',
      };
      const id = makeCitationKey(work, new Set(works.map((one) => one.id)));
      const all = [...works, { ...work, id }].sort((a, b) => (a.id < b.id ? -1 : 1));
      const evidence = {
        finding: 'What the work found, in one sentence.',
        kind: 'observational',
        topics: ['what-is'],
        confidence: 'memory',
        figures: 'from-memory',
      };
      const next = `Complete ${id} in both files, and cite it: <Cite id="${id}" />. A file from Zotero is easier: npm run refs:import FILE.`;
      const { files } = append('src/content/evidence.yaml', { [id]: evidence }, read);
      return { files: { [path]: `${JSON.stringify(all, null, 1)}\n`, ...files }, next };
    },
  },
  finding: {
    prompts: [
      ['page', 'Page that is its home (its file name without .mdx)', 'bonding'],
      ['statement', 'What was found, in one or two plain sentences', 'Babies born early are …'],
      ['works', 'Ids of the works behind it, with spaces between', 'korja2012preterm'],
    ],
    draft: ({ page = '', statement = '', works = '' }, read) => {
      getPage(page, read);
      const path = `src/content/findings/${page}.yaml`;
      const id = toUniqueId(statement, read(path));
      const finding = { statement, works: works.trim().split(/[\s,]+/), certainty: 'very-low' };
      const next = `Grade it in ${path}, and show it on the page: <Finding id="${id}" />. content:check says which grade the works support.`;
      return { ...append(path, { [id]: finding }, read), next };
    },
  },
  myth: {
    prompts: [
      ['says', 'What people say', 'Babies must never cry.'],
      ['finding', 'Id of the finding that answers it', 'crying-that-ends-in-comfort'],
      ['page', 'Page that explains it', 'raising-a-secure-child'],
    ],
    draft: ({ says = '', finding = '', page = '' }, read) => {
      const path = 'src/content/myths.yaml';
      const myth = {
        id: toUniqueId(says, read(path)),
        says,
        part: 'people',
        found: 'What the works found, for and against, in two or three sentences.',
        so_what: 'What follows for a reader, in one plain sentence.',
        finding,
        page,
      };
      return append(path, [myth], read);
    },
  },
};

/** Names of the collections that the kinds above write to. */
export const draftedCollections = 'quizzes glossary references evidence findings myths'.split(' ');

const choices = [
  {
    text: 'The right answer, as long and as plain as the others.',
    correct: true,
    feedback: 'Why it is right.',
  },
  { text: 'A mistake that people really make about this.', feedback: 'Why it is wrong.' },
  { text: 'Another mistake that people really make.', feedback: 'Why this one is wrong too.' },
];

/** Appends a value, or text in YAML, to a YAML file. */
export function append(path: string, more: unknown, read: Read): Draft {
  const lines = typeof more === 'string' ? more : stringify(more);
  return {
    files: { [path]: `${(read(path) ?? '').trimEnd()}\n\n${lines}`.trimStart() },
    next: `Replace the examples at the end of ${path}. Then: npm run content:check.`,
  };
}

/** Writes files by path, and logs each. */
export function writeFiles(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`Wrote ${path}`);
  }
}

/** Reads a template of a new guide, by its path below src/cli/guide. */
export function readTemplate(path: string): string {
  return readFileSync(new URL(`guide/${path}`, import.meta.url), 'utf8');
}

/** Dates in the front matter of a page published on a day, YYYY-MM-DD; its review is due a year later. */
export function datesFrom(day: string) {
  const year = String(Number(day.slice(0, 4)) + 1);
  // The year after a leap year has no 29 February.
  const review = `${year}${day.slice(4).replace('-02-29', '-02-28')}`;
  return { published: day, updated: day, review };
}

/**
 * "Attachment and sleep!" → "attachment-and-sleep", at most six words.
 * @throws Error when it has no Latin letter or digit and there is no fallback.
 */
export function toId(text: string, fallback?: string): string {
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f’']/g, '');
  const words = plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const id = words.slice(0, 6).join('-') || fallback;
  if (id) return id;
  throw new Error(
    `“${text}” has no letter from which to make an id. Fix: write at least one word.`,
  );
}

/** An id for a text: the first of id, id-2, id-3 … that no entry of a YAML file has. */
function toUniqueId(text: string, yaml = ''): string {
  const isTaken = (id: string) => new RegExp(`^( *- id: )?${id}:?$`, 'm').test(yaml);
  const id = toId(text);
  let unique = id;
  for (let n = 2; isTaken(unique); n += 1) unique = `${id}-${String(n)}`;
  return unique;
}

/** Returns the path of a new file. @throws Error when the file exists. */
export function getNewPath(path: string, read: Read): string {
  if (read(path) === undefined) return path;
  throw new Error(`${path} already exists. Fix: edit it, or choose another name.`);
}

function getPage(slug: string, read: Read): string {
  const text = read(`${docs}/${slug}.mdx`);
  if (text !== undefined) return text;
  throw new Error(`There is no page ${docs}/${slug}.mdx. Fix: write its file name.`);
}
