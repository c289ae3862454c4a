import type { Paragraph, Root, RootContent } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { splitIds } from '../../features/citations/model/print/cluster.ts';

/** A sentence of prose: one line of the source, as authors write it. */
export interface Sentence {
  /** Its words without citations. */
  text: string;
  /** Works cited in it. */
  works: string[];
  /** Works cited in its paragraph, itself included. */
  nearby: string[];
  line: number;
}

/** Every sentence in paragraphs and list items, inside components too; tables and headings are not prose. */
export function readSentences(root: Root): Sentence[] {
  const sentences: Sentence[] = [];
  visitParents(root, 'paragraph', (paragraph) => {
    sentences.push(...split(paragraph));
  });
  return sentences;
}

function split(paragraph: Paragraph): Sentence[] {
  const start = paragraph.position?.start.line ?? 1;
  const lines: Pick<Sentence, 'text' | 'works'>[] = [{ text: '', works: [] }];
  const add = (text: string) => {
    const [first = '', ...rest] = text.split('\n');
    const last = lines.at(-1);
    if (last) last.text += first;
    lines.push(...rest.map((next) => ({ text: next, works: [] })));
  };
  const read = (node: RootContent) => {
    if (node.type === 'mdxJsxTextElement' && node.name === 'Cite') {
      const id = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'id');
      if (typeof id?.value === 'string') lines.at(-1)?.works.push(...splitIds(id.value));
    } else if ('children' in node) node.children.forEach(read);
    else if ('value' in node && typeof node.value === 'string') add(node.value);
  };
  paragraph.children.forEach(read);
  const nearby = [...new Set(lines.flatMap(({ works }) => works))];
  return lines.map(({ text, works }, index) => ({
    // Where a citation stood before the full stop, a space is left over.
    text: text.replace(/ +(?=[.,;:)]($|\s))/g, '').trim(),
    works,
    nearby,
    line: start + index,
  }));
}
