import type { EvidenceKind } from '../../../content-model/schemas/evidence.ts';
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
