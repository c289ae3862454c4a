import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** A page of dist/. */
export interface BuiltPage {
  /** Path from the site's root, such as "/faq/". */
  path: string;
  elements: Element[];
}

const known = new Map<string, BuiltPage>();

/**
 * Reads the elements of a page of dist/, in document order, without the contents of templates. Each page is
 * parsed once for all tests.
 */
export function readBuiltPage(path: string): BuiltPage {
  const page = known.get(path) ?? parsePage(path);
  known.set(path, page);
  return page;
}

function parsePage(path: string): BuiltPage {
  const file = path.endsWith('/') ? `dist${path}index.html` : `dist${path}`;
  const elements: Element[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(readFileSync(file, 'utf8')));
  return { path, elements };
}

/** The value of an element's attribute. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** The text content of an element. */
export function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
