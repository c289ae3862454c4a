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

/** Questions in the index that link to no page or section, or occur twice. */
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
      return findMissingSection(section, page, site, message);
    }),
    ...findDuplicates(textsAt(questions, 'ask'), by.words, ({ text }, first) => ({
      message: `“${text}” occurs twice; the first is on line ${String(first.line)}.`,
      hint: 'Say whose question each is, in their own words, or take one out.',
    })),
  ];
}

/** Explains a section that its page does not have; undefined if the page is missing too. */
function findMissingSection(
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
 * Mistakes in readers' questions (src/content/asked): missing or duplicate sections, answers that their
 * section does not have, and questions assigned to two sections, which search could not rank.
 */
export function checkAsked(site: Site): Problem[] {
  const { asked = [] } = site;
  return [
    ...findDuplicates(
      // A misspelt field hides which section is meant; the schema reports that.
      asked.filter(({ data }) => Object.keys(data).every((name) => fields.has(name))),
      // A section may have several entries with different answers.
      ({ file, data: { section = '', answer = '' } }) =>
        `${file}#${String(section)}#${wordsOf(String(answer))}`,
      ({ data: { section } }, first) => ({
        message: `${section ? `The section "${String(section)}"` : 'The top of the page'} occurs twice; the first is on line ${String(first.line)}.`,
        hint: 'Put all its lines into one entry, or give each its own answer.',
      }),
    ),
    ...checkTexts(asked, 'section', (section, { file }) => {
      const page = slugOf(file);
      const message = `The page "${page}" has no section "${section}".`;
      return section ? findMissingSection(section, page, site, message) : undefined;
    }),
    ...findDuplicates(textsAt(asked, 'asked.*'), by.words, ({ text }, first) => ({
      message: `“${text}” is asked twice; the first is ${formatPlace(first)}.`,
      hint: 'Keep it at the section that answers it best.',
    })),
    ...checkAnswers(asked, site),
  ];
}
