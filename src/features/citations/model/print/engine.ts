import CSL from 'citeproc';
import type { Reference } from '../../../../content-model/schemas/reference.ts';
import { adaptStyle, citationRank, listRank } from './adapt-style.ts';
import type { CiteItem } from './cluster.ts';
import { sortForCitation, sortForList } from './order.ts';
import { finishHtml, toPrintable } from './printable.ts';

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
  const cited = new Map(sortForCitation(works).map(({ id }, rank) => [id, rank]));
  const pad = (rank = 0) => String(rank).padStart(6, '0');
  const byId = new Map(
    sortForList(works).map((work, rank) => [
      work.id,
      { ...toPrintable(work), [listRank]: pad(rank), [citationRank]: pad(cited.get(work.id)) },
    ]),
  );
  const sys = { retrieveLocale: () => locale, retrieveItem: (id: string) => byId.get(id) };
  const engine = new CSL.Engine(sys, adaptStyle(style), 'en-US', true);
  engine.opt.development_extensions.wrap_url_and_doi = true;
  if (/<title-short>APA</.test(style)) keepShortWords(engine);
  engine.updateItems([...byId.keys()]);
  return engine;
}

/** Words of a title that APA 7 §6.17 writes in lower case: those of three letters or fewer. */
const shortWords =
  'a an and as at but by for if in nor of off on or per so the to up via yet de d’ von van'.split(
    ' ',
  );

/** citeproc's own list has longer prepositions too, which CSL lets no style choose. */
function keepShortWords(engine: Engine): void {
  const { opts } = engine.locale['en-US'] ?? {};
  if (!opts) throw new Error('citeproc has no locale en-US.');
  opts['skip-words'] = shortWords;
  opts['skip-words-regexp'] = new RegExp(
    `(?:(?:[?!:]*\\s+|-|^)(?:${shortWords.join('|')})(?=[!?:]*\\s+|-|$))`,
    'g',
  );
}

/** The items in the order in which one citation names them. */
export function sortItems<T extends { id: string }>(engine: Engine, items: T[]): T[] {
  const rank = ({ id }: T) => Number(engine.retrieveItem(id)[citationRank]);
  return items.toSorted((a, b) => rank(a) - rank(b));
}

/** HTML of a citation in the text. */
export function formatCluster(engine: Engine, items: CiteItem[]): string {
  return finishHtml(engine.makeCitationCluster(items));
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
  return new Map(entry_ids.map(([id], index) => [id ?? '', finishHtml(unwrap(html[index] ?? ''))]));
}

/**
 * Each work's reference as HTML, as if no other work were cited: no year letters. For works that
 * readers take away one at a time.
 */
export function formatAlone(style: Style, works: Reference[]): Map<string, string> {
  const engine = createEngine(style, works);
  return new Map(
    works.map(({ id }) => {
      engine.updateItems([id]);
      return [id, formatBibliography(engine).get(id) ?? ''];
    }),
  );
}

/** citeproc wraps each entry in a div of its own; the page's list brings its own elements. */
function unwrap(html: string): string {
  return html.replace(/^\s*<div class="csl-entry">/, '').replace(/<\/div>\s*$/, '');
}
