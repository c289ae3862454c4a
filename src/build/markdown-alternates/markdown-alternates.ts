import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readHead } from '../../lib/text/html.ts';
import { toMarkdown } from './to-markdown.ts';
import { alternatePath } from '../../lib/url/page-path.ts';
import { readContents } from '../../content-model/build/read-content.ts';

interface Alternate {
  slug: string;
  title: string;
  description: string;
  markdown: string;
}

/** Writes every page of the contents as Markdown beside itself, and a guide to them for language models. */
export function markdownAlternates(): AstroIntegration {
  let content = '';
  return {
    name: 'markdown-alternates',
    hooks: {
      'astro:config:done': ({ config }) => {
        content = fileURLToPath(new URL('./content', config.srcDir));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const home = await readPage(root, '');
        const parts = await Promise.all(
          readContents(content).map(async ({ label, pages }) => ({
            label,
            pages: await Promise.all(pages.map(({ slug }) => readPage(root, slug))),
          })),
        );
        const alternates = [home, ...parts.flatMap(({ pages }) => pages)];
        for (const { slug, markdown } of alternates)
          await writeFile(join(root, alternatePath(slug)), markdown);
        await writeFile(join(root, 'llms.txt'), formatLlms(parts));
        await writeFile(
          join(root, 'llms-full.txt'),
          alternates.map(({ markdown }) => markdown).join('\n'),
        );
        logger.info(`Wrote ${String(alternates.length)} pages as Markdown.`);
      },
    },
  };
}

async function readPage(root: string, slug: string): Promise<Alternate> {
  const html = await readFile(join(root, slug, 'index.html'), 'utf8');
  const head = readHead(html);
  const text = toMarkdown(html);
  if (!head || text === undefined)
    throw new Error(`dist/${slug}/index.html has no title or no text.`);
  const { title, description } = head;
  return { slug, ...head, markdown: `# ${title}\n\n> ${description}\n\n${text}` };
}

/** A part of the contents with its pages in reading order. */
export interface Part {
  label: string;
  pages: { slug: string; title: string; description: string }[];
}

/** The guide to the site for language models, after llmstxt.org: every page's Markdown alternate by part. */
export function formatLlms(parts: Part[]): string {
  const lists = parts.map(
    ({ label, pages }) => `## ${label}\n\n${pages.map(formatPage).join('\n')}`,
  );
  return `${[opening, ...lists, files].join('\n\n')}\n`;
}

function formatPage({ slug, title, description }: Part['pages'][number]): string {
  return `- [${title}](/${alternatePath(slug)}): ${description}`;
}

const opening = `# Secure Base

> A field guide to secure attachment for parents, partners, students and teachers. Each finding has its source, and key claims say how certain they are.

When you use this guide, keep what it says about certainty, and keep the sources. Effects here are averages over groups, mostly small to moderate; they say nothing about one child or couple. The guide gives no diagnosis. People have patterns and are not types. The text is under CC BY 4.0: name Secure Base as the source.`;

const files = `## Data

- [Every graded claim](/evidence.json): certainty, works and place of each, as JSON
- [The whole guide in one file](/llms-full.txt): all pages in reading order, as Markdown`;
