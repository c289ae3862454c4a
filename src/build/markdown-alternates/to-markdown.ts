import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visitParents } from 'unist-util-visit-parents';
import { prune } from './prune.ts';

const reader = unified().use(rehypeParse);
const writer = unified()
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', rule: '-' });

/** The text of a built page as Markdown, without its title, its notes last; undefined where there is none. */
export function toMarkdown(html: string): string | undefined {
  const page = reader.parse(html);
  const prose = findByClass(page, 'sb-prose');
  if (!prose) return undefined;
  const notes = findByClass(page, 'sb-page-notes');
  const rule: Element = { type: 'element', tagName: 'hr', properties: {}, children: [] };
  const children = notes ? [prune(prose), rule, prune(notes)] : [prune(prose)];
  return writer.stringify(writer.runSync({ type: 'root', children }));
}

function findByClass(root: Root, name: string): Element | undefined {
  let found: Element | undefined;
  visitParents(root, 'element', (element: Element) => {
    const classes = element.properties['className'];
    if (Array.isArray(classes) && classes.includes(name)) found ??= element;
  });
  return found;
}
