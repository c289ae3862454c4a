import type { Root } from 'hast';
import { selectAll } from 'hast-util-select';

/**
 * The rules of a stylesheet that begin with a selector, in the plain CSS that e-readers know: out of
 * their layers, without media and container conditions, every custom property replaced by its value
 * and every `light-dark()` by its light side.
 */
export function flattenCss(sheet: string, selector: string): string {
  const values = readProperties(sheet);
  return readRules(sheet)
    .filter((rule) => rule.trimStart().startsWith(selector))
    .map((rule) => resolve(rule, values))
    .join('\n');
}

/** Every custom property with its first, light value. */
function readProperties(sheet: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of sheet.matchAll(/(--[\w-]+):\s*([^;]+);/g)) {
    if (!values.has(name)) values.set(name, value.trim());
  }
  return values;
}

/** The rules outside conditions: what is in one pair of braces below layers only. */
function readRules(sheet: string): string[] {
  const plain = sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@layer[^{;]*;/g, '');
  const unconditional = dropBlocks(plain, /@(?:media|container|supports)[^{]*\{/);
  return [...unconditional.matchAll(/[^{}@]+\{[^{}]*\}/g)].map(([rule]) => rule.trim());
}

function dropBlocks(text: string, opening: RegExp): string {
  let rest = text;
  for (let match = opening.exec(rest); match; match = opening.exec(rest)) {
    let depth = 1;
    let end = match.index + match[0].length;
    while (depth > 0 && end < rest.length) {
      if (rest[end] === '{') depth += 1;
      if (rest[end] === '}') depth -= 1;
      end += 1;
    }
    rest = rest.slice(0, match.index) + rest.slice(end);
  }
  return rest;
}

function resolve(rule: string, values: Map<string, string>): string {
  let text = rule;
  for (let depth = 0; depth < 8 && text.includes('var('); depth += 1) {
    text = text.replace(/var\((--[\w-]+)\)/g, (_, name: string) => values.get(name) ?? 'inherit');
  }
  return text.replace(/light-dark\(([^,()]+),[^()]+\)/g, '$1');
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
  for (const [, selector = '', declarations = ''] of sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const painted = declarations
      .split(';')
      .map((one) => one.split(':').map((part) => part.trim()))
      .filter(([name = '', value]) => value !== undefined && paint.test(name));
    if (painted.length === 0) continue;
    for (const element of selectAll(selector.trim(), figures)) {
      for (const [name = '', value = ''] of painted) element.properties[toProperty(name)] = value;
    }
  }
}

/** Name of an attribute as hast has it: "strokeWidth" for "stroke-width". */
function toProperty(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
