import { suggestion } from '../../lib/text/nearest.ts';
import {
  findRepeats,
  mapsIn,
  problemAt,
  wordsOf,
  type Entry,
  type Problem,
} from '../model/problem.ts';
import { checkAnswers } from './check-answers.ts';
import { sectionAnchors } from './check-links.ts';
import type { Site } from './read-site.ts';

interface Question {
  ask: string;
  page: string;
  section: string | undefined;
  /** The line of one of its fields. */
  lineOf: (field: string) => number;
  file: string;
}

/** Questions in the index that lead to no page or section, or occur twice. */
export function checkQuestions(site: Site): Problem[] {
  const questions = (site.questions ?? []).flatMap(readQuestions);
  return [
    ...questions.flatMap((question) => findTarget(question, site)),
    ...findSameQuestions(questions),
  ];
}

function readQuestions({ file, data, lineOf }: Entry): Question[] {
  return mapsIn(data['questions']).flatMap(({ ask, page, section }, index): Question[] => {
    // The schema reports fields that are missing or are not text.
    if (typeof ask !== 'string' || typeof page !== 'string') return [];
    return [
      {
        ask,
        page,
        section: typeof section === 'string' ? section : undefined,
        lineOf: (field) => lineOf(['questions', index, field]),
        file,
      },
    ];
  });
}

function findTarget({ ask, page: slug, section, file, lineOf }: Question, site: Site): Problem[] {
  if (!site.slugs.has(slug)) {
    const message = `“${ask}” names the page "${slug}", which is not there.`;
    const hint = suggestion(slug, site.slugs, 'src/content/docs');
    return [{ file, line: lineOf('page'), message, hint }];
  }
  const page = site.pages.find((one) => one.slug === slug);
  const known = page && sectionAnchors(page, site);
  if (section === undefined || !known || known.has(section)) return [];
  const message = `“${ask}” names the section "${section}", which the page "${slug}" does not have.`;
  const hint = suggestion(section, known, `the headings of ${page.file}`);
  return [{ file, line: lineOf('section'), message, hint }];
}

function findSameQuestions(questions: Question[]): Problem[] {
  return findRepeats(
    questions,
    ({ ask }) => wordsOf(ask),
    ({ ask, file, lineOf }, first) => ({
      file,
      line: lineOf('ask'),
      message: `“${ask}” stands twice; the first is on line ${String(first.lineOf('ask'))}.`,
      hint: 'Say whose question each is, in their own words, or take one out.',
    }),
  );
}

/** The page that a file of asked lines belongs to: "src/content/asked/faq.yaml" → "faq". */
function slugOf(file: string): string {
  return file.replace(/^.*\/asked\//, '').replace(/\.yaml$/, '');
}

/**
 * What readers ask: files without a page, sections that are not there or occur twice, answers that a
 * section does not have, lines that YAML takes for fields, and a line that two sections claim, for search would not know which to bring first.
 */
export function checkAsked(site: Site): Problem[] {
  const asked = site.asked ?? [];
  const files = [...new Set(asked.map(({ file }) => file))];
  return [
    ...files.flatMap((file) => checkPage(file, site)),
    ...files.flatMap((file) =>
      checkSections(
        asked.filter((entry) => entry.file === file),
        site,
      ),
    ),
    ...asked.flatMap(checkLines),
    ...findSameLines(asked),
    ...checkAnswers(asked, site),
  ];
}

function checkPage(file: string, { slugs }: Site): Problem[] {
  const slug = slugOf(file);
  if (slugs.has(slug)) return [];
  const hint = suggestion(slug, slugs, 'src/content/docs');
  return [{ file, message: `There is no page "${slug}" for these lines.`, hint }];
}

const fields = new Set(['section', 'answer', 'asked']);

function checkSections(entries: Entry[], site: Site): Problem[] {
  const page = site.pages.find(({ slug }) => slug === slugOf(entries[0]?.file ?? ''));
  const known = page && sectionAnchors(page, site);
  const first = new Map<string, Entry>();
  return entries.flatMap((entry): Problem[] => {
    const { file, data } = entry;
    const section = typeof data['section'] === 'string' ? data['section'] : '';
    // A section stands again with another answer.
    const key = `${section}#${wordsOf(String(data['answer'] ?? ''))}`;
    const before = first.get(key);
    // A misspelt field hides which section is meant; the schema reports that.
    const isWhole = Object.keys(data).every((name) => fields.has(name));
    if (before === undefined) first.set(key, entry);
    else if (isWhole) {
      const name = section ? `The section "${section}"` : 'The top of the page';
      const message = `${name} stands twice; the first is on line ${String(before.line)}.`;
      const hint = 'Put all its lines into one entry, or give each its own answer.';
      return [{ file, line: entry.line, message, hint }];
    }
    if (section === '' || !known || known.has(section)) return [];
    const message = `The page "${page.slug}" has no section "${section}".`;
    const hint = suggestion(section, known, `the headings of ${page.file}`);
    return problemAt(entry, ['section'], message, hint);
  });
}

function linesOf({ data }: Entry): unknown[] {
  return Array.isArray(data['asked']) ? (data['asked'] as unknown[]) : [];
}

/** The schema would call a line with a colon "several fields". */
function checkLines(entry: Entry): Problem[] {
  return linesOf(entry).flatMap((line, index): Problem[] => {
    if (typeof line !== 'object' || line === null) return [];
    const [[key, value] = []] = Object.entries(line);
    const message = 'A line holds a colon followed by a space, which YAML reads as a new field.';
    const hint = `Put the whole line in quotes: '${String(key)}: ${String(value)}'.`;
    return problemAt(entry, ['asked', index], message, hint);
  });
}

function findSameLines(asked: Entry[]): Problem[] {
  const lines = asked.flatMap((entry) =>
    linesOf(entry).flatMap((text, index) =>
      typeof text === 'string'
        ? [{ text, file: entry.file, lineOf: () => entry.lineOf(['asked', index]) }]
        : [],
    ),
  );
  return findRepeats(
    lines,
    ({ text }) => wordsOf(text),
    ({ text, file, lineOf }, first) => ({
      file,
      line: lineOf(),
      message: `“${text}” is asked twice; the first is ${first.file}:${String(first.lineOf())}.`,
      hint: 'Keep it at the section that answers it best.',
    }),
  );
}
