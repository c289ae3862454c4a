import type { EvidenceKind } from '../../schemas/evidence.ts';

/** Each kind of evidence in a reader's words: a name for lists, and what it is on a work's card. */
export const kindWords: Record<EvidenceKind, { name: string; means: string }> = {
  'meta-analysis': {
    name: 'Meta-analyses',
    means: 'Meta-analysis: pools the results of many studies.',
  },
  review: {
    name: 'Reviews',
    means: 'Review: sums up what other studies found.',
  },
  'longitudinal study': {
    name: 'Longitudinal studies',
    means: 'Longitudinal study: follows the same people over time.',
  },
  experiment: {
    name: 'Experiments',
    means: 'Experiment: changes one thing and watches what follows.',
  },
  observational: {
    name: 'Observational studies',
    means: 'Observational study: watches or asks, and changes nothing.',
  },
  instrument: {
    name: 'Measures',
    means: 'Measure: a questionnaire or procedure, or how one was made.',
  },
  textbook: {
    name: 'Textbooks',
    means: 'Textbook or handbook: sets out a field for students.',
  },
  theory: {
    name: 'Theory',
    means: 'Theory: an argument or idea, not new data.',
  },
  popular: {
    name: 'Popular works',
    means: 'Popular work: written for everyone, not reviewed by researchers.',
  },
};
