import type { Certainty, EvidenceKind } from '../../../content-model/schemas/evidence.ts';
import { formatList } from '../../../lib/i18n/format.ts';
import { t } from '../../../lib/i18n/t.ts';
import { kindWords } from '../../citations/model/kinds.ts';

/** Each level of certainty in words. */
export const certaintyWords: Record<Certainty, string> = {
  high: t('findings.certainty.high'),
  moderate: t('findings.certainty.moderate'),
  low: t('findings.certainty.low'),
  'very-low': t('findings.certainty.veryLow'),
  contested: t('findings.certainty.contested'),
};

/** Each kind of evidence in the short words of the ledger. */
export const kindLabels: Record<EvidenceKind, string> = {
  'meta-analysis': kindWords['meta-analysis'].one,
  review: kindWords.review.one,
  'longitudinal study': kindWords['longitudinal study'].one,
  experiment: kindWords.experiment.one,
  observational: t('findings.kind.observational'),
  instrument: t('findings.kind.instrument'),
  textbook: kindWords.textbook.one,
  guidance: kindWords.guidance.one,
  theory: kindWords.theory.one,
  popular: t('findings.kind.popular'),
};

/** A way to reach a grade: so many works, each of one of these kinds. */
export interface Support {
  atLeast: number;
  kinds: EvidenceKind[];
}

/** A level of certainty, its meaning for readers and the works it requires. */
export interface Grade {
  level: Certainty;
  word: string;
  means: string;
  /** Any one of these is enough; none for a level that needs no strength. */
  support: Support[];
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
  const ceiling = ceilingOf(works);
  return ceiling !== undefined && rank(certainty) >= rank(ceiling);
}

function rank(level: Certainty): number {
  return grades.findIndex((grade) => grade.level === level);
}

const counts = [
  t('findings.number.none'),
  t('findings.number.one'),
  t('findings.number.two'),
  t('findings.number.three'),
  t('findings.number.four'),
];

/** The works that a grade requires, in words: "two or more meta-analyses". */
export function describeSupport({ support }: Grade): string[] {
  return support.map(({ atLeast, kinds }) => {
    const kindsOfWork = formatList(
      kinds.map((kind) => kindWords[kind][atLeast === 1 ? 'one' : 'many']),
      { type: 'disjunction' },
    );
    const number = counts[atLeast] ?? String(atLeast);
    return t('findings.support', { count: atLeast, number, kinds: kindsOfWork });
  });
}
