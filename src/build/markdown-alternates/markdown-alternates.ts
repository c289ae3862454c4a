import { readHead } from '../../lib/text/html.ts';
import type { BuiltSite } from '../built-site.ts';
import type { BuildStep } from '../run-steps.ts';
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
export const markdownAlternates: BuildStep = {
  name: 'markdown-alternates',
  run: ({ site, content }) => {
    const home = readPage(site, '');
    const parts = readContents(content).map(({ label, pages }) => ({
      label,
      pages: pages.map(({ slug }) => readPage(site, slug)),
    }));
    const alternates = [home, ...parts.flatMap(({ pages }) => pages)];
    for (const { slug, markdown } of alternates) site.write(alternatePath(slug), markdown);
    site.write('llms.txt', formatLlms(parts));
    site.write('llms-full.txt', alternates.map(({ markdown }) => markdown).join('\n'));
    return `Wrote ${String(alternates.length)} pages as Markdown`;
  },
};

function readPage(site: BuiltSite, slug: string): Alternate {
  const path = slug ? `${slug}/index.html` : 'index.html';
  const head = readHead(site.readText(path));
  const text = toMarkdown(site.readTree(path));
  if (!head || text === undefined) throw new Error(`dist/${path} has no title or no text.`);
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
