import { editions } from '../features/editions/build/editions.ts';
import { serviceWorker } from '../features/offline/build/service-worker.ts';
import { searchIndex } from '../features/search/build/search-index.ts';
import { portableLinks } from './links/portable-links.ts';
import { markdownAlternates } from './markdown-alternates/markdown-alternates.ts';
import { contentPolicy } from './policy/content-policy.ts';
import type { BuildStep } from './run-steps.ts';
import { socialCards } from './social-cards/social-cards.ts';

/** What is done to the rendered site, in order; a step that changes a page stands before those that count on its bytes. */
export const buildSteps: readonly BuildStep[] = [
  // These read pages with the addresses that Astro wrote.
  searchIndex,
  // Pages name their cards and alternates, so these must be there before links are checked.
  socialCards,
  markdownAlternates,
  portableLinks,
  // Made from pages with relative links, and without the policy, which the double-click edition cannot keep.
  editions,
  // It has the hashes of what stands in a page, and so comes after all that changes one.
  contentPolicy,
  // It knows every file by its digest.
  serviceWorker,
];
