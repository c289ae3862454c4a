import { getCollection } from 'astro:content';
import type { CultureRow, Effect, Prevalence } from '../../content-model/schemas/figure-data.ts';
import { once } from '../../queries/once.ts';

/** The rows of the cross-cultural meta-analysis of 1988, as the file lists them. */
export const getCulture = once(async (): Promise<CultureRow[]> =>
  inOrder(await getCollection('culture')),
);

/** The answers to "how many people are secure?", as the file lists them. */
export const getPrevalence = once(async (): Promise<Prevalence[]> =>
  inOrder(await getCollection('prevalence')),
);

/** The average effect sizes, as the file lists them. */
export const getEffects = once(async (): Promise<Effect[]> =>
  inOrder(await getCollection('effects')),
);

function inOrder<T extends { order: number }>(entries: { data: T }[]): T[] {
  return entries.map(({ data }) => data).sort((a, b) => a.order - b.order);
}
