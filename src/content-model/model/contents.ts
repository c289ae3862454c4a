import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { Part } from '../../site/facts.ts';
import { site } from '../../site/site.ts';

/** Ids of the parts of the contents, in reading order. Pages say in their front matter which they belong to. */
export const partIds = site.parts.map(({ id }) => id);

/** Where a page is in the contents, as its front matter has it. */
export interface Placed {
  /** Address without slashes. */
  slug: string;
  part?: string | undefined;
  /** Place within the part; smaller numbers first. */
  order?: number | undefined;
}

/** A part with its pages in reading order. */
export type FilledPart<T extends Placed> = Part & { pages: T[] };

/** The contents in reading order: parts that have pages, each with its own. Pages without a part are left out. */
export function arrangeContents<T extends Placed>(pages: readonly T[]): FilledPart<T>[] {
  return site.parts
    .map((part) => ({
      ...part,
      pages: pages
        .filter((page) => page.part === part.id)
        .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity)),
    }))
    .filter((part) => part.pages.length > 0);
}

/** A page in the contents, with the name that its link shows. */
export interface Titled extends Placed {
  title: string;
}

/** An entry of Starlight's sidebar: a link, or a group of them. */
type SidebarEntry = StarlightRouteData['sidebar'][number];
type Link = Extract<SidebarEntry, { type: 'link' }>;

/**
 * The contents as one page shows them: the pages of its own part, and every other part as one link to
 * its first page, so that pages do not grow with the site. Outside all parts every part is a link.
 */
export function buildSidebar(
  contents: readonly FilledPart<Titled>[],
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

/** The pages before and after this one in reading order; none outside the contents. */
export function findNeighbours(
  contents: readonly FilledPart<Titled>[],
  current: string,
): { prev: Link | undefined; next: Link | undefined } {
  const pages = contents.flatMap((part) => part.pages);
  const index = pages.findIndex(({ slug }) => slug === current);
  const [prev, next] = index < 0 ? [] : [pages[index - 1], pages[index + 1]];
  return { prev: prev && toLink(prev, current), next: next && toLink(next, current) };
}

function toLink({ slug, title }: Titled, current: string): Link {
  return {
    type: 'link',
    label: title,
    href: `/${slug}/`,
    isCurrent: slug === current,
    badge: undefined,
    attrs: {},
  };
}
