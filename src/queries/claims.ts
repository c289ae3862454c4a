import { listClaims } from '../lib/content/claims.ts';
import { certaintySchema, type Certainty } from '../schemas/certainty.ts';
import { once } from './once.ts';
import { getMyths } from './myths.ts';
import { getPagesInOrder } from './contents.ts';
import type { Page } from './pages.ts';
import { type Work, getWork } from './references.ts';

/** What makes a claim a claim: a marked statement, a research section, or a correction on /myths/. */
export type ClaimKind = 'statement' | 'research section' | 'correction';

/** A graded claim of the site, with what stands behind it and where it stands. */
export interface LedgerClaim {
  /** Page and anchor, such as "attunement#claim-2". */
  id: string;
  kind: ClaimKind;
  certainty: Certainty;
  /** The claim itself; the title, for a research section. */
  text: string;
  /** Why the certainty is stronger than its works' kinds alone would bear; empty when it is not. */
  why: string;
  works: Work[];
  /** The page that makes the claim; for a correction, the page that teaches it. */
  page: Page;
  /** Heading above it; empty at the top of the page. */
  section: string;
  /** Address of the very place, from the site's root. */
  place: string;
}

/** Every graded claim, page by page in reading order, then the corrections. */
export const getClaims = once(async (): Promise<LedgerClaim[]> => {
  const claims = await Promise.all((await getPagesInOrder()).map(pageClaims));
  return [...claims.flat(), ...(await corrections())];
});

async function pageClaims(page: Page): Promise<LedgerClaim[]> {
  return Promise.all(
    listClaims(page.outline).map(async ({ number, component, text, why, works, ...claim }) => ({
      id: `${page.slug}#claim-${String(number)}`,
      kind: component === 'Claim' ? 'statement' : 'research section',
      certainty: certaintySchema.parse(claim.certainty),
      text,
      why,
      works: await Promise.all(works.map(getWork)),
      page,
      section: claim.section.text,
      place: `/${page.slug}/#claim-${String(number)}`,
    })),
  );
}

async function corrections(): Promise<LedgerClaim[]> {
  return Promise.all(
    (await getMyths()).map(async ({ id, data, page }) => ({
      id: `myths#${id}`,
      kind: 'correction' as const,
      certainty: data.certainty,
      text: data.found.trim(),
      why: data.why ?? '',
      works: await Promise.all(data.works.map(getWork)),
      page,
      section: data.says,
      place: `/myths/#${id}`,
    })),
  );
}
