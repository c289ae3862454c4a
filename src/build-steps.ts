import { portableLinks } from './build/links/portable-links.ts';
import { contentPolicy } from './build/policy/page-policy.ts';
import { socialCards } from './build/social-cards.ts';
import type { BuildStep } from './build/run-steps.ts';
import { cacheStep } from './build/step-cache.ts';

/** Steps after Astro has rendered the site, in order: those that change pages precede those that hash them. */
export const buildSteps: readonly BuildStep[] = [
  // The steps before `portableLinks` read pages with root-relative links.
  cacheStep({
    name: 'search-index',
    reads: /\.html$/,
    writes: /^pagefind\//,
    load: async () => (await import('./features/search/build/search-index.ts')).searchIndex,
  }),
  // Pages link to their social cards and Markdown alternates, which must exist before links are checked.
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
  // The double-click edition needs relative links, and pages without the policy, which does not allow it to run.
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
  // The policy contains hashes of inline code, so it follows all steps that change pages.
  contentPolicy,
  {
    // The service worker contains the digest of every file, so it is last.
    name: 'service-worker',
    run: async (context) =>
      (await import('./features/offline/build/service-worker.ts')).serviceWorker.run(context),
  },
];
