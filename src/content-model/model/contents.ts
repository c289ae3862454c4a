import type { StarlightRouteData } from '@astrojs/starlight/route-data';
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

/** A page in the contents, with the text of its link. */
export interface TitledPage extends PagePosition {
  title: string;
}

/** An entry of Starlight's sidebar: a link, or a group of them. */
type SidebarEntry = StarlightRouteData['sidebar'][number];
type Link = Extract<SidebarEntry, { type: 'link' }>;

/**
 * The sidebar of one page: a group with the pages of its own part, and one link for each other part, to
 * its first page, so that the HTML of a page does not grow with the site.
 */
export function buildSidebar(
  contents: readonly PartWithPages<TitledPage>[],
  current: string,
): SidebarEntry[] {
  return contents.map(({ label, pages }) => {
    const isOwn = pages.some(({ slug }) => slug === current);
    const [first] = pages;
    if (!isOwn && first) return toLink({ ...first, title: label }, current);
    const entries = pages.map((page) => toLink(page, current));
    return { type: 'group', label, entries, collapsed: false, badge: undefined };
  });
}

/** Links to the previous and next page in reading order; undefined for a page outside the contents. */
export function findNeighbours(
  contents: readonly PartWithPages<TitledPage>[],
  current: string,
): { prev: Link | undefined; next: Link | undefined } {
  const pages = contents.flatMap((part) => part.pages);
  const index = pages.findIndex(({ slug }) => slug === current);
  const [prev, next] = index < 0 ? [] : [pages[index - 1], pages[index + 1]];
  return { prev: prev && toLink(prev, current), next: next && toLink(next, current) };
}

function toLink({ slug, title }: TitledPage, current: string): Link {
  return {
    type: 'link',
    label: title,
    href: `/${slug}/`,
    isCurrent: slug === current,
    badge: undefined,
    attrs: {},
  };
}
