import type { Certainty } from '../../../content-model/schemas/evidence.ts';

/** Each level of certainty in a reader's words; the legend stands on /about/. */
export const certaintyWords: Record<Certainty, string> = {
  high: 'High certainty',
  moderate: 'Moderate certainty',
  low: 'Low certainty',
  'very-low': 'Very low certainty',
  contested: 'Contested',
};
