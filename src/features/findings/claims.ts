import type { Certainty } from '../../content-model/schemas/evidence.ts';
import { getPagesInOrder, getPage, type Page } from '../../queries/pages.ts';
import { groupBy } from '../../lib/text/format.ts';
import { getCorrections, getFinding } from './findings.ts';
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
  const shown = (await getPagesInOrder()).flatMap((page) =>
    page.outline.uses
      .filter(({ name, props }) => name === 'Finding' && props['id'])
      .map(({ props: { id = '' }, section }, at, uses) => {
        // Of several uses on a page, the first has the anchor.
        const isFirst = uses.findIndex(({ props }) => props['id'] === id) === at;
        const anchor = isFirst ? `finding-${id}` : section.slug || '_top';
        const href = `/${page.slug && `${page.slug}/`}#${anchor}`;
        return { id, page, section: section.text, href, isCorrection: false };
      }),
  );
  const corrected = (await getMyths()).map(({ id, finding, says, page }) => {
    const href = `/${site.pages.myths ?? page.slug}/#${id}`;
    return { id: finding, page, section: says, href, isCorrection: true };
  });
  const places = groupBy([...shown, ...corrected], ({ id }) => id);
  return Promise.all(
    [...places].map(async ([id, all]) => {
      const { statement, numbers = '', why = '', works, certainty } = await getFinding(id);
      return {
        id,
        certainty,
        text: statement.trim(),
        numbers: numbers.trim(),
        why: why.trim(),
        works: await Promise.all(works.map(getWork)),
        places: all.filter(
          ({ page, section }, at) =>
            all.findIndex((one) => one.page === page && one.section === section) === at,
        ),
      };
    }),
  );
});

/** Every common error with what was found, how sure it is, and the page that teaches it, in the order of the file. */
export const getMyths = once(async () =>
  Promise.all(
    (await getCorrections()).map(async (myth) => ({
      ...myth,
      page: await getPage(myth.page),
    })),
  ),
);
