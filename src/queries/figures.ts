import { getCollection } from 'astro:content';
import type { CultureRow, Effect, Prevalence } from '../schemas/figure-data.ts';
import { once } from './once.ts';

/** The rows of the cross-cultural meta-analysis of 1988, as the file lists them. */
export const getCulture = once(async (): Promise<CultureRow[]> =>
  (await getCollection('culture')).map(({ data }) => data),
);

/** The answers to "how many people are secure?", as the file lists them. */
export const getPrevalence = once(async (): Promise<Prevalence[]> =>
  (await getCollection('prevalence')).map(({ data }) => data),
);

/** The average effect sizes, as the file lists them. */
export const getEffects = once(async (): Promise<Effect[]> =>
  (await getCollection('effects')).map(({ data }) => data),
);
