import { portableLinks } from './build/links/portable-links.ts';
import { contentPolicy } from './build/policy/page-policy.ts';
import { socialCards } from './build/social-cards.ts';
import type { BuildStep } from './build/run-steps.ts';

/** Steps after Astro has rendered the site, in order: those that change pages precede those that hash them. */
export const buildSteps: readonly BuildStep[] = [
  // The steps before `portableLinks` read pages with root-relative links.
  loadStep(
    'search-index',
    async () => (await import('./features/search/build/search-index.ts')).searchIndex,
  ),
  // Pages link to their social cards and Markdown alternates, which must exist before links are checked.
  socialCards,
  loadStep(
    'markdown-alternates',
    async () => (await import('./build/markdown-alternates.ts')).markdownAlternates,
  ),
  loadStep('book', async () => (await import('./features/editions/build/epub.ts')).book),
  portableLinks,
  // The double-click edition needs relative links, and pages without the policy, which would block its scripts.
  loadStep('folder', async () => (await import('./features/editions/build/folder.ts')).folder),
  loadStep('offers', async () => (await import('./features/editions/build/editions.ts')).offers),
  // The policy contains hashes of inline code, so it follows all steps that change pages.
  contentPolicy,
  // The service worker contains digests of all files, so it is last.
  loadStep(
    'service-worker',
    async () => (await import('./features/offline/build/service-worker.ts')).serviceWorker,
  ),
];

/** A step whose code is loaded only when it runs. */
function loadStep(name: string, load: () => Promise<BuildStep>): BuildStep {
  return { name, run: async (context) => (await load()).run(context) };
}
