import {
  checkCitations,
  checkDataWorks,
  checkReferenceLists,
  checkEvidence,
} from '../../features/citations/model/checks/check-citations.ts';
import { checkRecords } from '../../features/citations/model/checks/check-records.ts';
import { readSite, type Check, type Site, type Surroundings } from '../check/read-site.ts';
import { checkSchema } from '../check/check-schema.ts';
import { evidenceSchema, topicsSchema, findingSchema, mythSchema } from '../schemas/evidence.ts';
import { referenceSchema, authorsSchema } from '../schemas/reference.ts';
import { i18nSchema } from '@astrojs/starlight/schema';
import { checkAsked } from '../check/check-asked.ts';
import { checkComponents } from '../check/check-components.ts';
import { checkContents } from '../check/check-contents.ts';
import { checkData } from '../check/check-data.ts';
import { checkFindings } from '../check/check-findings.ts';
import { checkFrontMatter } from '../check/check-front-matter.ts';
import { checkLinks } from '../check/check-links.ts';
import { checkMessages } from '../check/check-messages.ts';
import { checkMarkup } from '../check/check-markup.ts';
import { checkQuestions } from '../check/check-questions.ts';
import { checkSiteQuizzes } from '../check/check-quizzes.ts';
import { checkSlips } from '../check/check-slips.ts';
import { checkTerms } from '../check/check-terms.ts';
import type { Source } from '../check/source.ts';
import type { Problem } from '../model/problem.ts';
import { askedSchema, bestBetsSchema, synonymsSchema } from '../schemas/search.ts';
import {
  ageSpanSchema,
  cultureRowSchema,
  effectSchema,
  episodeSchema,
  milestoneSchema,
  prevalenceSchema,
} from '../schemas/figure-data.ts';
import { exceptionSchema } from '../schemas/exception.ts';
import { glossaryTermSchema } from '../schemas/glossary.ts';
import { helplinesSchema } from '../schemas/helpline.ts';
import { pageSchema } from '../schemas/page.ts';
import { questionGroupSchema } from '../schemas/question-group.ts';
import { quizSchema } from '../schemas/quiz.ts';
import { reflectionSchema } from '../schemas/reflection.ts';

/** The checks of works, of what is said of them, and of where they are cited. */
export const citationChecks: Check[] = [
  ({ references }) => checkSchema(references, referenceSchema, { noun: 'The work', open: true }),
  ({ evidence }) => checkSchema(evidence, evidenceSchema, { noun: 'The evidence on' }),
  ({ topics }) => checkSchema(topics, topicsSchema, { noun: 'The file' }),
  checkRecords,
  checkCitations,
  checkReferenceLists,
  checkEvidence,
  checkDataWorks,
];

/** What reading adds to the entries of a list; their schemas know it. */
const added = { order: 0 };

/** Whether entries have the fields and values that their schema asks for. */
const shapes: Check[] = [
  ({ pages, surroundings: { today } }) =>
    checkFrontMatter(
      pages.flatMap(({ frontMatter }) => frontMatter ?? []),
      pageSchema,
      today,
    ),
  ({ authors }) => checkSchema(authors, authorsSchema.element, { noun: 'The author' }),
  ({ glossary }) => checkSchema(glossary, glossaryTermSchema, { noun: 'The term' }),
  ({ findings }) => checkSchema(findings, findingSchema, { noun: 'The finding' }),
  ({ myths }) => checkSchema(myths, mythSchema, { noun: 'The correction', added }),
  ({ helplines }) => checkSchema(helplines, helplinesSchema, { noun: 'The country', added }),
  ({ effects }) => checkSchema(effects, effectSchema, { noun: 'The effect', added }),
  ({ ages }) => checkSchema(ages, ageSpanSchema, { noun: 'The span of age', added }),
  ({ timeline }) => checkSchema(timeline, milestoneSchema, { noun: 'The step', added }),
  ({ episodes }) => checkSchema(episodes, episodeSchema, { noun: 'The episode', added }),
  ({ prevalence }) => checkSchema(prevalence, prevalenceSchema, { noun: 'The answer', added }),
  ({ questions }) =>
    checkSchema(questions, questionGroupSchema, { noun: 'The group of questions', added }),
  ({ culture }) => checkSchema(culture, cultureRowSchema, { noun: 'The row', added }),
  ({ synonyms }) => checkSchema(synonyms, synonymsSchema.element, { noun: 'The group' }),
  ({ bets }) => checkSchema(bets, bestBetsSchema, { noun: 'The file' }),
  ({ exceptions }) => checkSchema(exceptions, exceptionSchema, { noun: 'The exception' }),
  ({ reflection }) => checkSchema(reflection, reflectionSchema, { noun: 'The file' }),
];

/** Whether what is written fits together. */
const connections: Check[] = [
  askedMistakes,
  checkFindings,
  checkMarkup,
  checkComponents,
  checkLinks,
  checkTerms,
  checkQuestions,
  checkData,
  checkContents,
  (site) => checkMessages(site, Object.keys(i18nSchema().shape)),
  quizMistakes,
];

/** Everything wrong with the content, by file and line, with what was read on the way. */
export function findProblems(
  sources: Source[],
  surroundings?: Surroundings,
): { problems: Problem[]; site: Site } {
  const { site, problems } = readSite(sources, surroundings);
  const found = [
    ...problems,
    ...[...citationChecks, ...shapes, ...connections].flatMap((check) => check(site)),
  ];
  // What a broken line looks like in print is of no interest.
  const told = new Set(found.map(placeOf));
  found.push(...checkSlips(site, sources).filter((slip) => !told.has(placeOf(slip))));
  found.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
  return { problems: found, site };
}

function placeOf({ file, line }: Problem): string {
  return `${file}:${String(line)}`;
}

/** A line with a colon is told as such; the schema would say that it is no text. */
function askedMistakes(site: Site): Problem[] {
  const found = checkAsked(site);
  const rest = site.asked?.filter(({ data }) => !hasFields(data['asked']));
  return [...found, ...checkSchema(rest, askedSchema, { noun: 'What is asked in' })];
}

function hasFields(lines: unknown): boolean {
  return Array.isArray(lines) && lines.some((line) => typeof line === 'object' && line !== null);
}

/** Quizzes have checks in an author's words; the schema is asked about what those let pass. */
function quizMistakes(site: Site): Problem[] {
  const found = checkSiteQuizzes(site);
  const told = new Set(found.map(({ file }) => file));
  const rest = site.quizzes?.filter(({ file }) => !told.has(file));
  return [...found, ...checkSchema(rest, quizSchema, { noun: 'The quiz' })];
}
