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
import { checkTypos } from '../check/check-typos.ts';
import { checkTerms } from '../check/check-terms.ts';
import { formatPlace, locate, sortProblems, type Problem, type Source } from '../model/problem.ts';
import { itemsOf } from '../model/texts.ts';
import { isoDay } from '../../lib/text/format.ts';
import { readContent, readSurroundings } from './read-content.ts';
import { checkGuide } from './read-facts.ts';

/** Checks of bibliographic records, evidence and citations. */
export const citationChecks: Check[] = [
  checkRecords,
  checkAuthors,
  checkCitations,
  checkReferenceLists,
  checkEvidence,
  checkDataWorks,
];

/** Checks of collections for which the messages of a schema would be unclear. */
const handWrittenChecks: Record<string, Check> = {
  guide: ({ guide }) => checkGuide(guide),
  words: (site) => checkMessages(site, Object.keys(i18nSchema().shape)),
  quizzes: (site) => {
    const found = checkSiteQuizzes(site);
    const reported = new Set(found.map(({ file }) => file));
    const rest = site.quizzes?.filter(({ file }) => !reported.has(file));
    return [...found, ...checkSchema(rest, collections.quizzes)];
  },
};

/** Checks the entries of all other collections against their schemas. */
const checkShapes: Check = (site) =>
  site.collections.flatMap(({ name, collection, entries }) =>
    name in handWrittenChecks ? [] : checkSchema(entries, collection),
  );

const checks: Check[] = [
  checkShapes,
  checkFrontMatter,
  ...citationChecks,
  ...Object.values(handWrittenChecks),
  checkFindings,
  checkMarkup,
  checkComponents,
  checkLinks,
  checkTerms,
  checkQuestions,
  checkAsked,
  checkData,
  checkFigureWords,
  checkContents,
  checkHome,
  checkFacts,
];

/** Reads and checks the content of the project in `root`; `counts` says how much of some kinds there is. */
export function checkContent(root: string) {
  const { problems, site } = findProblems(readContent(root), readSurroundings(root));
  return {
    problems,
    warnings: findWarnings(site, new Date()),
    counts: {
      works: site.references?.length ?? 0,
      questions: itemsOf(site.quizzes, 'questions').length,
      terms: site.glossary?.length ?? 0,
    },
  };
}

export type CheckResult = ReturnType<typeof checkContent>;

/** All problems of the content, sorted by file and line, and the content as read. */
export function findProblems(
  sources: Source[],
  surroundings?: Surroundings,
  declared?: Collections,
): { problems: Problem[]; site: Site } {
  const { site, problems } = readSite(sources, surroundings, declared);
  const found = [...problems, ...checks.flatMap((check) => check(site)), ...checkDrawings(sources)];
  // The other checks say more about a line than these, which judge it as printed.
  const reported = new Set(found.map(formatPlace));
  const typos = checkTypos(site, sources).filter((typo) => !reported.has(formatPlace(typo)));
  return { problems: sortProblems([...found, ...typos]), site };
}

/**
 * Warnings, which do not stop a build: works that no page cites, findings that no page shows, messages
 * that are not translated, and pages with a review date in the past.
 */
export function findWarnings(site: Site, today: Date): Problem[] {
  return [
    ...findUncited(site),
    ...findNotShown(site),
    ...findUntranslated(site),
    ...findDue(reviewsOf(site), today).overdue.map(({ file, review }) => ({
      file,
      message: `The page was due to be read again by ${review}.`,
      hint: 'Read it against the research, then move "review" (npm run content:due lists all).',
    })),
  ];
}

function findUncited(site: Site): Problem[] {
  const cited = citedWorks(site);
  const works = (site.references ?? []).filter(({ id }) => !cited.has(id));
  const [first] = works;
  if (!first) return [];
  const some = works.slice(0, 3).map(({ id }) => id);
  const more = works.length > some.length ? ` and ${String(works.length - some.length)} more` : '';
  const message = `No page cites ${some.join(', ')}${more}.`;
  const hint = 'Cite them where they belong, or take them out (npm run refs:check lists all).';
  return locate(first, { message, hint });
}

/** Pages with a review date, YYYY-MM-DD. */
export function reviewsOf({ pages }: Site): { file: string; title: string; review: string }[] {
  return pages.flatMap(({ file, frontMatter }) => {
    const { title, review } = frontMatter?.data ?? {};
    return typeof review === 'string' ? [{ file, title: String(title), review }] : [];
  });
}

/**
 * Pages with a review date before `today`, and those with one within the next 60 days; each sorted by date.
 */
export function findDue<Page extends { review: string }>(
  pages: Page[],
  today: Date,
): Record<'overdue' | 'soon', Page[]> {
  const sorted = pages.toSorted((a, b) => a.review.localeCompare(b.review));
  const day = isoDay(today);
  const last = isoDay(new Date(today.getTime() + 60 * 86_400_000));
  return {
    overdue: sorted.filter(({ review }) => review < day),
    soon: sorted.filter(({ review }) => review >= day && review <= last),
  };
}
