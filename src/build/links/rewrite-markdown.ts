import type { Link } from './linker.ts';

/** The target of a Markdown link or image, from the root. */
const target = /(\]\()(\/[^)\s]*)/g;

/** Rewrites the rooted targets of Markdown links and images. */
export function rewriteMarkdown(text: string, link: Link): string {
  return text.replace(target, (_, before: string, url: string) => before + link(url));
}
