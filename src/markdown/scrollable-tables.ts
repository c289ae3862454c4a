import { defineHastPlugin } from 'satteri';
import { t } from '../lib/i18n/t.ts';

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
      return {
        type: 'element',
        tagName: 'div',
        properties: {
          class: 'sb-table sb-article-part',
          tabindex: '0',
          role: 'group',
          'aria-label':
            names.length > 0 ? t('page.tableOf', { columns: names.join(', ') }) : t('page.table'),
        },
        children: [table],
      };
    },
  },
});
