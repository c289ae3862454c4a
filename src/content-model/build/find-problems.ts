import {
  checkCitations,
  checkDataWorks,
  checkReferenceLists,
  checkEvidence,
  citedWorks,
} from '../../features/citations/model/checks/check-citations.ts';
import { checkAuthors, checkRecords } from '../../features/citations/model/checks/check-records.ts';
import { checkFigureWords } from '../../features/figures/model/words.ts';
import { readSite, type Check, type Site, type Surroundings } from '../check/read-site.ts';
import { checkSchema } from '../check/check-schema.ts';
import { collections, type Collections } from '../collections.ts';
import { checkAsked, checkQuestions } from '../check/check-questions.ts';
import { checkComponents } from '../check/check-components.ts';
import { checkContents, checkFrontMatter } from '../check/check-front-matter.ts';
import { checkData } from '../check/check-data.ts';
import { checkDrawings } from '../check/check-drawings.ts';
import { checkFacts, checkHome } from '../check/check-facts.ts';
import { checkFindings, findNotShown } from '../check/check-findings.ts';
import { checkLinks } from '../check/check-links.ts';
import { i18nSchema } from '@astrojs/starlight/schema';
import { checkMessages, findUntranslated } from '../check/check-messages.ts';
import { checkMarkup } from '../check/check-markup.ts';
import { checkSiteQuizzes } from '../../features/quiz/model/check-quiz.ts';
import { checkSlips } from '../check/check-slips.ts';
import { checkTerms } from '../check/check-terms.ts';
import type { Source, Problem } from '../model/problem.ts';
import { pageSchema } from '../schemas/page.ts';
import { readContent, readSurroundings } from './read-content.ts';

/** Collections that describe works. */
const ofWorks = new Set(['references', 'evidence', 'topics']);

function checkShapes(site: Site, isMeant: (name: string) => boolean): Problem[] {
  return site.collections
    .filter(({ name }) => isMeant(name))
    .flatMap(({ collection, entries }) => checkSchema(entries, collection));
}

/** The checks of works, of what is said of them, and of where they are cited. */
export const citationChecks: Check[] = [
  (site) => checkShapes(site, (name) => ofWorks.has(name)),
  checkRecords,
  checkAuthors,
  checkCitations,
  checkReferenceLists,
  checkEvidence,
  checkDataWorks,
];

/** Whether entries have the fields and values that their schema asks for. */
const shapes: Check[] = [
  ({ pages, surroundings: { today } }) =>
    checkFrontMatter(
      pages.flatMap(({ frontMatter }) => frontMatter ?? []),
      pageSchema,
      today,
    ),
  (site) => checkShapes(site, (name) => !ofWorks.has(name) && !(name in checkedByHand)),
];

/** Whether what is written fits together. */
const connections: Check[] = [
  (site) => Object.values(checkedByHand).flatMap((check) => check(site)),
  checkFindings,
  checkMarkup,
  checkComponents,
  checkLinks,
  checkTerms,
  checkQuestions,
  checkData,
  checkFigureWords,
  checkContents,
  checkHome,
  checkFacts,
];

/** What a check of all content found. */
export interface Checked {
  problems: Problem[];
  warnings: Problem[];
  /** How much there is. */
  counts: { works: number; questions: number; terms: number };
}

/** Reads and checks the content of the project in `root`. */
export function checkContent(root: string): Checked {
  const { problems, site } = findProblems(readContent(root), readSurroundings(root));
  const questions = (site.quizzes ?? []).flatMap(({ data }) => data['questions']);
  return {
    problems,
    warnings: findWarnings(site, new Date()),
    counts: {
      works: site.references?.length ?? 0,
      questions: questions.length,
      terms: site.glossary?.length ?? 0,
    },
  };
}

