import type { Part } from '../../site/facts.ts';
import { site } from '../../site/site.ts';

/** Ids of the parts of the contents, in reading order; `part` in a page's front matter is one of them. */
export const partIds = site.parts.map(({ id }) => id);

/** Position of a page in the contents, from its front matter. */
export interface PagePosition {
  /** Address without slashes. */
  slug: string;
  part?: string | undefined;
  /** Position within the part, in ascending order. */
  order?: number | undefined;
}

/** A part with its pages in reading order. */
export type PartWithPages<T extends PagePosition> = Part & { pages: T[] };

/** Groups pages by part, in reading order. Leaves out empty parts and pages without a part. */
export function arrangeContents<T extends PagePosition>(pages: readonly T[]): PartWithPages<T>[] {
  return site.parts
    .map((part) => ({
      ...part,
      pages: pages
        .filter((page) => page.part === part.id)
        .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity)),
    }))
    .filter((part) => part.pages.length > 0);
}

/** The contents as a page shows them: its own part is open, of the others only the first page is linked. */
export function openContents<T extends PagePosition>(
  contents: readonly PartWithPages<T>[],
  current: string,
) {
  return contents.map((part) => ({
    ...part,
    isOpen: part.pages.some(({ slug }) => slug === current),
  }));
}

/** The previous and next page in reading order; none for a page outside the contents. */
export function findNeighbours<T extends PagePosition>(
  contents: readonly PartWithPages<T>[],
  current: string,
): { prev?: T | undefined; next?: T | undefined } {
  const pages = contents.flatMap((part) => part.pages);
  const index = pages.findIndex(({ slug }) => slug === current);
  return index < 0 ? {} : { prev: pages[index - 1], next: pages[index + 1] };
}
