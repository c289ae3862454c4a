import { addStyle } from '../../reading/client/dom.ts';
import text from './search.css?inline';
import { foundParameter } from './shortcut.ts';

/** Adds the style of search to the page. */
export function addSearchStyle(): void {
  addStyle(text);
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
