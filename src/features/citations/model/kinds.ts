import type { EvidenceKind } from '../../../content-model/schemas/evidence.ts';

/** Each kind of evidence in a reader's words: one and many of it, and what it is on a work's card. */
export const kindWords: Record<EvidenceKind, { one: string; name: string; means: string }> = {
  'meta-analysis': {
    one: 'Meta-analysis',
    name: 'Meta-analyses',
    means: 'Meta-analysis: pools the results of many studies.',
  },
  review: {
    one: 'Review',
    name: 'Reviews',
    means: 'Review: sums up what other studies found.',
  },
  'longitudinal study': {
    one: 'Longitudinal study',
    name: 'Longitudinal studies',
    means: 'Longitudinal study: follows the same people over time.',
  },
  experiment: {
    one: 'Experiment',
    name: 'Experiments',
    means: 'Experiment: changes one thing and watches what follows.',
  },
  observational: {
    one: 'Observational study',
    name: 'Observational studies',
    means: 'Observational study: watches or asks people as they are.',
  },
  instrument: {
    one: 'Measure',
    name: 'Measures',
    means: 'Measure: a questionnaire or procedure, or how one was made.',
  },
  textbook: {
    one: 'Textbook',
    name: 'Textbooks',
    means: 'Textbook or handbook: sets out a field for students.',
  },
  guidance: {
    one: 'Guidance',
    name: 'Guidance',
    means: 'Guidance: what a public body or a charity advises or requires, not new data.',
  },
  theory: {
    one: 'Theory',
    name: 'Theory',
    means: 'Theory: an argument or idea, not new data.',
  },
  popular: {
    one: 'Popular work',
    name: 'Popular works',
    means: 'Popular work: written for everyone, not reviewed by researchers.',
  },
};

/** Kinds of evidence as one name: "Observational study and experiment". */
export function nameKinds(kinds: readonly EvidenceKind[]): string {
  const names = kinds.map((kind, index) =>
    index === 0 ? kindWords[kind].one : kindWords[kind].one.toLowerCase(),
  );
  return new Intl.ListFormat('en-GB').format(names);
}

/** What the margin says of a work beside its first citation: its kind, and its title without subtitle. */
export function marginNote(title: string, kinds: readonly EvidenceKind[]): string {
  const word = nameKinds(kinds);
  const [main = title] = title.split(/(?<=[?!])\s|:\s/);
  return `${word}. ${main.replace(/[.]$/, '')}${/[?!]$/.test(main) ? '' : '.'}`;
}
