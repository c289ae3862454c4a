import { alternatePath } from '../../lib/url/page-path.ts';

/** A part of the contents with its pages in reading order. */
export interface Part {
  label: string;
  pages: { slug: string; title: string; description: string }[];
}

/** The guide to the site for language models, after llmstxt.org: every page's Markdown twin by part. */
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
