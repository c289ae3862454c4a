import { h } from 'hastscript';
import { defineMdastPlugin, defineHastPlugin } from 'satteri';
import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import { t } from '../lib/i18n/t.ts';
import { setText } from '../lib/text/format.ts';

/**
 * A Markdown plugin that tells each component of a page its place among the page's components, as the
 * attribute `use`: "0" for the first in reading order. The page's outline lists them in the same order,
 * so that a component finds its citations and anchors there, in whatever order Astro renders.
 */
export const numberComponents = () => {
  let next = 0;
  // Attributes of a node cannot be set in place; Sätteri takes a copy that keeps the children.
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
 * Markdown plugins that give each heading its id and, after it, a link to itself that is easy to
 * copy and says where it leads. The sign of the link comes from the style, so that copied passages
 * and reader views do not carry it along.
 */
export const headingAnchors = () => [satteriHeadingIdsPlugin(), addAnchors];

/**
 * A class that keeps an element in reader views. Mozilla's Readability drops what has "social",
 * "comment" and the like in its class or id, and ids come from headings and names of works; the
 * word "article" in the class outweighs them.
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
 * A Markdown plugin that puts each table into a box of its own, which can be focused: a table wider
 * than the window then scrolls by keyboard too, and keeps its role, which `display: block` takes away.
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

/** A Markdown plugin that sets numbers in the text of every page as a printer would. */
export const numbersSet = defineHastPlugin({
  name: 'sb-set-text',
  text(node) {
    const value = setText(node.value);
    return value === node.value ? undefined : { type: 'text', value };
  },
});
