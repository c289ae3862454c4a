import { stringify } from 'yaml';
import { parts } from '../content-model/model/contents.ts';
import { isoDay } from '../lib/text/format.ts';

/** The text of a file of the project by its path; undefined where it is not there. */
export type Read = (path: string) => string | undefined;

/** What `npm run new` writes, by path from the project's root, and what the author does next. */
export interface Draft {
  changes: { path: string; text: string }[];
  next: string;
}

/** What the author is asked: a name for the answer, the question, and an example. */
export interface Prompt {
  id: string;
  ask: string;
  example: string;
}

/** A kind of content that `npm run new` can begin. */
export interface DraftKind {
  prompts: readonly Prompt[];
  /** The files to write. @throws Error in an author's words when an answer does not fit. */
  draft: (answers: Record<string, string>, read: Read) => Draft;
}

const docs = 'src/content/docs';

const ask = (id: string, question: string, example: string): Prompt => ({
  id,
  ask: question,
  example,
});

/** A YAML file with more at its end. */
export function append(path: string, more: unknown, read: Read): Draft['changes'][number] {
  return { path, text: `${(read(path) ?? '').trimEnd()}\n\n${stringify(more)}`.trimStart() };
}

/** The kinds of content, by the word after `npm run new --`. */
export const draftKinds: Record<string, DraftKind> = {
  page: {
    prompts: [
      ask('title', 'Title of the page', 'Attachment and sleep'),
      ask('part', `Part of the contents (${parts.map(({ id }) => id).join(', ')})`, 'with-a-child'),
      ask('description', 'What it is about, in one sentence of 50 to 170 characters', 'How …'),
    ],
    draft: ({ title = '', part = '', description = '' }, read) => {
      const path = `${docs}/${getId(title)}.mdx`;
      refuseExisting(path, read);
      const ids = parts.map(({ id }) => id);
      if (!ids.includes(part))
        throw new Error(`There is no part “${part}”. Fix: use one of ${ids.join(', ')}.`);
      if (description.length < 50 || description.length > 170)
        throw new Error(
          `The description has ${String(description.length)} characters. Fix: write 50 to 170.`,
        );
      const day = isoDay(new Date());
      const review = `${String(Number(day.slice(0, 4)) + 1)}${day.slice(4)}`;
      const placed = { part, order: 900, plain: true, readers: ['parents'] };
      const matter = { title, description, ...placed, published: day, updated: day, review };
      return {
        changes: [{ path, text: `---\n${stringify(matter)}---\n${page}` }],
        next: `Write the page in ${path}. Then: npm run new -- question, and npm run content:check.`,
      };
    },
  },
  question: {
    prompts: [
      ask('page', 'Page that answers it (its file name without .mdx)', 'attunement'),
      ask('section', 'Heading that answers it, as in its address', 'what-attunement-looks-like'),
      ask('stem', 'The question', 'A baby bangs a spoon and beams. What is attunement?'),
    ],
    draft: ({ page: slug = '', section = '', stem = '' }, read) => {
      const text = getPage(slug, read);
      const work = /<Cite id="([a-z0-9]+)/.exec(text)?.[1];
      if (!work)
        throw new Error(
          `${slug}.mdx cites no work yet. Fix: cite one first; each question names a work.`,
        );
      const path = `src/content/quizzes/${slug}.yaml`;
      const title = /^title: ['"]?(.*?)['"]?$/m.exec(text)?.[1] ?? 'Quiz';
      const quiz = read(path) ?? `${stringify({ title, page: slug })}questions:\n`;
      const id = freeId(getId(stem), (one) => quiz.includes(`id: ${one}\n`));
      const question = { id, kind: 'one', stem, section, references: [work], choices };
      const indented = stringify([question]).replace(/^(?=.)/gm, '  ');
      return {
        changes: [{ path, text: `${quiz.trimEnd()}\n\n${indented}` }],
        next: `Replace the examples at the end of ${path}. Then: npm run content:check.`,
      };
    },
  },
  term: {
    prompts: [
      ask('term', 'The term', 'safe haven'),
      ask('short', 'What it means, in one sentence', 'The person someone turns to for comfort.'),
    ],
    draft: ({ term = '', short = '' }, read) => {
      const id = getId(term);
      const path = `src/content/glossary/${id}.md`;
      refuseExisting(path, read);
      const matter = stringify({ term, short, aliases: [], see: [], pages: [], sources: [] });
      const text = `---\n${matter}---\n\nSay more here, in two or three sentences.\n`;
      return {
        changes: [{ path, text }],
        next: `Fill in ${path}, and use it on a page: <Term id="${id}">${term}</Term>.`,
      };
    },
  },
  reference: {
    prompts: [
      ask('title', 'Title of the work, in sentence case', 'The tie between child and mother'),
      ask('author', 'First author, family name first', 'Bowlby, John'),
      ask('year', 'Year', '1958'),
    ],
    draft: ({ title = '', author = '', year = '' }, read) => {
      const [family = '', given] = author.split(',').map((part) => part.trim());
      if (!/^\d{4}$/.test(year)) throw new Error(`“${year}” is no year. Fix: write four digits.`);
      const path = 'src/content/references.json';
      const references = JSON.parse(read(path) ?? '[]') as { id: string }[];
      const word = title.split(/\W+/).find((one) => one.length > 3) ?? 'work';
      const stem = getId(family + year + word).replaceAll('-', '');
      const id = freeId(stem, (one) => references.some((work) => work.id === one), '');
      const work = {
        id,
        type: 'article-journal',
        author: [given ? { family, given } : { literal: family }],
        issued: { 'date-parts': [[Number(year)]] },
        title,
        'container-title': 'Name of the journal',
      };
      const all = [...references, work].sort((a, b) => (a.id < b.id ? -1 : 1));
      const evidence = {
        finding: 'What the work found, in one sentence.',
        kind: 'observational',
        topics: ['what-is'],
        confidence: 'memory',
        figures: 'from-memory',
      };
      return {
        changes: [
          { path, text: `${JSON.stringify(all, null, 1)}\n` },
          append('src/content/evidence.yaml', { [id]: evidence }, read),
        ],
        next: `Complete ${id} in both files, and cite it: <Cite id="${id}" />. A file from Zotero is easier: npm run refs:import FILE.`,
      };
    },
  },
  finding: {
    prompts: [
      ask('page', 'Page that is its home (its file name without .mdx)', 'bonding'),
      ask('statement', 'What was found, in one or two plain sentences', 'Babies born early are …'),
      ask('works', 'Ids of the works behind it, with spaces between', 'korja2012preterm'),
    ],
    draft: ({ page: slug = '', statement = '', works = '' }, read) => {
      getPage(slug, read);
      const path = `src/content/findings/${slug}.yaml`;
      const before = `\n${read(path) ?? ''}`;
      const id = freeId(getId(statement), (one) => before.includes(`\n${one}:`));
      const list = works.trim().split(/[\s,]+/);
      const finding = { statement, works: list, certainty: 'very-low' };
      return {
        changes: [append(path, { [id]: finding }, read)],
        next: `Grade it in ${path}, and show it on the page: <Finding id="${id}" />. content:check says which grade the works can bear.`,
      };
    },
  },
  myth: {
    prompts: [
      ask('says', 'What people say', 'Babies must never cry.'),
      ask('finding', 'Id of the finding that answers it', 'crying-that-ends-in-comfort'),
      ask('page', 'Page that tells more', 'raising-a-secure-child'),
    ],
    draft: ({ says = '', finding = '', page: slug = '' }, read) => {
      const path = 'src/content/myths.yaml';
      const before = read(path) ?? '';
      const id = freeId(getId(says), (one) => before.includes(`- id: ${one}\n`));
      const myth = {
        id,
        says,
        part: 'people',
        found: 'What the works found, for and against, in two or three sentences.',
        so_what: 'What follows for a reader, in one plain sentence.',
        finding,
        page: slug,
      };
      return {
        changes: [append(path, [myth], read)],
        next: `Replace the examples at the end of ${path}. Then: npm run content:check.`,
      };
    },
  },
};

/** Declared collections that the kinds above write to, so that they need no other draft. */
export const ownDrafts = 'quizzes glossary references evidence findings myths'.split(' ');

const page = `
import KeyPoints from '~/components/KeyPoints.astro';

<KeyPoints>
- The answer, in one sentence.
- What to do.
</KeyPoints>

Answer first, in two sentences, one sentence a line.

## A question in a reader’s words

The answer, in 80 to 250 words.
`;

const choices = [
  {
    text: 'The right answer, as long and as plain as the others.',
    correct: true,
    feedback: 'Why it is right.',
  },
  { text: 'A mistake that people really make about this.', feedback: 'Why it is wrong.' },
  { text: 'Another mistake that people really make.', feedback: 'Why this one is wrong too.' },
];

/** "Attachment and sleep!" → "attachment-and-sleep", at most six words; empty where it has none in Latin letters. */
export function toId(text: string): string {
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f’']/g, '');
  const words = plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, 6).join('-');
}

function getId(text: string): string {
  const id = toId(text);
  if (id) return id;
  throw new Error(`“${text}” has no letter to make a name of. Fix: write at least one word.`);
}

/** The id, or the first of id-2, id-3 … that is free. */
function freeId(id: string, isTaken: (id: string) => boolean, mark = '-'): string {
  let free = id;
  for (let n = 2; isTaken(free); n += 1) free = `${id}${mark}${String(n)}`;
  return free;
}

/** @throws Error when a file is there already. */
export function refuseExisting(path: string, read: Read): void {
  if (read(path) !== undefined)
    throw new Error(`${path} is there already. Fix: edit it, or choose another name.`);
}

function getPage(slug: string, read: Read): string {
  const text = read(`${docs}/${slug}.mdx`);
  if (text !== undefined) return text;
  throw new Error(`There is no page ${docs}/${slug}.mdx. Fix: write its file name.`);
}
