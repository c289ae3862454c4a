import type { FilledPart, Placed } from './parts.ts';

/** A page in the contents, with the name that its link shows. */
export interface Titled extends Placed {
  title: string;
}

/** A link of the contents, in the shape of Starlight's sidebar entries. */
export interface Link {
  type: 'link';
  label: string;
  href: string;
  isCurrent: boolean;
  badge: undefined;
  attrs: Record<string, string>;
}

/** A part of the contents, unfolded, in the shape of Starlight's sidebar entries. */
export interface Group {
  type: 'group';
  label: string;
  entries: Link[];
  collapsed: boolean;
  badge: undefined;
}

/**
 * The contents as one page shows them: the pages of its own part, and every other part as one link to
 * its first page, so that pages do not grow with the site. Outside all parts every part is a link.
 */
export function buildSidebar(
  contents: readonly FilledPart<Titled>[],
  current: string,
): (Link | Group)[] {
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
  const link = (at: number) => {
    const page = index < 0 ? undefined : pages[at];
    return page && toLink(page, current);
  };
  return { prev: link(index - 1), next: link(index + 1) };
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
