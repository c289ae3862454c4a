import type { Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { parse } from 'postcss';

/**
 * The rules of a stylesheet that begin with a selector, in the plain CSS that e-readers know: out of
 * their layers, without media and container conditions, every custom property replaced by its first
 * value and every `light-dark()` by its light side.
 */
export function flattenCss(sheet: string, selector: string): string {
  const root = parse(sheet);
  const values = new Map<string, string>();
  root.walkDecls(/^--/, ({ prop, value }) => {
    if (!values.has(prop)) values.set(prop, value);
  });
  root.walkComments((comment) => void comment.remove());
  root.walkAtRules(/^(media|container|supports)$/, (condition) => void condition.remove());
  const resolve = (text: string): string =>
    text.replace(/var\((--[\w-]+)\)/g, (_, name: string) => resolve(values.get(name) ?? 'inherit'));
  const rules: string[] = [];
  root.walkRules((rule) => {
    if (`${rule.selector} `.startsWith(`${selector} `)) rules.push(resolve(rule.toString()));
  });
  return rules.join('\n').replace(/light-dark\(([^,()]+),[^()]+\)/g, '$1');
}

/** Properties of style that SVG knows as attributes, too. */
const paint =
  /^(fill|fill-opacity|stroke|stroke-width|stroke-dasharray|stroke-linecap|stroke-linejoin|opacity|font-size|font-weight|font-style|text-anchor)$/;

/**
 * Gives each drawing its colours and lines as attributes, as a style sheet has them: many e-readers
 * leave out a book's style, and shapes without it are black. Later rules win; where the style sheet is
 * read, it wins over the attributes.
 */
export function paintDrawings(root: Root, sheet: string): void {
  // Every rule is for what is in a figure, so the rest of the page need not be searched for each.
  const figures: Root = { type: 'root', children: selectAll('.sb-fig', root) };
  if (figures.children.length === 0) return;
  parse(sheet).walkDecls(paint, ({ prop, value, parent }) => {
    if (parent?.type !== 'rule') return;
    const property = prop.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    for (const element of selectAll(parent.selector, figures)) element.properties[property] = value;
  });
}
