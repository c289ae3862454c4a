import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import { defineHastPlugin } from 'satteri';
import { t } from '../lib/i18n/t.ts';

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
      return {
        type: 'element',
        tagName: 'section',
        properties: { class: heading.tagName === 'h3' ? 'sb-heading sb-heading-3' : 'sb-heading' },
        children: [
          { ...heading, properties: { ...heading.properties, class: articlePart } },
          {
            type: 'element',
            tagName: 'a',
            properties: {
              class: 'sb-anchor',
              href: `#${id}`,
              ariaLabel: label,
              'data-pagefind-ignore': true,
            },
            children: [],
          },
        ],
      };
    },
  },
});
