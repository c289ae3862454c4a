import GithubSlugger from 'github-slugger';
import { site, sources } from './sources.ts';

const statements = new Map(
  (site.findings ?? []).map(({ id, data }) => [id, String(data['statement'])]),
);

/** A page's text as readers see it, with findings; without front matter, imports, citations and tags. */
export function pageText(slug: string): string {
  return toText(bodyOf(slug));
}

/**
 * The text of a section with its subsections, or of the whole page without an anchor; undefined if the page
 * has no such section.
 */
export function sectionText(slug: string, anchor?: string): string | undefined {
  const source = sectionSource(slug, anchor);
  return source === undefined ? undefined : toText(source);
}

/** The source of a section with its subsections, or of the whole page without an anchor. */
export function sectionSource(slug: string, anchor?: string): string | undefined {
  if (anchor === undefined) return bodyOf(slug);
  const slugger = new GithubSlugger();
  const parts = bodyOf(slug)
    .split(/^(?=#{2,4} )/m)
    .map((text) => {
      const [, marks = '', heading = ''] = /^(#{2,4}) (.*)$/m.exec(text) ?? [];
      return { text, depth: marks.length, anchor: heading && slugger.slug(toText(heading)) };
    });
  const start = parts.findIndex((part) => part.anchor === anchor);
  const own = parts[start];
  if (!own) return undefined;
  const end = parts.findIndex(({ depth }, index) => index > start && depth <= own.depth);
  return parts
    .slice(start, end < 0 ? undefined : end)
    .map(({ text }) => text)
    .join('\n');
}

function bodyOf(slug: string): string {
  const file = sources.find(({ path }) => path === `src/content/docs/${slug}.mdx`);
  if (!file) throw new Error(`There is no page ${slug}.`);
  return file.text.replace(/^---\n.*?\n---\n/s, '').replace(/^import .*$/gm, '');
}

function toText(mdx: string): string {
  return mdx
    .replace(/<Finding\b[^>]*\bid="([^"]+)"[^>]*\/>/g, (_, id: string) => statements.get(id) ?? '')
    .replace(/ ?<Cite\b[^>]*\/>/g, '')
    .replace(/<\/?[A-Z][^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
