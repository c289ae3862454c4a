import { parts } from '../content-model/model/contents.ts';

/** A change to one file of src/content. */
export interface Change {
  /** Path from the project's root. */
  path: string;
  text: string;
}

/** What `npm run new` writes, and what the author does next. */
export interface Draft {
  changes: Change[];
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
  /**
   * The files to write. `read` gives the text of a file of the project, or undefined.
   * @throws Error in an author's words when an answer does not fit.
   */
  draft: (answers: Record<string, string>, read: (path: string) => string | undefined) => Draft;
}

const docs = 'src/content/docs';

const ask = (id: string, question: string, example: string): Prompt => ({
  id,
  ask: question,
  example,
});

/** The kinds of content, by the word after `npm run new --`. */
export const draftKinds: Record<string, DraftKind> = {
  page: {
    prompts: [
      ask('title', 'Title of the page', 'Attachment and sleep'),
      ask('part', `Part of the contents (${parts.map(({ id }) => id).join(', ')})`, 'with-a-child'),
      ask('description', 'What it is about, in one sentence of 50 to 170 characters', 'How …'),
    ],
    draft: ({ title = '', part = '', description = '' }, read) => {
      const slug = toId(title);
      const path = `${docs}/${slug}.mdx`;
      refuseExisting(path, read);
      const known = parts.find(({ id }) => id === part);
      if (!known)
        throw new Error(
          `There is no part “${part}”. Fix: use one of ${parts.map(({ id }) => id).join(', ')}.`,
        );
      if (description.length < 50 || description.length > 170)
        throw new Error(
          `The description has ${String(description.length)} characters. Fix: write 50 to 170.`,
        );
      return {
        changes: [{ path, text: page(title, part, description) }],
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
      const text = read(`${docs}/${slug}.mdx`);
      if (text === undefined)
        throw new Error(`There is no page ${docs}/${slug}.mdx. Fix: write its file name.`);
      const work = /<Cite id="([a-z0-9]+)/.exec(text)?.[1];
      if (!work)
        throw new Error(
          `${slug}.mdx cites no work yet. Fix: cite one first; each question names a work.`,
        );
      const path = `src/content/quizzes/${slug}.yaml`;
      const quiz = read(path) ?? `title: ${quote(titleOf(text))}\npage: ${slug}\nquestions:\n`;
      const id = freeId(toId(stem), (one) => quiz.includes(`id: ${one}\n`));
      return {
        changes: [{ path, text: `${quiz.trimEnd()}\n${question(id, stem, section, work)}` }],
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
      const id = toId(term);
      const path = `src/content/glossary/${id}.md`;
      refuseExisting(path, read);
      return {
        changes: [
          {
            path,
            text: `---\nterm: ${quote(term)}\nshort: ${quote(short)}\naliases: []\nsee: []\npages: []\nsources: []\n---\n\nSay more here, in two or three sentences.\n`,
          },
        ],
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
      const references = JSON.parse(read('src/content/references.json') ?? '[]') as {
        id: string;
      }[];
      const word = title.split(/\W+/).find((one) => one.length > 3) ?? 'work';
      const stem = toId(family + year + word).replaceAll('-', '');
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
      const evidence = `${(read('src/content/evidence.yaml') ?? '').trimEnd()}\n\n${id}:\n  finding: >-\n    What the work found, in one sentence.\n  kind: observational\n  topics: [what-is]\n  confidence: memory\n  figures: from-memory\n`;
      return {
        changes: [
          { path: 'src/content/references.json', text: `${JSON.stringify(all, null, 1)}\n` },
          { path: 'src/content/evidence.yaml', text: evidence },
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
      if (read(`${docs}/${slug}.mdx`) === undefined)
        throw new Error(`There is no page ${docs}/${slug}.mdx. Fix: write its file name.`);
      const path = `src/content/findings/${slug}.yaml`;
      const before = read(path) ?? '';
      const id = freeId(
        toId(statement),
        (one) => before.includes(`\n${one}:`) || before.startsWith(`${one}:`),
      );
      const entry = `${id}:\n  statement: >-\n    ${statement}\n  works: [${works
        .trim()
        .split(/[\s,]+/)
        .join(', ')}]\n  certainty: very-low\n`;
      return {
        changes: [{ path, text: `${before.trimEnd()}\n\n${entry}`.trimStart() }],
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
      const id = freeId(toId(says), (one) => before.includes(`- id: ${one}\n`));
      const entry = `- id: ${id}\n  says: ${quote(says)}\n  part: people\n  found: >-\n    What the works found, for and against, in two or three sentences.\n  so_what: What follows for a reader, in one plain sentence.\n  finding: ${finding}\n  page: ${slug}\n`;
      return {
        changes: [{ path, text: `${before.trimEnd()}\n\n${entry}`.trimStart() }],
        next: `Replace the examples at the end of ${path}. Then: npm run content:check.`,
      };
    },
  },
};

/** Declared collections that the kinds above write to, so that they need no other draft. */
export const ownDrafts = new Set([
  'quizzes',
  'glossary',
  'references',
  'evidence',
  'findings',
  'myths',
]);

function page(title: string, part: string, description: string): string {
  const day = new Date().toISOString().slice(0, 10);
  const review = `${String(Number(day.slice(0, 4)) + 1)}${day.slice(4)}`;
  return `---
title: ${quote(title)}
description: ${quote(description)}
part: ${part}
order: 900
plain: true
readers: [parents]
published: ${day}
updated: ${day}
review: ${review}
---

import KeyPoints from '~/components/KeyPoints.astro';

<KeyPoints>
- The answer, in one sentence.
- What to do.
</KeyPoints>

Answer first, in two sentences, one sentence a line.

## A question in a reader’s words

The answer, in 80 to 250 words.
`;
}

function question(id: string, stem: string, section: string, work: string): string {
  return `
  - id: ${id}
    kind: one
    stem: ${quote(stem)}
    section: ${section}
    references: [${work}]
    choices:
      - text: The right answer, as long and as plain as the others.
        correct: true
        feedback: Why it is right.
      - text: A mistake that people really make about this.
        feedback: Why it is wrong.
      - text: Another mistake that people really make.
        feedback: Why this one is wrong too.
`;
}

/** Quotes a line for YAML where it needs it. */
function quote(text: string): string {
  return /^[\w“‘(][^:#]*$/.test(text) && !/^(true|false|yes|no|null|\d)/i.test(text)
    ? text
    : `'${text.replaceAll("'", "''")}'`;
}

/** "Attachment and sleep!" → "attachment-and-sleep", at most six words. */
function toId(text: string): string {
  const words = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  if (!words)
    throw new Error(`“${text}” has no letter to make a name of. Fix: write at least one word.`);
  return words.slice(0, 6).join('-');
}

/** The id, or the first of id-2, id-3 … that is free. */
function freeId(id: string, isTaken: (id: string) => boolean, mark = '-'): string {
  for (let n = 1; ; n += 1) {
    const one = n === 1 ? id : `${id}${mark}${String(n)}`;
    if (!isTaken(one)) return one;
  }
}

function refuseExisting(path: string, read: (path: string) => string | undefined): void {
  if (read(path) !== undefined)
    throw new Error(`${path} is there already. Fix: edit it, or choose another name.`);
}

function titleOf(mdx: string): string {
  return /^title: ['"]?(.*?)['"]?$/m.exec(mdx)?.[1] ?? 'Quiz';
}
