import { foundParameter } from '../lib/search/found-parameter.ts';
import { formatFound } from '../lib/search/landing.ts';

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
