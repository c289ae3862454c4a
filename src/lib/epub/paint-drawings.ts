import type { Root } from 'hast';
import { selectAll } from 'hast-util-select';

/** Properties of style that SVG knows as attributes, too. */
const paint =
  /^(fill|fill-opacity|stroke|stroke-width|stroke-dasharray|stroke-linecap|stroke-linejoin|opacity|font-size|font-weight|font-style|text-anchor)$/;

/**
 * Gives each drawing its colours and lines as attributes, as a style sheet has them: many e-readers
 * leave out a book's style, and shapes without it are black. Later rules win; where the style sheet is
 * read, it wins over the attributes.
 */
export function paintDrawings(root: Root, sheet: string): void {
  for (const [, selector = '', declarations = ''] of sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const painted = declarations
      .split(';')
      .map((one) => one.split(':').map((part) => part.trim()))
      .filter(([name = '', value]) => value !== undefined && paint.test(name));
    if (painted.length === 0) continue;
    for (const element of selectAll(selector.trim(), root)) {
      for (const [name = '', value = ''] of painted) element.properties[toProperty(name)] = value;
    }
  }
}

/** Name of an attribute as hast has it: "strokeWidth" for "stroke-width". */
function toProperty(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
