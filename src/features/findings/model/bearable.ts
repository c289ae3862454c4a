import type { Certainty, EvidenceKind } from '../../../content-model/schemas/evidence.ts';

/**
 * The strongest certainty that each kind of work can bear alone. GRADE starts observational work
 * lower than pooled work; theory and popular books report no observation of their own.
 */
export const bearable: Record<EvidenceKind, Certainty> = {
  'meta-analysis': 'high',
  'longitudinal study': 'moderate',
  experiment: 'moderate',
  review: 'moderate',
  observational: 'moderate',
  instrument: 'moderate',
  textbook: 'moderate',
  theory: 'very-low',
  popular: 'very-low',
};

const rank: Record<Certainty, number> = {
  contested: 0,
  'very-low': 0,
  low: 1,
  moderate: 2,
  high: 3,
};

/** The strongest certainty that works of these kinds can bear; undefined for none. */
export function strongest(kinds: EvidenceKind[]): Certainty | undefined {
  const levels = kinds.map((kind) => bearable[kind]);
  return levels.sort((a, b) => rank[b] - rank[a])[0];
}

/** Whether works of these kinds can bear a certainty; "contested" needs no strength. */
export function canBear(kinds: EvidenceKind[], certainty: Certainty): boolean {
  return kinds.some((kind) => rank[certainty] <= rank[bearable[kind]]);
}
