import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';

/** What only the checks look at on a page; lines count from 1. */
export interface Markup {
  headings: { depth: number; text: string; line: number }[];
  images: { url: string; alt: string; line: number }[];
  links: { url: string; text: string; line: number }[];
  /** Components imported at the top: name and path as written. */
  imports: { name: string; path: string; line: number }[];
  /** Attributes of components that are not plain text, such as `id={…}`. */
  expressions: { component: string; attribute: string; line: number }[];
  /** HTML elements and comments written by hand. */
  html: { tag: string; line: number }[];
  /** Code in prose; notes to authors are none. */
  braces: { line: number }[];
}

/** Reads the markup of a parsed page. */
export function readMarkup(root: Root): Markup {
  const markup: Markup = {
    headings: [],
    images: [],
    links: [],
    imports: [],
    expressions: [],
    html: [],
    braces: [],
  };
  visitParents(root, (node) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'heading') {
      markup.headings.push({ depth: node.depth, text: toString(node).trim(), line });
    } else if (node.type === 'image') {
      markup.images.push({ url: node.url, alt: node.alt?.trim() ?? '', line });
    } else if (node.type === 'link') {
      markup.links.push({ url: node.url, text: toString(node).trim(), line });
    } else if (node.type === 'html') {
      markup.html.push({ tag: /^<\/?([a-z][\w-]*)/i.exec(node.value)?.[1] ?? '!--', line });
    } else if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
      if (!/^\s*\/\*[^]*\*\/\s*$/.test(node.value)) markup.braces.push({ line });
    } else if (node.type === 'mdxjsEsm') {
      markup.imports.push(...readImports(node.value, line));
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const name = node.name ?? '';
      if (/^[a-z]/.test(name)) markup.html.push({ tag: name, line });
      for (const attribute of node.attributes) {
        const isPlain = attribute.type === 'mdxJsxAttribute' && !isCode(attribute.value);
        if (isPlain) continue;
        const written = attribute.type === 'mdxJsxAttribute' ? attribute.name : '…';
        markup.expressions.push({ component: name, attribute: written, line });
      }
    }
  });
  return markup;
}

/** A bare attribute has null for a value. */
function isCode(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function readImports(code: string, start: number): Markup['imports'] {
  return code.split('\n').flatMap((text, index) => {
    const match = /^import\s+(?:\{\s*)?(\w+)(?:\s*\})?\s+from\s+['"]([^'"]+)['"]/.exec(text);
    return match?.[1] && match[2] ? [{ name: match[1], path: match[2], line: start + index }] : [];
  });
}
