import { h } from 'hastscript';
import { defineMdastPlugin, defineHastPlugin } from 'satteri';
import { createSatteriMarkdownProcessor, satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import { t } from '../lib/i18n/t.ts';
import { typesetNumbers } from '../lib/text/format.ts';

/**
 * A Markdown plugin that numbers the components of a page in reading order, as the attribute `use`: "0"
 * for the first. The page's outline lists components in the same order, so that each finds its citations
 * and anchors there, in whatever order Astro renders them.
 */
export const numberComponents = () => {
  let next = 0;
  // Sätteri's nodes are read-only; it takes a copy and keeps the children.
  const withNumber = <T extends { attributes: object[] }>(node: Readonly<T>): T => ({
    ...node,
    attributes: [
      ...node.attributes,
      { type: 'mdxJsxAttribute', name: 'use', value: String(next++) },
    ],
  });
  return defineMdastPlugin({
    name: 'sb-number-components',
    mdxJsxFlowElement: withNumber,
    mdxJsxTextElement: withNumber,
  });
};

/**
 * Markdown plugins that give each heading an id, followed by a labelled link to itself. CSS draws the
 * link's sign, so that it is not in copied text and reader views.
 */
const headingAnchors = () => [satteriHeadingIdsPlugin(), addAnchors];

/**
 * A class that keeps an element in reader views. Mozilla's Readability drops elements with "social",
 * "comment" and similar words in their class or id, which here may come from a heading; "article" in
 * the class overrides them.
 */
const articlePart = 'sb-article-part';

const addAnchors = defineHastPlugin({
  name: 'sb-heading-anchors',
  element: {
    filter: ['h2', 'h3', 'h4'],
    visit(heading, context) {
      const id = heading.properties['id'];
      if (typeof id !== 'string' || !id) return undefined;
      const label = t('page.linkTo', { heading: context.textContent(heading) });
      const link = {
        class: 'sb-anchor',
        href: `#${id}`,
        ariaLabel: label,
        dataPagefindIgnore: true,
      };
      return h(
        'section',
        { class: heading.tagName === 'h3' ? 'sb-heading sb-heading-3' : 'sb-heading' },
        { ...heading, properties: { ...heading.properties, class: articlePart } },
        h('a', link),
      );
    },
  },
});

/**
 * A Markdown plugin that wraps each table in a focusable box: a table wider than the viewport scrolls by
 * keyboard too, and keeps its role, which `display: block` would remove.
 */
export const scrollableTables = defineHastPlugin({
  name: 'sb-scrollable-tables',
  element: {
    filter: ['table'],
    visit(table, context) {
      const head = table.children.find((child) => 'tagName' in child && child.tagName === 'thead');
      const row = head && 'children' in head ? head.children : [];
      const cells = row.flatMap((one) => ('children' in one ? one.children : []));
      const names = cells.map((cell) => context.textContent(cell).trim()).filter(Boolean);
      const ariaLabel =
        names.length > 0 ? t('page.tableOf', { columns: names.join(', ') }) : t('page.table');
      const box = { class: 'sb-table sb-article-part', tabIndex: 0, role: 'group', ariaLabel };
      return h('div', box, table);
    },
  },
});

/** A Markdown plugin that applies the typography of numbers to the text of every page. */
const numberTypography = defineHastPlugin({
  name: 'sb-number-typography',
  text(node) {
    const value = typesetNumbers(node.value);
    return value === node.value ? undefined : { type: 'text', value };
  },
});

/** Plugins of the Markdown processor. */
export const markdownPlugins = {
  mdastPlugins: [numberComponents],
  hastPlugins: [...headingAnchors(), scrollableTables, numberTypography],
};

let processor: ReturnType<typeof createSatteriMarkdownProcessor> | undefined;

/** Renders the Markdown text of an entry as HTML, as Astro does for pages. */
export async function renderMarkdown(text: string): Promise<string> {
  processor ??= createSatteriMarkdownProcessor({ ...markdownPlugins, syntaxHighlight: false });
  return (await (await processor).render(text)).code;
}
