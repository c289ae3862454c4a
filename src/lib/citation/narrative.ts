import { type CitationInput, type CiteItem, withAffixes } from './cluster.ts';
import { type Engine, formatCluster, sortItems } from './engine.ts';

/**
 * A citation that is part of the sentence: each author once, in the order written, with their works
 * in brackets, as in "Sroufe et al. (2005) and A. N. Schore (2001a, 2001b)".
 *
 * citeproc's "composite" mode joins the same two parts in the same way, but registers all works anew
 * at every call, which takes 200 times as long and forgets year letters.
 */
export function narrate(engine: Engine, items: CiteItem[], affixes: CitationInput): string {
  const groups = new Map<string, CiteItem[]>();
  for (const item of items) {
    const author = formatAuthor(engine, { id: item.id });
    groups.set(author, [...(groups.get(author) ?? []), item]);
  }
  const parts = [...groups].map(([author, works], at) => {
    const sorted = sortItems(engine, works);
    const isLast = at === groups.size - 1;
    const [first, ...others] = isLast ? withAffixes(sorted, { suffix: affixes.suffix }) : sorted;
    if (!first) return '';
    const years = formatCluster(engine, [{ ...first, 'suppress-author': true }, ...others]);
    return `${author} ${years}`;
  });
  const list = new Intl.ListFormat('en-US', { type: 'conjunction' }).format(parts);
  return affixes.prefix ? `${escapeHtml(affixes.prefix.trim())} ${list}` : list;
}

/** The author of a work as the sentence names it; a work without one goes by its title. */
function formatAuthor(engine: Engine, item: CiteItem): string {
  const { opt } = engine.citation;
  const { layout_prefix, layout_suffix } = opt;
  // citeproc takes quotes and italics, along with the brackets, from an author cited alone, and so
  // from a title in its place; keeping them means to leave out the brackets ourselves.
  Object.defineProperty(engine.tmp, 'suppress_decorations', {
    configurable: true,
    get: () => false,
    set: () => undefined,
  });
  Object.assign(opt, { layout_prefix: '', layout_suffix: '' });
  const html = formatCluster(engine, [{ ...item, 'author-only': true }]);
  Object.assign(opt, { layout_prefix, layout_suffix });
  const value = { configurable: true, writable: true, value: false };
  Object.defineProperty(engine.tmp, 'suppress_decorations', value);
  return html;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
