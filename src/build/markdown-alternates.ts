import { formatList } from '../lib/i18n/format.ts';
import { t } from '../lib/i18n/t.ts';
import { site as facts } from '../site/site.ts';
import { readHead } from '../lib/text/html.ts';
import type { BuiltSite, PageTree } from './built-site.ts';
import { keepOnDisk, type Keep } from './shared/keep-on-disk.ts';
import type { BuildStep } from './run-steps.ts';
import { alternatePath } from '../lib/url/page-path.ts';
import { readContents } from '../content-model/build/read-content.ts';
import type { Element, ElementContent, RootContent } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { findNode, hasClass as hasClassOf } from './shared/nodes.ts';

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
    const keep = keepOnDisk<string>('markdown', code, facts);
    const home = readPage(site, '', keep);
    const parts = readContents(content).map(({ label, pages }) => ({
      label,
      pages: pages.map(({ slug }) => readPage(site, slug, keep)),
    }));
    const alternates = [home, ...parts.flatMap(({ pages }) => pages)];
    for (const { slug, markdown } of alternates) site.write(alternatePath(slug), markdown);
    site.write('llms.txt', formatLlms(parts));
    site.write('llms-full.txt', alternates.map(({ markdown }) => markdown).join('\n'));
    return `Wrote ${String(alternates.length)} pages as Markdown`;
  },
};

/** What Markdown is made by, beside a page and the facts of the site. */
const code = ['src/build/markdown-alternates.ts', 'src/lib', 'src/content/i18n'];

function readPage(site: BuiltSite, slug: string, keep: Keep<string>): Alternate {
  const path = slug ? `${slug}/index.html` : 'index.html';
  const head = readHead(site.readText(path));
  const text = keep(site.readMain(path), () => toMarkdown(site.readMainTree(path)) ?? '');
  if (!head || text === '') throw new Error(`dist/${path} has no title or no text.`);
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

/** Elements that serve the screen alone; a page's title is given above its text. */
const chrome = new Set(['h1', 'script', 'style', 'template', 'button', 'form', 'link', 'noscript']);

/**
 * An element without what serves the screen alone; drawings become the words that describe them,
 * citations and terms plain text. What search leaves out is left out here too.
 */
export function prune(element: Element): Element {
  return { ...element, children: pruneAll(element.children) };
}

function pruneAll(nodes: RootContent[]): ElementContent[] {
  return nodes.flatMap(pruneNode);
}

function pruneNode(node: RootContent): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  if (node.tagName === 'svg') return describe(node);
  if (hasClass(node, 'sb-quiz-frame')) return [remark(t('alternates.quizHere'))];
  if (isChrome(node)) return [];
  if (node.tagName === 'figure') return [prune(onceDrawn(node))];
  if (node.tagName === 'summary' || hasClass(node, 'sb-label')) return [label(prune(node))];
  return [{ ...prune(node), tagName: plainTag(node) }];
}

function isChrome({ tagName, properties }: Element): boolean {
  return (
    chrome.has(tagName) ||
    properties['hidden'] === true ||
    properties['popover'] !== undefined ||
    properties['dataPagefindIgnore'] !== undefined
  );
}

/** What an element becomes, so that its meaning outlives its looks. */
function plainTag(element: Element): string {
  if (hasClass(element, 'sb-cite') || hasClass(element, 'sb-term')) return 'span';
  if (hasClass(element, 'sb-certainty')) return 'em';
  if (hasClass(element, 'sb-claim')) return 'blockquote';
  return element.tagName;
}

/** Figures hold one drawing for wide columns and one for narrow ones; one description is enough. */
function onceDrawn(node: Element): Element {
  let drawn = false;
  const keep = (element: Element): Element => ({
    ...element,
    children: element.children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child];
      if (child.tagName !== 'svg') return [keep(child)];
      if (drawn) return [];
      drawn = describe(child).length > 0;
      return [child];
    }),
  });
  return keep(node);
}

/** A drawing's description stands for it; one that has none is an ornament. */
function describe(svg: Element): Element[] {
  const words = ['title', 'desc'].flatMap((name) =>
    svg.children.flatMap((child) =>
      child.type === 'element' && child.tagName === name ? textOf(child).trim() : [],
    ),
  );
  if (words.length === 0) return [];
  const sentences = words.map((one) => (/[.?]$/.test(one) ? one : `${one}.`));
  return [remark(t('alternates.drawing', { words: sentences.join(' ') }))];
}

/** Our own word in place of something that cannot be printed. */
function remark(value: string): Element {
  return wrap('p', [wrap('em', [{ type: 'text', value }])]);
}

/** A label stands out, and is no heading: it must not shift the outline. */
function label({ children }: Element): Element {
  return wrap('p', [wrap('strong', children)]);
}

function wrap(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function hasClass({ properties }: Element, name: string): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes(name);
}

const writer = unified()
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', rule: '-' });

/** The text of a built page as Markdown, without its title, its notes last; undefined where nothing has the class of prose. */
export function toMarkdown(page: PageTree, proseClass = 'sb-prose'): string | undefined {
  const prose = findByClass(page, proseClass);
  if (!prose) return undefined;
  const notes = findByClass(page, 'sb-page-notes');
  const rule: Element = { type: 'element', tagName: 'hr', properties: {}, children: [] };
  const children = notes ? [prune(prose), rule, prune(notes)] : [prune(prose)];
  return writer.stringify(writer.runSync({ type: 'root', children }));
}

/** The first element with a class, in the form that the writer reads. */
function findByClass(page: PageTree, name: string): Element | undefined {
  const found = findNode(page, (node) => hasClassOf(node, name));
  return found && (fromParse5(found) as Element);
}
