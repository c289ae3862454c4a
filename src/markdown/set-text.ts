import { defineHastPlugin } from 'satteri';
import { setText } from '../lib/text/format.ts';

/** A Markdown plugin that sets numbers in the text of every page as a printer would. */
export const numbersSet = defineHastPlugin({
  name: 'sb-set-text',
  text(node) {
    const value = setText(node.value);
    return value === node.value ? undefined : { type: 'text', value };
  },
});
