import text from './search.css?inline';
import { foundParameter } from './shortcut.ts';

type Child = Node | string;

/** Makes an element with attributes and children; text is always text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Adds the style of search to the page: it comes with the script, so that other pages load none of it. */
export function addSearchStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}

/** A place on the site. */
export interface Place {
  /** Path from the site's root, such as "faq/". */
  path: string;
  anchor: string;
}

/** Address of a place, with the words to mark there. From a folder a page is named by its file. */
export function linkTo(root: URL, { path, anchor }: Place, found: readonly string[] = []): string {
  const url = new URL(root.protocol === 'file:' ? `${path}index.html` : path, root);
  if (found.length > 0) url.searchParams.set(foundParameter, formatFound(found));
  url.hash = anchor;
  return url.href;
}

/** Most words and phrases that are carried along to be marked. */
export const mostPhrases = 8;

/** The value of the parameter for words and phrases that were found. */
export function formatFound(phrases: readonly string[]): string {
  return [...new Set(phrases)].slice(0, mostPhrases).join(',');
}
