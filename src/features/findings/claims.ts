import { getPagesInOrder, getPage } from '../../queries/pages.ts';
import { groupBy } from '../../lib/text/format.ts';
import type { Finding } from '../../content-model/schemas/evidence.ts';
import { getEntry, getRows, once } from '../../queries/entries.ts';
import { site } from '../../site/site.ts';
import { getWork } from '../citations/references.ts';

/** The finding with this id. @throws ContentError naming the nearest ids when there is none. */
export async function getFinding(id: string): Promise<Finding> {
  return (await getEntry('findings', id)).data;
}

/** Every finding that a page or a common error uses, in reading order, with its works and these places. */
export const getClaims = once(async () => {
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
  const corrections = (await getMyths()).map(({ id, finding, says, page }) => {
    const href = `/${site.pages.myths ?? page.slug}/#${id}`;
    return { id: finding, page, section: says, href, isCorrection: true };
  });
  const places = groupBy([...shown, ...corrections], ({ id }) => id);
  return Promise.all(
    [...places].map(async ([id, uses]) => {
      const { statement, numbers = '', why = '', works, certainty } = await getFinding(id);
      return {
        id,
        certainty,
        text: statement.trim(),
        numbers: numbers.trim(),
        why: why.trim(),
        works: await Promise.all(works.map(getWork)),
        places: uses.filter(
          ({ page, section }, at) =>
            uses.findIndex((use) => use.page === page && use.section === section) === at,
        ),
      };
    }),
  );
});

/** A finding as the ledger lists it. */
export type LedgerClaim = Awaited<ReturnType<typeof getClaims>>[number];

/** Every common error, in the order of the file: with the page that explains it, and the certainty and works of its finding. */
export const getMyths = once(async () =>
  Promise.all(
    (await getRows('myths')).map(async (myth) => {
      const { certainty, works, why } = await getFinding(myth.finding);
      const sources = new Set([...works, ...(myth.sources ?? [])]);
      return { ...myth, page: await getPage(myth.page), certainty, works: [...sources], why };
    }),
  ),
);
