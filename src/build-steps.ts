import { portableLinks } from './build/links/portable-links.ts';
import { contentPolicy } from './build/policy/page-policy.ts';
import { socialCards } from './build/social-cards.ts';
import type { BuildStep } from './build/run-steps.ts';
import { cacheStep } from './build/step-cache.ts';

/** What is done to the rendered site, in order; a step that changes a page stands before those that count on its bytes. */
export const buildSteps: readonly BuildStep[] = [
  // These read pages with the addresses that Astro wrote.
  cacheStep({
    name: 'search-index',
    reads: /\.html$/,
    writes: /^pagefind\//,
    load: async () => (await import('./features/search/build/search-index.ts')).searchIndex,
  }),
  // Pages name their cards and alternates, so these must be there before links are checked.
  socialCards,
  cacheStep({
    name: 'markdown-alternates',
    reads: /\.html$/,
    writes: /\.md$|^llms.*\.txt$/,
    load: async () => (await import('./build/markdown-alternates.ts')).markdownAlternates,
  }),
  cacheStep({
    name: 'book',
    reads: /\.html$/,
    writes: /^editions\/.*\.epub$/,
    load: async () => (await import('./features/editions/build/epub.ts')).book,
  }),
  portableLinks,
  // Made from pages with relative links, and without the policy, which the double-click edition cannot keep.
  cacheStep({
    name: 'folder',
    reads: /^(?!editions\/)/,
    writes: /^editions\/.*\.zip$/,
    load: async () => (await import('./features/editions/build/folder.ts')).folder,
  }),
  {
    name: 'offers',
    run: async (context) =>
      (await import('./features/editions/build/editions.ts')).offers.run(context),
  },
  // It has the hashes of what stands in a page, and so comes after all that changes one.
  contentPolicy,
  {
    // It knows every file by its digest.
    name: 'service-worker',
    run: async (context) =>
      (await import('./features/offline/build/service-worker.ts')).serviceWorker.run(context),
  },
];
