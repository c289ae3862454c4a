import type { Reference } from '../../../content-model/schemas/reference.ts';

/** The author and publisher of every page. */
export const siteName = 'Secure Base';

/** What a reference to a page of this site is made of. */
export interface PageFacts {
  /** Address without slashes; empty for the home page. */
  slug: string;
  title: string;
  /** Day its content last changed: the edition. */
  updated: Date;
  /** Full address, where the site knows its own. */
  url?: string | undefined;
}

/** A page of this site as a work in CSL-JSON, under the id "securebase2026attunement". */
export function toPageItem({ slug, title, updated, url }: PageFacts): Reference {
  const [year, month, day] = [
    updated.getUTCFullYear(),
    updated.getUTCMonth() + 1,
    updated.getUTCDate(),
  ];
  return {
    id: `securebase${String(year)}${slug.replace(/[^a-z0-9]/g, '')}`,
    type: 'webpage',
    title,
    author: [{ literal: siteName }],
    issued: { 'date-parts': [[year, month, day]] },
    'container-title': siteName,
    language: 'en-GB',
    ...(url && { URL: url }),
  };
}

/** MLA begins with the title where the author is the site itself. */
export function withoutAuthor(item: Reference): Reference {
  return { ...item, author: undefined };
}
