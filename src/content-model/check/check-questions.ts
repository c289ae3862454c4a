import { formatPlace, slugOf, type Mistake, type Problem } from '../model/problem.ts';
import {
  by,
  checkTexts,
  findDuplicates,
  findUnknown,
  itemsOf,
  textsAt,
  wordsOf,
} from '../model/texts.ts';
import { checkAnswers } from './check-answers.ts';
import { sectionAnchors } from './check-links.ts';
import type { Site } from './read-site.ts';

/** Questions in the index that lead to no page or section, or occur twice. */
export function checkQuestions(site: Site): Problem[] {
  const questions = itemsOf(site.questions, 'questions').filter(
    // The schema reports a question that is missing or is not text.
    ({ data }) => typeof data['ask'] === 'string',
  );
  return [
    ...checkTexts(questions, 'page', (page, { data }) => {
      const message = `“${String(data['ask'])}” names the page "${page}", which is not there.`;
      return findUnknown(page, site.slugs, 'src/content/docs', message);
    }),
    ...checkTexts(questions, 'section', (section, { data: { ask, page } }) => {
      const message = `“${String(ask)}” names the section "${section}", which the page "${String(page)}" does not have.`;
      return findLostSection(section, page, site, message);
    }),
    ...findDuplicates(textsAt(questions, 'ask'), by.words, ({ text }, first) => ({
      message: `“${text}” stands twice; the first is on line ${String(first.line)}.`,
      hint: 'Say whose question each is, in their own words, or take one out.',
    })),
  ];
}

/** What is wrong with a section that its page does not have; nothing where the page is lost, too. */
function findLostSection(
  section: string,
  slug: unknown,
  site: Site,
  message: string,
): Mistake | undefined {
  const page = site.pages.find((one) => one.slug === slug);
  const known = page && sectionAnchors(page, site);
  return findUnknown(section, known, `the headings of ${String(page?.file)}`, message);
}

const fields = new Set(['section', 'answer', 'asked']);

/**
 * What readers ask: sections that are not there or occur twice, answers that a section does not have,
 * and a line that two sections claim, for search would not know which to bring first.
 */
export function checkAsked(site: Site): Problem[] {
  const { asked = [] } = site;
  return [
    ...findDuplicates(
      // A misspelt field hides which section is meant; the schema reports that.
      asked.filter(({ data }) => Object.keys(data).every((name) => fields.has(name))),
      // A section stands again with another answer.
      ({ file, data: { section = '', answer = '' } }) =>
        `${file}#${String(section)}#${wordsOf(String(answer))}`,
      ({ data: { section } }, first) => ({
        message: `${section ? `The section "${String(section)}"` : 'The top of the page'} stands twice; the first is on line ${String(first.line)}.`,
        hint: 'Put all its lines into one entry, or give each its own answer.',
      }),
    ),
    ...checkTexts(asked, 'section', (section, { file }) => {
      const page = slugOf(file);
      const message = `The page "${page}" has no section "${section}".`;
      return section ? findLostSection(section, page, site, message) : undefined;
    }),
    ...findDuplicates(textsAt(asked, 'asked.*'), by.words, ({ text }, first) => ({
      message: `“${text}” is asked twice; the first is ${formatPlace(first)}.`,
      hint: 'Keep it at the section that answers it best.',
    })),
    ...checkAnswers(asked, site),
  ];
}
