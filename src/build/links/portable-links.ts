import { groupBy } from '../../lib/group-by.ts';
import type { Problem } from '../../content-model/model/problem.ts';
import { createSiteFiles } from './linker.ts';
import type { BuildStep } from '../run-steps.ts';
import { createLinkRewriter, bundleInline } from './link-rewriter.ts';

/** Vite's way to write addresses in chunks: they find one another beside themselves, not from a base address. */
export function renderBuiltUrl(_: string, { hostType, ssr }: { hostType: string; ssr: boolean }) {
  return ssr || hostType === 'html' ? undefined : { relative: true };
}

/**
 * Makes every address in dist/ relative, so that one build works at a domain's root, under any path
 * and from a folder. Only canonical, sitemap and social addresses know where the site lives, and
 * only from SITE_URL. A link that leads nowhere and an address left in a script stop the build.
 */
export const portableLinks: BuildStep = {
  name: 'portable-links',
  run: async ({ site, address }) => {
    const { paths } = site;
    const problems: Problem[] = [];
    const rewrite = createLinkRewriter({
      files: createSiteFiles(paths),
      site: address,
      read: (path) => site.readText(path),
      report: (problem) => problems.push(problem),
      scripts: {
        endSlash: await bundleInline(new URL('./client/end-slash.ts', import.meta.url)),
        notFound: await bundleInline(new URL('./client/not-found.ts', import.meta.url)),
      },
    });
    for (const path of paths) {
      const after = rewrite(path);
      if (after !== undefined) site.write(path, after);
    }
    if (problems.length > 0) throw new AddressError(problems);
    return `Made the links of ${String(paths.length)} files relative`;
  },
};

/** Stops the build with every problem, each told once with the first file that has it. */
class AddressError extends Error {
  override name = 'AddressError';
  hint: string;
  constructor(problems: Problem[]) {
    const groups = groupBy(problems, ({ message }) => message);
    const shown = [...groups.values()].slice(0, 20).map(([first, ...more]) => {
      const files = more.length === 1 ? 'file' : 'files';
      const others = more.length > 0 ? ` (and in ${String(more.length)} more ${files})` : '';
      return `${first?.file ?? ''}: ${first?.message ?? ''}${others}`;
    });
    const left = groups.size - shown.length;
    super([...shown, ...(left > 0 ? [`… and ${String(left)} more.`] : [])].join('\n'));
    this.hint = [...new Set(problems.map(({ hint }) => hint))].join('\n');
  }
}
