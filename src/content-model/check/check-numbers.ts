// cspell:ignore ciento Prozent
import { escapeRegExp } from '../../lib/text/format.ts';
import { site as facts } from '../../site/site.ts';
import { isObject, textsIn, type Entry } from '../model/problem.ts';
import { itemsOf, textsAt } from '../model/texts.ts';
import type { ProseFault } from '../lint/lint-prose.ts';
import type { Prose } from './read-markup.ts';
import type { Site } from './read-site.ts';

/** A breach of the house style and its place; for a number without a record, the rule is "number". */
export type PlacedFault = ProseFault & { place: Prose };

/** A number in prose. */
export interface Figure {
  /** As written, with its percent sign: "51.6%", ".25", "20,720". */
  written: string;
  value: number;
  percent: boolean;
}

/** The decimal and the thousands separator of a language. */
export function separatorsOf(language: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(language, { useGrouping: 'always' }).formatToParts(12345.6);
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: find('decimal'), group: find('group') };
}

const own = separatorsOf(facts.language);

/** Every number written in digits, in order; not digits inside words, such as "p2p". */
export function extractFigures(text: string, { decimal, group } = own): Figure[] {
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

type Recorded = Omit<Figure, 'written'>;

/** A statement and the works whose records must contain its numbers. */
type Statement = Prose & { works: string[] };

/**
 * Numbers that are in no record of the works cited for them. A record is a work's finding in evidence.yaml,
 * its chart data and its years. Checked are sentences that cite, statistics against the works of their
 * paragraph, and findings, glossary terms, corrections and quiz feedback against the works they name.
 */
export function findUnrecordedNumbers(site: Site): PlacedFault[] {
  const known = recordedFigures(site);
  return [...proseOf(site), ...dataOf(site)].flatMap((place) => {
    const { text, works } = place;
    const recorded = works.flatMap((id) => known.get(id) ?? []);
    const lacks =
      works.length > 0
        ? `is in no record of ${works.join(', ')}`
        : 'has no source in its paragraph';
    return extractFigures(text)
      .filter((one) =>
        recorded.every(({ value, percent }) => value !== one.value || percent !== one.percent),
      )
      .map(({ written }) => ({
        place,
        rule: 'number',
        found: written,
        message: `The number ${written} ${lacks}: “${text}”`,
        hint: 'Correct the number, cite the work it comes from, or add it to the finding once it was checked.',
      }));
  });
}

function proseOf(site: Site): Statement[] {
  return site.pages.flatMap(({ file, sentences = [] }) =>
    sentences.flatMap(({ text, works, nearby, line }) => {
      if (works.length > 0) return [{ file, line, text, works }];
      return isStatistic(text) ? [{ file, line, text, works: nearby }] : [];
    }),
  );
}

/** Whether a text has a share, a correlation or an effect size. */
function isStatistic(text: string): boolean {
  return /\d\s?%|\b[rdg]\s?=\s?-?[\d.,]|(?<![\d.])\.\d\d/.test(text);
}

function dataOf({ findings = [], glossary, myths, quizzes }: Site): Statement[] {
  const worksOf = new Map(findings.map(({ id, data }) => [id, textsIn(data['works'])]));
  return [
    ...toStatements(glossary, ['short'], ({ sources }) => textsIn(sources)),
    ...toStatements(findings, ['statement', 'numbers'], ({ works }) => textsIn(works)),
    ...toStatements(myths, ['found'], ({ finding, sources }) => [
      ...(worksOf.get(String(finding)) ?? []),
      ...textsIn(sources),
    ]),
    // Only feedback is checked: stems and choices may be wrong on purpose.
    ...toStatements(
      itemsOf(quizzes, 'questions'),
      ['choices', 'items', 'pairs'].map((list) => `${list}.*.feedback`),
      ({ references }) => textsIn(references),
    ),
  ];
}

/** The texts at `paths` of each entry that names works, with those works. */
function toStatements(
  entries: Entry[] = [],
  paths: string[],
  worksOf: (data: Entry['data']) => string[],
): Statement[] {
  return entries.flatMap((entry) => {
    const works = worksOf(entry.data);
    if (works.length === 0) return [];
    const texts = paths.flatMap((path) => textsAt([entry], path).map(({ text }) => text));
    return {
      file: entry.file,
      // A getter, since finding a line is slow and only faults need it.
      get line() {
        return entry.line;
      },
      text: texts.join(' '),
      works,
    };
  });
}

/** The recorded numbers of each work, by its id. */
function recordedFigures(site: Site): Map<string, Recorded[]> {
  const { evidence = [], references = [], effects = [], prevalence = [], culture = [] } = site;
  const known = new Map<string, Recorded[]>();
  const add = (id: unknown, figures: Recorded[]) =>
    known.set(String(id), [...(known.get(String(id)) ?? []), ...figures]);
  for (const { id, data } of evidence) add(id, extractFigures(String(data['finding'])));
  for (const { id, data } of references)
    add(id, numbersIn([data['issued'], data['original-date']]).map(toNumber));
  for (const { data } of effects) add(data['work'], numbersIn(data).map(toNumber));
  for (const { data } of [...prevalence, ...culture])
    add(data['work'], [...numbersIn(data).map(toNumber), ...numbersIn(data).map(toPercent)]);
  return known;
}

const toNumber = (value: number) => ({ value, percent: false });
const toPercent = (value: number) => ({ value, percent: true });

/** All numbers inside a value; table cells are strings. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return Number.isNaN(value) ? [] : [value];
  if (typeof value === 'string') return /^-?\d*\.?\d+$/.test(value) ? [Number(value)] : [];
  return isObject(value) ? Object.values(value).flatMap(numbersIn) : [];
}
