import { endBlock, findOpening, sentenceStarts } from '../../features/search/model/excerpt.ts';
import { nearest } from '../../lib/text/nearest.ts';
import { formatPlace, mistake, slugOf } from '../model/problem.ts';
import type { Entry, Mistake, Problem } from '../model/problem.ts';
import {
  by,
  checkTexts,
  findDuplicates,
  findUnknown,
  itemsOf,
  textsAt,
  wordsOf,
} from '../model/texts.ts';
import { sectionAnchors } from './check-links.ts';
import { collectFields } from './read-markup.ts';
import type { Site, SitePage } from './read-site.ts';

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

/** Answers that do not begin a sentence of their section, judged by source and data; the build checks the page. */
function checkAnswers(asked: readonly Entry[], site: Site): Problem[] {
  const texts = new Map<string, ReturnType<typeof readSections>>();
  let fields: { text: string; words: string }[] | undefined;
  // Text that could not be read may contain the answer.
  if (site.collections.some(({ collection, entries }) => collection.isProse && !entries)) return [];
  return checkTexts(asked, 'answer', (answer, { file, data }) => {
    const page = site.pages.find(({ slug }) => slug === slugOf(file));
    if (!page?.outline) return undefined;
    const own = texts.get(file) ?? readSections(page, site);
    texts.set(file, own);
    const section = String(data['section'] ?? '');
    const { text, isOpen, hasNames } = own.get(section) ?? {
      text: '',
      isOpen: true,
      hasNames: false,
    };
    if (findOpening(text, answer)?.isStart) return undefined;
    // A section that the page does not have is reported by itself.
    if (section && sectionAnchors(page, site)?.has(section) === false) return undefined;
    const others = new Map([...own].map(([anchor, one]) => [anchor, one.text]));
    if (!isOpen) return explainAnswer(answer, section, others);
    fields ??= collectFields(site).map((field) => ({ text: field.text, words: by.words(field) }));
    const words = wordsOf(answer);
    const printed = fields.filter((field) => field.words.includes(words));
    const found = [text, ...printed.map((field) => field.text)].flatMap((one) => {
      const opening = findOpening(one, answer);
      return opening ? { text: one, ...opening } : [];
    });
    if (found.some(({ isStart }) => isStart)) return undefined;
    const [first] = found;
    if (!first && hasNames) return undefined;
    const whole = [text, ...fields.map((field) => endBlock(field.text))].join('');
    return explainAnswer(answer, section, new Map([...others, [section, first?.text ?? whole]]));
  });
}

/**
 * Explains an answer that is not the start of a sentence: its words are missing, or within a sentence.
 * @param texts the text of each section of the page, by its anchor.
 */
export function explainAnswer(
  answer: string,
  section: string,
  texts: ReadonlyMap<string, string>,
): Mistake {
  const text = texts.get(section) ?? '';
  const found = findOpening(text, answer);
  const name = section ? `The section "${section}"` : 'The top of the page';
  const words = text.split(/\s+/);
  const starts = sentenceStarts(words);
  const length = answer.trim().split(/\s+/).length;
  const openingAt = (start: number) => words.slice(start, start + length).join(' ');
  if (found) {
    const start = starts.findLast((one) => one <= found.at) ?? 0;
    return mistake`${name} has “${answer}” within a sentence, not at its start.
      Begin where the sentence does: “${openingAt(start)}”.`;
  }
  const [near] = nearest(answer, starts.map(openingAt), 1);
  const [home] = [...texts].find(([, one]) => findOpening(one, answer)) ?? [];
  const message = `${name} has no sentence that begins “${answer}”.`;
  if (home !== undefined)
    return mistake`${message}
      It is ${home ? `in the section "${home}"` : 'at the top of the page'}: move the lines there, or choose another sentence.`;
  if (near !== undefined) return { message, hint: `Did you mean “${near}”?` };
  return mistake`${message}
    Copy the first words of a sentence of the section as the page shows it.`;
}

/** Components whose whole text is in the page source or in the data of a finding. */
const sourceOnly = ['Cite', 'Term', 'Finding', 'KeyPoints', 'Research', 'Try'];

/** The source text of each section of a page by its anchor, without its subsections. */
function readSections({ outline, markup, sentences = [], frontMatter }: SitePage, site: Site) {
  // isOpen: a component adds text from data. hasNames: a narrative citation adds names of authors.
  const texts = new Map<string, { text: string; isOpen: boolean; hasNames: boolean }>();
  if (!outline || !markup) return texts;
  const sectionAt = (line: number) => {
    const index = markup.headings.findLastIndex((heading) => heading.line <= line);
    const anchor = outline.sections[index]?.slug ?? '';
    const own = texts.get(anchor) ?? { text: '', isOpen: false, hasNames: false };
    texts.set(anchor, own);
    return own;
  };
  const findings = new Map(site.findings?.map(({ id, data }) => [id, data]));
  const written = new Set([...sentences, ...markup.headings].map(({ line }) => line));
  const pieces = [
    { line: 1, text: String(frontMatter?.data['description'] ?? '') },
    ...sentences,
    ...markup.texts
      .filter(({ line }) => !written.has(line))
      .map(({ raw, line }) => ({ line, text: raw })),
    ...outline.uses.flatMap(({ name, props, line }) => {
      const own = sectionAt(line);
      own.hasNames ||= props['narrative'] !== undefined;
      own.isOpen ||= own.hasNames || !sourceOnly.includes(name);
      const finding = name === 'Finding' ? findings.get(props['id'] ?? '') : undefined;
      const printed = finding ? [finding['statement'], finding['numbers']] : [props['title']];
      return printed.map((text) => ({ line, text: typeof text === 'string' ? text : '' }));
    }),
  ];
  // The sort is stable, so pieces of one line stay in order.
  for (const { line, text } of pieces.sort((a, b) => a.line - b.line))
    sectionAt(line).text += text.trim() && endBlock(text);
  return texts;
}
