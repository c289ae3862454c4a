import type { Authors, Reference } from '../../../../content-model/schemas/reference.ts';
import { escapeHtml } from '../../../../lib/text/html.ts';
import { toCiteItems, withAffixes, type CitationInput, type CiteItem } from './cluster.ts';
import {
  copyYearLetters,
  createEngine,
  formatBibliography,
  formatCluster,
  languageOf,
  sortItems,
  type Style,
  type Engine,
} from './engine.ts';

/** Formats citations and references in one style. */
export interface Bibliographer {
  /** HTML of a citation in the text. @throws RangeError on an unknown locator label. */
  cite(citation: CitationInput): string;
  /** HTML of one reference, without a wrapper. @throws RangeError on a work that is not cited. */
  entry(id: string): string;
  /** The ids in the order of a reference list. */
  sort(ids: Iterable<string>): string[];
}

/**
 * A bibliographer for the works that the site cites. Year letters and added initials are worked
 * out over all of them, so that "2005a" means the same work on every page. Citations and the order
 * of lists take each person's name in one spelling; the lists print it as published.
 */
export function createBibliographer(
  style: Style,
  works: Reference[],
  people: Authors = [],
): Bibliographer {
  const unified = unifyAuthors(works, people);
  const engine = createEngine(style, unified);
  const entries = formatBibliography(engine);
  const respelt = works.filter((work, at) => work !== unified[at]);
  if (respelt.length > 0) {
    const asPublished = createEngine(style, respelt);
    copyYearLetters(engine, asPublished);
    for (const [id, entry] of formatBibliography(asPublished)) entries.set(id, entry);
  }
  const order = [...entries.keys()];
  const written = new Map<string, string>();

  return {
    cite(citation) {
      const key = JSON.stringify(citation);
      const html = written.get(key) ?? write(citation);
      written.set(key, html);
      return html;
    },
    entry(id) {
      const entry = entries.get(id);
      if (entry === undefined) throw new RangeError(`No work with the id "${id}" is cited.`);
      return entry;
    },
    sort(ids) {
      const wanted = new Set(ids);
      return order.filter((id) => wanted.has(id));
    },
  };

  function write(citation: CitationInput): string {
    const items = toCiteItems(citation);
    if (citation.narrative) return narrate(engine, items, citation, languageOf(style.locale));
    const sorted = items.length > 1 ? sortItems(engine, items) : items;
    return formatCluster(engine, withAffixes(sorted, citation));
  }
}

/**
 * The works with each known person's given name in one spelling, so that citations do not tell a
 * person apart from themselves. A work that needs no change is returned as it is.
 */
function unifyAuthors(works: Reference[], people: Authors): Reference[] {
  const chosen = new Map(
    people.flatMap(({ family, given }) => given.map((one) => [`${family}|${one}`, given[0]])),
  );
  return works.map((work) => {
    const author = work.author?.map((name) => {
      const given = 'family' in name && chosen.get(`${String(name.family)}|${String(name.given)}`);
      return given && given !== name['given'] ? { ...name, given } : name;
    });
    return author?.some((name, at) => name !== work.author?.[at]) ? { ...work, author } : work;
  });
}

/**
 * A citation that is part of the sentence: each author once, in the order written, with their works
 * in brackets, as in "Sroufe et al. (2005) and A. N. Schore (2001a, 2001b)".
 *
 * citeproc's "composite" mode joins the same two parts in the same way, but registers all works anew
 * at every call, which takes 200 times as long and forgets year letters.
 */
function narrate(
  engine: Engine,
  items: CiteItem[],
  affixes: CitationInput,
  language: string,
): string {
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
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
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
