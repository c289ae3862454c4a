import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { groupBy } from '../../lib/group-by.ts';
import type { Problem } from '../../content-model/model/problem.ts';
import { createSiteFiles } from './linker.ts';
import { listFiles } from '../list-files.ts';
import { createLinkRewriter, bundleInline } from './link-rewriter.ts';

/**
 * Makes every address in dist/ relative, so that one build works at a domain's root, under any path
 * and from a folder. Only canonical, sitemap and social addresses know where the site lives, and
 * only from SITE_URL. A link that leads nowhere and an address left in a script stop the build.
 */
export function portableLinks(): AstroIntegration {
  let site: URL | undefined;
  return {
    name: 'portable-links',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        // Chunks find one another beside themselves, not from a base address.
        const renderBuiltUrl = (
          _: string,
          { hostType, ssr }: { hostType: string; ssr: boolean },
        ) => (ssr || hostType === 'html' ? undefined : { relative: true });
        updateConfig({ vite: { experimental: { renderBuiltUrl } } });
      },
      'astro:config:done': ({ config }) => {
        site = config.site ? new URL(config.site) : undefined;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const start = performance.now();
        const root = fileURLToPath(dir);
        const paths = listFiles(root);
        const problems: Problem[] = [];
        const rewrite = createLinkRewriter({
          files: createSiteFiles(paths),
          site,
          read: (path) => readFileSync(root + path, 'utf8'),
          report: (problem) => problems.push(problem),
          scripts: {
            endSlash: await bundleInline(new URL('./client/end-slash.ts', import.meta.url)),
            notFound: await bundleInline(new URL('./client/not-found.ts', import.meta.url)),
          },
        });
        for (const path of paths) {
          const after = rewrite(path);
          if (after !== undefined) writeFileSync(root + path, after);
        }
        if (problems.length > 0) throw new AddressError(problems);
        const time = Math.round(performance.now() - start);
        logger.info(
          `Made the links of ${String(paths.length)} files relative in ${String(time)} ms.`,
        );
      },
    },
  };
}

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
