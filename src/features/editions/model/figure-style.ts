import type { Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { parse } from 'postcss';
import { elementsIn, hasClass } from '../../../lib/text/hast.ts';

/**
 * Extracts the rules whose selector begins with `selector`, in the CSS that e-readers support: without
 * layers and conditional rules, every custom property replaced by its first value and every `light-dark()`
 * by its light colour.
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

/** CSS properties that are SVG presentation attributes, too. */
const paint =
  /^(fill|fill-opacity|stroke|stroke-width|stroke-dasharray|stroke-linecap|stroke-linejoin|opacity|font-size|font-weight|font-style|text-anchor)$/;

/**
 * Copies the colours and lines of a style sheet to the drawings as presentation attributes: many e-readers
 * ignore a book's style sheet, and shapes without style are black. Later rules override earlier ones, and
 * an applied style sheet overrides the attributes.
 */
export function paintDrawings(root: Root, sheet: string): void {
  // All rules apply to figures, so the rest of the page need not be searched.
  const drawings = elementsIn(root).filter((element) => hasClass(element, 'sb-fig'));
  const figures: Root = { type: 'root', children: drawings };
  parse(sheet).walkDecls(paint, ({ prop, value, parent }) => {
    if (parent?.type !== 'rule') return;
    const property = prop.replace(/-(.)/g, (_, initial: string) => initial.toUpperCase());
    for (const element of selectAll(parent.selector, figures)) element.properties[property] = value;
  });
}
