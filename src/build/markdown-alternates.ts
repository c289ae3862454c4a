import { formatList } from '../lib/i18n/format.ts';
import { t } from '../lib/i18n/t.ts';
import { findElement, hasClass } from '../lib/text/hast.ts';
import { site as facts } from '../site/site.ts';
import { readHead } from '../lib/text/html.ts';
import type { BuiltSite } from './built-site.ts';
import { cacheOnDisk, type Cached } from './shared/disk-cache.ts';
import type { BuildStep } from './run-steps.ts';
import { alternatePath } from '../lib/url/page-path.ts';
import { readContents } from '../content-model/build/read-content.ts';
import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

/** Writes a Markdown alternate of every page in the contents, llms.txt and llms-full.txt. */
export const markdownAlternates: BuildStep = {
  name: 'markdown-alternates',
  run: ({ site, content }) => {
    const cached = cacheOnDisk<string>('markdown', code, facts);
    const home = readPage(site, '', cached);
    const parts = readContents(content).map(({ label, pages }) => ({
      label,
      pages: pages.map(({ slug }) => readPage(site, slug, cached)),
    }));
    const alternates = [home, ...parts.flatMap(({ pages }) => pages)];
    for (const { slug, markdown } of alternates) site.write(alternatePath(slug), markdown);
    site.write('llms.txt', formatLlms(parts));
    site.write('llms-full.txt', alternates.map(({ markdown }) => markdown).join('\n'));
    return `Wrote ${String(alternates.length)} pages as Markdown`;
  },
};

/** Code and messages that the Markdown depends on, apart from the page and the site's facts. */
const code = [
  'src/build/markdown-alternates.ts',
  'src/build/shared',
  'src/lib',
  'src/content/i18n',
];

function readPage(site: BuiltSite, slug: string, cached: Cached<string>) {
  const path = slug ? `${slug}/index.html` : 'index.html';
  const head = readHead(site.readText(path));
  const text = cached(site.readMain(path), () => toMarkdown(site.readMainTree(path)) ?? '');
  if (!head || text === '') throw new Error(`dist/${path} has no title or no text.`);
  const { title, description } = head;
  return { slug, ...head, markdown: `# ${title}\n\n> ${description}\n\n${text}` };
}

/** A part of the table of contents, with its pages in reading order. */
export interface Part {
  label: string;
  pages: { slug: string; title: string; description: string }[];
}

/** Formats llms.txt (llmstxt.org): what the site is, and links to the Markdown alternates by part. */
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
  const lists = parts.map(({ label, pages }) => {
    const links = pages.map(
      ({ slug, title, description }) => `- [${title}](/${alternatePath(slug)}): ${description}`,
    );
    return `## ${label}\n\n${links.join('\n')}`;
  });
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

/** Elements that are left out: parts of the interface, and the title, which is written separately. */
const chrome = new Set(['h1', 'script', 'style', 'template', 'button', 'form', 'link', 'noscript']);

/**
 * Removes interface elements and everything that search ignores; replaces drawings with their descriptions,
 * and citations and terms with plain text.
 */
function prune(element: Element): Element {
  return { ...element, children: element.children.flatMap(pruneNode) };
}

function pruneNode(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  if (hasClass(node, 'sb-quiz-frame')) return [note(t('alternates.quizHere'))];
  if (isChrome(node)) return [];
  if (node.tagName === 'svg') return describe(node);
  if (node.tagName === 'summary' || hasClass(node, 'sb-label')) return [label(prune(node))];
  return [{ ...prune(node), tagName: plainTag(node) }];
}

function isChrome(element: Element): boolean {
  const { tagName, properties } = element;
  return (
    chrome.has(tagName) ||
    // A figure has the same drawing for wide and for narrow columns.
    hasClass(element, 'sb-fig-narrow') ||
    properties['hidden'] === true ||
    properties['popover'] !== undefined ||
    properties['dataPagefindIgnore'] !== undefined
  );
}

/** The tag to convert an element as: some classes need another tag to keep their meaning in Markdown. */
function plainTag(element: Element): string {
  if (hasClass(element, 'sb-cite') || hasClass(element, 'sb-term')) return 'span';
  if (hasClass(element, 'sb-certainty')) return 'em';
  if (hasClass(element, 'sb-claim')) return 'blockquote';
  return element.tagName;
}

/** Replaces a drawing with its description; one without is decorative and left out. */
function describe(svg: Element): Element[] {
  const words = ['title', 'desc'].flatMap((name) =>
    svg.children.flatMap((child) =>
      child.type === 'element' && child.tagName === name ? toString(child).trim() : [],
    ),
  );
  if (words.length === 0) return [];
  const sentences = words.map((one) => (/[.?]$/.test(one) ? one : `${one}.`));
  return [note(t('alternates.drawing', { words: sentences.join(' ') }))];
}

/** A note in place of something that Markdown cannot show. */
function note(value: string): Element {
  return h('p', h('em', value));
}

/** Formats a label in bold; as a heading it would change the page's outline. */
function label({ children }: Element): Element {
  return h('p', h('strong', children));
}

const writer = unified()
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', rule: '-' });

/** Converts a built page's text, without its title, to Markdown, with the notes last; undefined if it has no prose. */
export function toMarkdown(page: Root, proseClass = 'sb-prose'): string | undefined {
  const findByClass = (name: string) => findElement(page, (element) => hasClass(element, name));
  const prose = findByClass(proseClass);
  if (!prose) return undefined;
  const notes = findByClass('sb-page-notes');
  const children = notes ? [prune(prose), h('hr'), prune(notes)] : [prune(prose)];
  return writer.stringify(writer.runSync({ type: 'root', children }));
}
