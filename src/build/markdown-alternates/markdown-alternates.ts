import { formatList } from '../../lib/i18n/format.ts';
import { t } from '../../lib/i18n/t.ts';
import { site as facts } from '../../site/site.ts';
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
  const opening = t('alternates.opening', {
    description: facts.description.replace(/\.$/, ''),
    readers: formatList(Object.values(facts.readers)),
  });
  const use = [
    t('alternates.use'),
    facts.caution,
    t('alternates.licence', { licence: facts.licence.name, site: facts.name }),
  ];
  const lists = parts.map(
    ({ label, pages }) => `## ${label}\n\n${pages.map(formatPage).join('\n')}`,
  );
  const data = [
    ...(facts.features.findings ? [t('alternates.claims', { href: '/evidence.json' })] : []),
    t('alternates.whole', { href: '/llms-full.txt' }),
  ];
  const blocks = [
    `# ${facts.name}`,
    `> ${opening}`,
    use.filter(Boolean).join(' '),
    ...lists,
    `## ${t('alternates.data')}`,
    data.map((line) => `- ${line}`).join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function formatPage({ slug, title, description }: Part['pages'][number]): string {
  return `- [${title}](/${alternatePath(slug)}): ${description}`;
}
