import type { Certainty, EvidenceKind } from '../../../content-model/schemas/evidence.ts';
import { formatList } from '../../../lib/i18n/format.ts';
import { t } from '../../../lib/i18n/t.ts';
import { capitalise } from '../../../lib/text/format.ts';

/** Name of a kind of evidence within a sentence, singular or plural by `count`. */
export function nameKind(kind: EvidenceKind, count = 1): string {
  return t(`citations.kind.${kind}`, { count });
}

const shortNames: Partial<Record<EvidenceKind, string>> = {
  observational: t('findings.kind.observational'),
  instrument: t('findings.kind.instrument'),
  popular: t('findings.kind.popular'),
};

/** Short name of a kind of evidence, for the ledger. */
export function labelKind(kind: EvidenceKind): string {
  return shortNames[kind] ?? nameKind(kind);
}

/** Alternatives for a level of certainty: at least so many works, each of one of the kinds. */
type Support = { atLeast: number; kinds: EvidenceKind[] }[];

const studies: EvidenceKind[] = ['experiment', 'longitudinal study'];
const anyStudy: EvidenceKind[] = [...studies, 'observational', 'instrument'];

/**
 * How certainty is graded, strongest first; content checks and the table on /about/ both use it. A
 * shorter form of GRADE: pooled work supports most, a single study little, and theory and popular books
 * report no observations.
 */
export const grades: { level: Certainty; support: Support }[] = [
  { level: 'high', support: [{ atLeast: 2, kinds: ['meta-analysis'] }] },
  {
    level: 'moderate',
    support: [
      { atLeast: 1, kinds: ['meta-analysis', 'review'] },
      { atLeast: 2, kinds: studies },
      { atLeast: 3, kinds: anyStudy },
    ],
  },
  { level: 'low', support: [{ atLeast: 1, kinds: [...anyStudy, 'textbook', 'guidance'] }] },
  { level: 'very-low', support: [{ atLeast: 1, kinds: ['theory', 'popular'] }] },
];

/** Works by their kinds of evidence; each has one or more. */
type WorkKinds = readonly (readonly EvidenceKind[])[];

/** The highest certainty that works support together. */
export function maxCertainty(works: WorkKinds): Certainty | undefined {
  const reached = grades.find(({ support }) =>
    support.some(
      ({ atLeast, kinds }) =>
        works.filter((work) => work.some((kind) => kinds.includes(kind))).length >= atLeast,
    ),
  );
  return reached?.level;
}

/**
 * Whether works support a certainty. Theory and popular books may accompany studies; "contested" needs
 * two works of any kind, since two sides must disagree.
 */
export function supports(works: WorkKinds, certainty: Certainty): boolean {
  if (certainty === 'contested') return works.length >= 2;
  const levels = grades.map(({ level }) => level);
  const highest = maxCertainty(works);
  return highest !== undefined && levels.indexOf(certainty) >= levels.indexOf(highest);
}

const numberWords = [
  t('findings.number.one'),
  t('findings.number.two'),
  t('findings.number.three'),
  t('findings.number.four'),
];

/** Describes the works that a grade requires: "two or more meta-analyses". */
export function describeSupport({ support }: { support: Support }): string[] {
  return support.map(({ atLeast: count, kinds }) => {
    const names = kinds.map((kind) => nameKind(kind, count));
    return t('findings.support', {
      count,
      number: numberWords[count - 1] ?? count,
      kinds: formatList(names, { type: 'disjunction' }),
    });
  });
}

/** Margin note beside the first citation of a work: its kinds, and its title without the subtitle. */
export function marginNote(title: string, kinds: readonly EvidenceKind[]): string {
  const word = capitalise(formatList(kinds.map((kind) => nameKind(kind))));
  const [main = title] = title.split(/(?<=[?!])\s|:\s/);
  return `${word}. ${main.replace(/[.]$/, '')}${/[?!]$/.test(main) ? '' : '.'}`;
}
