import CSL from 'citeproc';
import type { Reference } from '../../schemas/reference.ts';
import { mendStyle } from './mend-style.ts';

export type Engine = InstanceType<typeof CSL.Engine>;

/** A CSL style and its language, as the text of their files. */
export interface Style {
  /** Text of a `.csl` file. */
  style: string;
  /** Text of a CSL locale file. */
  locale: string;
}

/** A citeproc engine with these works registered. */
export function createEngine({ style, locale }: Style, works: Reference[]): Engine {
  const byId = new Map(works.map((work) => [work.id, work]));
  const sys = { retrieveLocale: () => locale, retrieveItem: (id: string) => byId.get(id) };
  const engine = new CSL.Engine(sys, mendStyle(style), 'en-US', true);
  engine.opt.development_extensions.wrap_url_and_doi = true;
  engine.updateItems([...byId.keys()]);
  return engine;
}

/**
 * The items in the order in which the style sorts the works of one citation; what the style leaves
 * open, such as 2001a and 2001b, follows the list of references.
 */
export function sortItems<T extends { id: string }>(engine: Engine, items: T[]): T[] {
  const place = ({ id }: T) => engine.registry.registry[id]?.seq ?? 0;
  return items
    .toSorted((a, b) => place(a) - place(b))
    .map((item) => {
      const work = engine.retrieveItem(item.id);
      const keyed = { ...item, sortkeys: CSL.getSortKeys.call(engine, work, 'citation_sort') };
      return { item, pair: [work, keyed] as [unknown, typeof keyed] };
    })
    .sort((a, b) => engine.citation.srt.compareCompositeKeys(a.pair, b.pair))
    .map(({ item }) => item);
}

/** Gives the works of one engine the year letters that another has worked out for them. */
export function copyYearLetters(from: Engine, to: Engine): void {
  for (const [id, { disambig }] of Object.entries(to.registry.registry)) {
    disambig.year_suffix = from.registry.registry[id]?.disambig.year_suffix ?? false;
  }
}

/** Every registered work's reference as HTML, keyed by id in the order of the style's list. */
export function formatBibliography(engine: Engine): Map<string, string> {
  const [{ entry_ids }, html] = engine.makeBibliography() || [{ entry_ids: [] }, []];
  return new Map(entry_ids.map(([id], index) => [id ?? '', unwrap(html[index] ?? '')]));
}

/** citeproc wraps each entry in a div of its own; the page's list brings its own elements. */
function unwrap(html: string): string {
  return html.replace(/^\s*<div class="csl-entry">/, '').replace(/<\/div>\s*$/, '');
}
