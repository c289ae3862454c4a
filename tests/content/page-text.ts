import { sources } from './sources.ts';

/** A page's words as a reader sees them: no front matter, imports, citations or tags; spaces single. */
export function pageText(slug: string): string {
  const file = sources.find(({ path }) => path === `src/content/docs/${slug}.mdx`);
  if (!file) throw new Error(`There is no page ${slug}.`);
  return file.text
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/^import .*$/gm, '')
    .replace(/ ?<Cite\b[^>]*\/>/g, '')
    .replace(/<\/?[A-Z][^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_]/g, '')
    .replace(/\s+/g, ' ');
}
