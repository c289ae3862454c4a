import { certaintySchema, type Certainty } from '../../content-model/schemas/evidence.ts';
import { getPagesInOrder, getPage, type Page } from '../../queries/pages.ts';
import { getCorrections, getFindings } from './findings.ts';
import { once } from '../../queries/entries.ts';
import { site } from '../../site/site.ts';
import { getWork, type Work } from '../citations/references.ts';

/** A place that rests on a finding. */
export interface ClaimPlace {
  page: Page;
  /** Heading above it; for a common error what people say; empty at the top of the page. */
  section: string;
  /** Address of the very place, from the site's root. */
  href: string;
  /** Whether it is in the list of common errors. */
  isCorrection: boolean;
}

/** A finding as the ledger lists it, with its works and the places that show it. */
export interface LedgerClaim {
  /** Id of the finding. */
  id: string;
  certainty: Certainty;
  /** The finding itself. */
  text: string;
  /** Its figures; empty where it has none. */
  numbers: string;
  /** Why the certainty departs from the rule; empty when it does not. */
  why: string;
  works: Work[];
  /** Every place that shows it, in reading order; at least one. */
  places: ClaimPlace[];
}

/** Every finding that a page shows or a common error rests on, in the reading order of its first place. */
export const getClaims = once(async (): Promise<LedgerClaim[]> => {
  const pages = await getPagesInOrder();
  const findings = await getFindings();
  const places = new Map<string, ClaimPlace[]>();
  const add = (id: string | undefined, place: ClaimPlace) => {
    if (id === undefined || !findings.has(id)) return;
    const own = places.get(id) ?? [];
    const isTold = own.some(
      ({ page, section }) => page === place.page && section === place.section,
    );
    if (!isTold) places.set(id, [...own, place]);
  };
  for (const page of pages) {
    const seen = new Set<string>();
    for (const { name, props, section } of page.outline.uses) {
      if (name !== 'Finding' || !props['id']) continue;
      // Of several uses on a page, the first has the anchor.
      const anchor = seen.has(props['id']) ? section.slug || '_top' : `finding-${props['id']}`;
      seen.add(props['id']);
      const href = `/${page.slug && `${page.slug}/`}#${anchor}`;
      add(props['id'], { page, section: section.text, href, isCorrection: false });
    }
  }
  for (const { id, data, page } of await getMyths())
    add(data.finding, {
      page,
      section: data.says,
      href: `/${site.pages.myths ?? page.slug}/#${id}`,
      isCorrection: true,
    });
  return Promise.all(
    [...places].map(async ([id, own]) => {
      const {
        statement = '',
        numbers = '',
        why = '',
        works = [],
        certainty,
      } = findings.get(id) ?? {};
      return {
        id,
        certainty: certaintySchema.parse(certainty),
        text: statement.trim(),
        numbers: numbers.trim(),
        why: why.trim(),
        works: await Promise.all(works.map(getWork)),
        places: own,
      };
    }),
  );
});

/** A common error with what was found, how sure it is, and the page that teaches it. */
export type MythOnPage = Awaited<ReturnType<typeof getCorrections>>[number] & { page: Page };

/** Every common error, in the order of the file. */
export const getMyths = once(async (): Promise<MythOnPage[]> =>
  Promise.all(
    (await getCorrections()).map(async (myth) => ({
      ...myth,
      page: await getPage(myth.data.page),
    })),
  ),
);
