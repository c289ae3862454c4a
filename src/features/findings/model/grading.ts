import type { Certainty, EvidenceKind } from '../../../content-model/schemas/evidence.ts';
import { formatList } from '../../../lib/i18n/format.ts';
import { t, type PluralKey } from '../../../lib/i18n/t.ts';
import { capitalise } from '../../../lib/text/format.ts';

/** The messages that name each kind of evidence, from the strongest. */
const kindNames: Record<EvidenceKind, PluralKey> = {
  'meta-analysis': 'citations.kind.metaAnalysis',
  review: 'citations.kind.review',
  'longitudinal study': 'citations.kind.longitudinalStudy',
  experiment: 'citations.kind.experiment',
  observational: 'citations.kind.observational',
  instrument: 'citations.kind.instrument',
  textbook: 'citations.kind.textbook',
  guidance: 'citations.kind.guidance',
  theory: 'citations.kind.theory',
  popular: 'citations.kind.popular',
};

/** What each kind of evidence is, from the strongest. */
export const kindMeanings: Record<EvidenceKind, string> = {
  'meta-analysis': t('citations.kind.metaAnalysis.means'),
  review: t('citations.kind.review.means'),
  'longitudinal study': t('citations.kind.longitudinalStudy.means'),
  experiment: t('citations.kind.experiment.means'),
  observational: t('citations.kind.observational.means'),
  instrument: t('citations.kind.instrument.means'),
  textbook: t('citations.kind.textbook.means'),
  guidance: t('citations.kind.guidance.means'),
  theory: t('citations.kind.theory.means'),
  popular: t('citations.kind.popular.means'),
};

/** A kind of evidence inside a sentence, for one work of it or for many. */
export function nameKind(kind: EvidenceKind, count = 1): string {
  return t(kindNames[kind], { count });
}

const shortNames: Partial<Record<EvidenceKind, string>> = {
  observational: t('findings.kind.observational'),
  instrument: t('findings.kind.instrument'),
  popular: t('findings.kind.popular'),
};

/** A kind of evidence in the short words of the ledger. */
export function labelKind(kind: EvidenceKind): string {
  return shortNames[kind] ?? nameKind(kind);
}

/** Each level of certainty in words. */
export const certaintyWords: Record<Certainty, string> = {
  high: t('findings.certainty.high'),
  moderate: t('findings.certainty.moderate'),
  low: t('findings.certainty.low'),
  'very-low': t('findings.certainty.veryLow'),
  contested: t('findings.certainty.contested'),
};

/** A level of certainty, its meaning for readers and the works it requires. */
interface Grade {
  level: Certainty;
  word: string;
  means: string;
  /** Any one of these is enough: so many works, each of one of these kinds. */
  support: { atLeast: number; kinds: EvidenceKind[] }[];
}

const studies: EvidenceKind[] = ['experiment', 'longitudinal study'];
const anyStudy: EvidenceKind[] = [...studies, 'observational', 'instrument'];

/**
 * How certainty is graded, strongest first: the one rule that checks the content, and that /about/
 * prints. After GRADE, in a shorter form: pooled work bears most, a single study little, and theory and
 * popular books report no observation of their own.
 */
export const grades: Grade[] = [
  {
    level: 'high',
    word: t('findings.grade.high'),
    means: t('findings.grade.highMeans'),
    support: [{ atLeast: 2, kinds: ['meta-analysis'] }],
  },
  {
    level: 'moderate',
    word: t('findings.grade.moderate'),
    means: t('findings.grade.moderateMeans'),
    support: [
      { atLeast: 1, kinds: ['meta-analysis', 'review'] },
      { atLeast: 2, kinds: studies },
      { atLeast: 3, kinds: anyStudy },
    ],
  },
  {
    level: 'low',
    word: t('findings.grade.low'),
    means: t('findings.grade.lowMeans'),
    support: [{ atLeast: 1, kinds: [...anyStudy, 'textbook', 'guidance'] }],
  },
  {
    level: 'very-low',
    word: t('findings.grade.veryLow'),
    means: t('findings.grade.veryLowMeans'),
    support: [{ atLeast: 1, kinds: ['theory', 'popular'] }],
  },
];

/** The strongest certainty that works of these kinds can support together; each work may have several kinds. */
export function ceilingOf(works: readonly (readonly EvidenceKind[])[]): Certainty | undefined {
  const reached = grades.find(({ support }) =>
    support.some(
      ({ atLeast, kinds }) =>
        works.filter((own) => own.some((kind) => kinds.includes(kind))).length >= atLeast,
    ),
  );
  return reached?.level;
}

/**
 * Whether works of these kinds support a certainty. Theory and popular books may accompany studies;
 * "contested" needs no strength, but two works, for good studies must disagree.
 */
export function bears(works: readonly (readonly EvidenceKind[])[], certainty: Certainty): boolean {
  if (certainty === 'contested') return works.length >= 2;
  const levels = grades.map(({ level }) => level);
  const ceiling = ceilingOf(works);
  return ceiling !== undefined && levels.indexOf(certainty) >= levels.indexOf(ceiling);
}

const numbers = [
  t('findings.number.one'),
  t('findings.number.two'),
  t('findings.number.three'),
  t('findings.number.four'),
];

/** The works that a grade requires, in words: "two or more meta-analyses". */
export function describeSupport({ support }: Grade): string[] {
  return support.map(({ atLeast: count, kinds }) => {
    const names = kinds.map((kind) => nameKind(kind, count));
    return t('findings.support', {
      count,
      number: numbers[count - 1] ?? count,
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
