import type { Site } from '../../../content-model/check/read-site.ts';

/** The works that pages cite, in their own text or through a component that cites from data. */
export function citedWorks({ pages }: Site): Set<string> {
  return new Set(
    pages.flatMap(({ outline }) => outline?.citations.flatMap(({ ids }) => ids) ?? []),
  );
}
