import type { Certainty, EvidenceKind } from '../../../content-model/schemas/evidence.ts';
import { formatList } from '../../../lib/i18n/format.ts';
import { t } from '../../../lib/i18n/t.ts';
import { capitalise } from '../../../lib/text/format.ts';

/** Each kind of evidence, from the strongest: one and many of it inside a sentence, and what it is. */
export const kindWords: Record<EvidenceKind, { one: string; many: string; means: string }> = {
  'meta-analysis': {
    one: t('citations.kind.metaAnalysis.one'),
    many: t('citations.kind.metaAnalysis.many'),
    means: t('citations.kind.metaAnalysis.means'),
  },
  review: {
    one: t('citations.kind.review.one'),
    many: t('citations.kind.review.many'),
    means: t('citations.kind.review.means'),
  },
  'longitudinal study': {
    one: t('citations.kind.longitudinalStudy.one'),
    many: t('citations.kind.longitudinalStudy.many'),
    means: t('citations.kind.longitudinalStudy.means'),
  },
  experiment: {
    one: t('citations.kind.experiment.one'),
    many: t('citations.kind.experiment.many'),
    means: t('citations.kind.experiment.means'),
  },
  observational: {
    one: t('citations.kind.observational.one'),
    many: t('citations.kind.observational.many'),
    means: t('citations.kind.observational.means'),
  },
  instrument: {
    one: t('citations.kind.instrument.one'),
    many: t('citations.kind.instrument.many'),
    means: t('citations.kind.instrument.means'),
  },
  textbook: {
    one: t('citations.kind.textbook.one'),
    many: t('citations.kind.textbook.many'),
    means: t('citations.kind.textbook.means'),
  },
  guidance: {
    one: t('citations.kind.guidance.one'),
    many: t('citations.kind.guidance.many'),
    means: t('citations.kind.guidance.means'),
  },
  theory: {
    one: t('citations.kind.theory.one'),
    many: t('citations.kind.theory.many'),
    means: t('citations.kind.theory.means'),
  },
  popular: {
    one: t('citations.kind.popular.one'),
    many: t('citations.kind.popular.many'),
    means: t('citations.kind.popular.means'),
  },
};

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

/** Kinds of evidence as one name: "Observational study and experiment". */
export function nameKinds(kinds: readonly EvidenceKind[]): string {
  return capitalise(formatList(kinds.map((kind) => kindWords[kind].one)));
}

/** Margin note beside the first citation of a work: its kind, and its title without the subtitle. */
export function marginNote(title: string, kinds: readonly EvidenceKind[]): string {
  const word = nameKinds(kinds);
  const [main = title] = title.split(/(?<=[?!])\s|:\s/);
  return `${word}. ${main.replace(/[.]$/, '')}${/[?!]$/.test(main) ? '' : '.'}`;
}
