import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readHead } from '../../lib/text/read-head.ts';
import { formatLlms } from './llms.ts';
import { toMarkdown } from './to-markdown.ts';
import { alternatePath } from '../../lib/url/page-path.ts';
import { readContents } from '../../integrations/read-contents.ts';

interface Twin {
  slug: string;
  title: string;
  description: string;
  markdown: string;
}

/** Writes every page of the contents as Markdown beside itself, and a guide to them for language models. */
export function markdownTwins(): AstroIntegration {
  let content = '';
  return {
    name: 'markdown-twins',
    hooks: {
      'astro:config:done': ({ config }) => {
        content = fileURLToPath(new URL('./content', config.srcDir));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const home = await readTwin(root, '');
        const parts = await Promise.all(
          readContents(content).map(async ({ label, pages }) => ({
            label,
            pages: await Promise.all(pages.map(({ slug }) => readTwin(root, slug))),
          })),
        );
        const twins = [home, ...parts.flatMap(({ pages }) => pages)];
        for (const { slug, markdown } of twins)
          await writeFile(join(root, alternatePath(slug)), markdown);
        await writeFile(join(root, 'llms.txt'), formatLlms(parts));
        await writeFile(
          join(root, 'llms-full.txt'),
          twins.map(({ markdown }) => markdown).join('\n'),
        );
        logger.info(`Wrote ${String(twins.length)} pages as Markdown.`);
      },
    },
  };
}

async function readTwin(root: string, slug: string): Promise<Twin> {
  const html = await readFile(join(root, slug, 'index.html'), 'utf8');
  const head = readHead(html);
  const text = toMarkdown(html);
  if (!head || text === undefined)
    throw new Error(`dist/${slug}/index.html has no title or no text.`);
  const { title, description } = head;
  return { slug, ...head, markdown: `# ${title}\n\n> ${description}\n\n${text}` };
}
