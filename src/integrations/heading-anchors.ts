import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import { defineHastPlugin } from 'satteri';

/**
 * Markdown plugins that give each heading its id and, after it, a link to itself that is easy to
 * copy and says where it leads.
 */
export const headingAnchors = () => [satteriHeadingIdsPlugin(), addAnchors];

const addAnchors = defineHastPlugin({
  name: 'sb-heading-anchors',
  element: {
    filter: ['h2', 'h3', 'h4'],
    visit(heading, context) {
      const id = heading.properties['id'];
      if (typeof id !== 'string' || !id) return undefined;
      const label = `Link to “${context.textContent(heading)}”`;
      return {
        type: 'element',
        tagName: 'div',
        properties: { class: 'sb-heading' },
        children: [
          heading,
          {
            type: 'element',
            tagName: 'a',
            properties: {
              class: 'sb-anchor',
              href: `#${id}`,
              ariaLabel: label,
              'data-pagefind-ignore': true,
            },
            children: [{ type: 'text', value: '§' }],
          },
        ],
      };
    },
  },
});
