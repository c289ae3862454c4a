import { suggestion } from '../../lib/text/nearest.ts';
import type { Problem } from '../model/problem.ts';
import { sectionAnchors } from './check-links.ts';
import type { Site } from './read-site.ts';
import type { Entry } from './source.ts';

interface Question {
  ask: string;
  page: string;
  section: string | undefined;
  /** The line of one of its fields. */
  lineOf: (field: string) => number;
  file: string;
}

/** Questions in the index that lead to no page or section, or stand twice. */
export function checkQuestions(site: Site): Problem[] {
  const questions = (site.questions ?? []).flatMap(readQuestions);
  return [...questions.flatMap((question) => findTarget(question, site)), ...findTwins(questions)];
}

function readQuestions({ file, data, lineOf }: Entry): Question[] {
  const rows = Array.isArray(data['questions']) ? (data['questions'] as unknown[]) : [];
  return rows.flatMap((row, index): Question[] => {
    if (typeof row !== 'object' || row === null) return [];
    const { ask, page, section } = row as Record<string, unknown>;
    // The schema tells of fields that are not there or are no text.
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
  const slugs = new Set([...site.pages.map((page) => page.slug), ...site.misnamed]);
  if (!slugs.has(slug)) {
    return [
      {
        file,
        line: lineOf('page'),
        message: `“${ask}” names the page "${slug}", which is not there.`,
        hint: suggestion(slug, slugs, 'src/content/docs'),
      },
    ];
  }
  const page = site.pages.find((one) => one.slug === slug);
  const known = page && sectionAnchors(page, site);
  if (section === undefined || !known || known.has(section)) return [];
  return [
    {
      file,
      line: lineOf('section'),
      message: `“${ask}” names the section "${section}", which the page "${slug}" does not have.`,
      hint: suggestion(section, known, `the headings of ${page.file}`),
    },
  ];
}

function findTwins(questions: Question[]): Problem[] {
  const first = new Map<string, number>();
  return questions.flatMap(({ ask, file, lineOf }): Problem[] => {
    const words = ask
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const line = lineOf('ask');
    const before = first.get(words);
    if (before === undefined) {
      first.set(words, line);
      return [];
    }
    return [
      {
        file,
        line,
        message: `“${ask}” stands twice; the first is on line ${String(before)}.`,
        hint: 'Say whose question each is, in their own words, or take one out.',
      },
    ];
  });
}