/** Everything wrong with the content, by file and line, with what was read on the way. */
export function findProblems(
  sources: Source[],
  surroundings?: Surroundings,
  declared?: Collections,
): { problems: Problem[]; site: Site } {
  const { site, problems } = readSite(sources, surroundings, declared);
  const found = [
    ...problems,
    ...[...citationChecks, ...shapes, ...connections].flatMap((check) => check(site)),
    ...checkDrawings(sources),
  ];
  // Where a line has a mistake already, how it would be printed is not reported.
  const told = new Set(found.map(placeOf));
  found.push(...checkSlips(site, sources).filter((slip) => !told.has(placeOf(slip))));
  found.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
  return { problems: found, site };
}

function placeOf({ file, line }: Problem): string {
  return `${file}:${String(line)}`;
}

/** Collections with checks in an author's words; their schemas are asked about what those let pass. */
const checkedByHand: Record<string, Check> = {
  words: (site) => checkMessages(site, Object.keys(i18nSchema().shape)),
  /** An unquoted colon has its own message; the schema would only say that the value is not text. */
  asked: (site) => [
    ...checkAsked(site),
    ...checkSchema(
      site.asked?.filter(({ data }) => !hasFields(data['asked'])),
      collections.asked,
    ),
  ],
  quizzes: (site) => {
    const found = checkSiteQuizzes(site);
    const told = new Set(found.map(({ file }) => file));
    const rest = site.quizzes?.filter(({ file }) => !told.has(file));
    return [...found, ...checkSchema(rest, collections.quizzes)];
  },
};

function hasFields(lines: unknown): boolean {
  return Array.isArray(lines) && lines.some((line) => typeof line === 'object' && line !== null);
}

/**
 * What an author should know and what stops no build: works that no page cites, findings that none
 * shows, messages in English, and pages whose review is past.
 */
export function findWarnings(site: Site, today: Date): Problem[] {
  return [
    ...uncited(site),
    ...findNotShown(site),
    ...findUntranslated(site),
    ...overdue(site, today),
  ];
}

function uncited(site: Site): Problem[] {
  const cited = citedWorks(site);
  const works = (site.references ?? []).filter(({ id }) => !cited.has(id));
  const [first] = works;
  if (!first) return [];
  const some = works.slice(0, 3).map(({ id }) => id);
  const more = works.length > some.length ? ` and ${String(works.length - some.length)} more` : '';
  const message = `No page cites ${some.join(', ')}${more}.`;
  const hint = 'Cite them where they belong, or take them out (npm run refs:check lists all).';
  return [{ file: first.file, line: first.line, message, hint }];
}

function overdue({ pages }: Site, today: Date): Problem[] {
  const reviews = pages.flatMap(({ file, slug, frontMatter }) => {
    const review = frontMatter?.data['review'];
    return typeof review === 'string' ? [{ file, title: slug, review: new Date(review) }] : [];
  });
  return findDue(reviews, today).overdue.map(({ file, review }) => ({
    file,
    message: `The page was due to be read again by ${review.toISOString().slice(0, 10)}.`,
    hint: 'Read it against the research, then move "review" (npm run content:due lists all).',
  }));
}

/** A page and the day by which someone should read it again. */
export interface Review {
  file: string;
  title: string;
  /** Day as written in the front matter, in UTC. */
  review: Date;
}

/** Pages whose review is past, and those whose review comes soon; each earliest first. */
export interface Due {
  overdue: Review[];
  soon: Review[];
}

const day = 86_400_000;

/**
 * Parts pages by their review: overdue from the day after it, soon within `within` days.
 * @param today pass it in: a build must not depend on its clock.
 */
export function findDue(reviews: Review[], today: Date, within = 60): Due {
  const daysLeft = ({ review }: Review) => Math.ceil((review.getTime() - today.getTime()) / day);
  const sorted = [...reviews].sort((a, b) => a.review.getTime() - b.review.getTime());
  return {
    overdue: sorted.filter((page) => daysLeft(page) < 0),
    soon: sorted.filter((page) => daysLeft(page) >= 0 && daysLeft(page) <= within),
  };
}
