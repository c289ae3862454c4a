// cspell:ignore ciento Prozent
import { escapeRegExp } from '../../lib/text/format.ts';
import { site as facts } from '../../site/site.ts';
import type { Problem, Entry } from '../model/problem.ts';
import type { Site } from './read-site.ts';

/** A number as written in prose. */
export interface Figure {
  /** As written, with its percent sign: "51.6%", ".25", "20,720". */
  written: string;
  value: number;
  percent: boolean;
}

/** How a language writes numbers. */
interface Separators {
  decimal: string;
  group: string;
}

/** The signs that are in a language's numbers: before decimals, and between thousands. */
export function separatorsOf(language: string): Separators {
  const parts = new Intl.NumberFormat(language, { useGrouping: 'always' }).formatToParts(12345.6);
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: find('decimal'), group: find('group') };
}

const own = separatorsOf(facts.language);

/** Every number written in digits, in order; a digit inside a word, such as "p2p", is none. */
export function extractFigures(text: string, { decimal, group }: Separators = own): Figure[] {
  const [point, comma] = [decimal, group].map(escapeRegExp);
  const pattern = new RegExp(
    `(?<![\\w.,])-?(\\d{1,3}(?:${String(comma)}\\d{3})+|\\d+)?(${String(point)}\\d+)?(?:\\s?(%|per cent|percent|por ciento|Prozent|pour cent))?`,
    'g',
  );
  return [...text.matchAll(pattern)]
    .filter(([, whole, fraction]) => whole !== undefined || fraction !== undefined)
    .map(([written, whole = '0', fraction = '', percent]) => ({
      written: written.trim(),
      value: Number(whole.replaceAll(group, '') + fraction.replace(decimal, '.')),
      percent: percent !== undefined,
    }));
}

/** Whether a number is among others: the same value, and a percentage where it is one. */
export function stands(figure: Figure, among: Figure[]): boolean {
  return among.some(({ value, percent }) => value === figure.value && percent === figure.percent);
}

/** A statement and the works that must bear its numbers. */
interface Statement {
  file: string;
  line: number;
  text: string;
  works: string[];
}

/**
 * Every number in a sentence that cites works must be in our record of one of them: its finding,
 * a chart's data, or its years. So must the numbers of glossary terms, corrections and quizzes in the
 * works they name, and any statistic in those that its paragraph cites.
 */
export function checkNumbers(site: Site): Problem[] {
  const known = recordedFigures(site);
  const exceptions = site.exceptions?.filter(({ data }) => 'number' in data) ?? [];
  const unused = new Set(exceptions);
  const problems = [...proseOf(site), ...dataOf(site)].flatMap((statement) => {
    const recorded = statement.works.flatMap((id) => known.get(id) ?? []);
    return extractFigures(statement.text)
      .filter((figure) => !stands(figure, recorded))
      .filter((figure) => {
        const excuse = exceptions.find((exception) => excuses(exception, statement, figure));
        if (excuse) unused.delete(excuse);
        return !excuse;
      })
      .map((figure) => ({
        file: statement.file,
        line: statement.line,
        message:
          statement.works.length > 0
            ? `The number ${figure.written} stands in no record of ${statement.works.join(', ')}: “${statement.text}”`
            : `The number ${figure.written} has no source in its paragraph: “${statement.text}”`,
        hint: 'Correct the number, cite the work it comes from, or add it to the finding once it was checked.',
      }));
  });
  const stale = [...unused].map(({ file, line, data }) => ({
    file,
    line,
    message: `The exception for the number ${String(data['number'])} excuses nothing.`,
    hint: 'Take it out.',
  }));
  return [...problems, ...stale];
}

function excuses({ data }: Entry, { file, text }: Statement, { written }: Figure): boolean {
  return data['file'] === file && data['number'] === written && text.includes(String(data['near']));
}

function proseOf(site: Site): Statement[] {
  return site.pages.flatMap(({ file, sentences = [] }) =>
    sentences.flatMap(({ text, works, nearby, line }) => {
      if (works.length > 0) return [{ file, line, text, works }];
      return isStatistic(text) ? [{ file, line, text, works: nearby }] : [];
    }),
  );
}

/** A share, a correlation or an effect size. */
function isStatistic(text: string): boolean {
  return /\d\s?%|\b[rdg]\s?=\s?-?[\d.,]|(?<![\d.])\.\d\d/.test(text);
}

function dataOf({ findings = [], glossary = [], myths = [], quizzes = [] }: Site): Statement[] {
  const terms = glossary.map((term) =>
    toStatement(term, [term.data['short']], term.data['sources']),
  );
  const graded = findings.map((finding) =>
    toStatement(
      finding,
      [finding.data['statement'], finding.data['numbers']],
      finding.data['works'],
    ),
  );
  const worksOf = new Map(findings.map(({ id, data }) => [id, data['works']]));
  const corrections = myths.map((myth) =>
    toStatement(
      myth,
      [myth.data['found']],
      [worksOf.get(String(myth.data['finding'])) ?? [], myth.data['sources'] ?? []].flat(),
    ),
  );
  return [...terms, ...graded, ...corrections, ...quizzes.flatMap(questionsOf)].filter(
    ({ works }) => works.length > 0,
  );
}

function questionsOf(quiz: Entry): Statement[] {
  const questions = Array.isArray(quiz.data['questions']) ? quiz.data['questions'] : [];
  return (questions as Record<string, unknown>[]).map((question, index) =>
    toStatement(quiz, feedbackOf(question), question['references'], () =>
      quiz.lineOf(['questions', index]),
    ),
  );
}

/** What a quiz itself asserts: its feedback. A stem or a choice may be wrong on purpose. */
function feedbackOf(question: Record<string, unknown>): unknown[] {
  const parts = [question['choices'], question['items'], question['pairs']].flatMap((list) =>
    Array.isArray(list) ? (list as Record<string, unknown>[]) : [],
  );
  return parts.map((part) => part['feedback']);
}

function toStatement(
  entry: Entry,
  texts: unknown[],
  works: unknown,
  line = () => entry.line,
): Statement {
  return {
    file: entry.file,
    // Asked for only where something is wrong.
    get line() {
      return line();
    },
    text: texts.filter((one) => typeof one === 'string').join(' '),
    works: Array.isArray(works) ? works.map(String) : [],
  };
}

/** The numbers of our record of each work. */
function recordedFigures(site: Site): Map<string, Figure[]> {
  const known = new Map<string, Figure[]>();
  const add = (id: string, figures: Figure[]) =>
    known.set(id, [...(known.get(id) ?? []), ...figures]);
  for (const { id, data } of site.evidence ?? []) add(id, extractFigures(String(data['finding'])));
  for (const { id, data } of site.references ?? [])
    add(id, numbersIn([data['issued'], data['original-date']]).map(plain));
  for (const { data } of site.effects ?? []) add(String(data['work']), numbersIn(data).map(plain));
  for (const { data } of site.prevalence ?? [])
    add(
      String(data['work']),
      numbersIn(data).flatMap((value) => [plain(value), share(value)]),
    );
  for (const { data } of site.culture ?? [])
    add(
      String(data['work']),
      numbersIn(Object.values(data).map(Number)).flatMap((value) => [plain(value), share(value)]),
    );
  return known;
}

const plain = (value: number): Figure => ({ written: String(value), value, percent: false });
const share = (value: number): Figure => ({ written: `${String(value)}%`, value, percent: true });

/** All numbers inside a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return Number.isNaN(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}
