import CSL, { type Item } from 'citeproc';
import type { Authors, Reference } from '../../../../content-model/schemas/reference.ts';
import { groupBy } from '../../../../lib/text/format.ts';
import { escapeHtml } from '../../../../lib/text/html.ts';
import { toCiteItems, withAffixes, type CitationInput } from './cluster.ts';
import { finishHtml, sortForCitation, sortForList, toPrintable } from './printable.ts';

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
 * Creates a bibliographer for the works that the site cites. Year letters and added initials are computed
 * over all of them, so that "2005a" means the same work on every page. Citations and the order of lists
 * use one spelling of each person's name; references print it as published.
 */
export function createBibliographer(
  style: Style,
  works: Reference[],
  people: Authors = [],
): Bibliographer {
  const unified = unifyAuthors(works, people);
  const engine = createEngine(style, new Map(unified.map((work) => [work.id, work])));
  // In the order of a list, which determines year letters too.
  engine.updateItems(sortForList(unified, style.language).map(({ id }) => id));
  // citeproc also registers each name that it prints later, and would take one person for two.
  engine.registry.namereg.addname = () => undefined;
  const spellAs = (list: Reference[]) => {
    for (const work of list) engine.retrieveItem(work.id).author = toPrintable(work).author;
  };
  spellAs(works);
  const entries = formatBibliography(engine);
  spellAs(unified);
  const ranks = new Map(sortForCitation(unified, style.language).map(({ id }, rank) => [id, rank]));
  const rankOf = ({ id }: Item) => ranks.get(id) ?? 0;
  const sort = (items: Item[]) => items.toSorted((a, b) => rankOf(a) - rankOf(b));
  return {
    cite(citation) {
      const items = toCiteItems(citation);
      if (!citation.narrative) return formatCluster(engine, withAffixes(sort(items), citation));
      // Part of the sentence: each author once, in the order written, with their works in brackets, as in
      // "Sroufe et al. (2005) and A. N. Schore (2001a, 2001b)". citeproc's "composite" mode registers all
      // works again at every call, which takes 200 times as long and forgets year letters.
      const groups = [...groupBy(items, ({ id }) => formatAuthor(engine, id))];
      const parts = groups.map(([author, own], at) => {
        const suffix = at === groups.length - 1 ? citation.suffix : undefined;
        const works = withAffixes(sort(own), { suffix });
        Object.assign(works[0] ?? {}, { 'suppress-author': true });
        return `${author} ${formatCluster(engine, works)}`;
      });
      const list = new Intl.ListFormat(style.language).format(parts);
      return citation.prefix ? `${escapeHtml(citation.prefix.trim())} ${list}` : list;
    },
    entry(id) {
      const entry = entries.get(id);
      if (entry === undefined) throw new RangeError(`No work with the id "${id}" is cited.`);
      return entry;
    },
    sort(ids) {
      const wanted = new Set(ids);
      return [...entries.keys()].filter((id) => wanted.has(id));
    },
  };
}

/**
 * The works with each known person's given name in one spelling, so that citations do not treat one
 * person as two. A work that needs no change is returned as it is.
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

/** The author of a work as named in a sentence, or its title if it has none. */
function formatAuthor(engine: Engine, id: string): string {
  const { opt } = engine.citation;
  const { layout_prefix, layout_suffix } = opt;
  // For an author cited alone, citeproc removes quotes and italics with the brackets, also from a title
  // in its place. To keep them, remove only the brackets here.
  const never = { configurable: true, get: () => false, set: () => undefined };
  Object.defineProperty(engine.tmp, 'suppress_decorations', never);
  Object.assign(opt, { layout_prefix: '', layout_suffix: '' });
  const html = formatCluster(engine, [{ id, 'author-only': true }]);
  Object.assign(opt, { layout_prefix, layout_suffix });
  const value = { configurable: true, writable: true, value: false };
  Object.defineProperty(engine.tmp, 'suppress_decorations', value);
  return html;
}

type Engine = InstanceType<typeof CSL.Engine>;

/** A CSL style and its locale, as the text of their files, and the locale's language, such as "en-US". */
export interface Style {
  style: string;
  locale: string;
  language: string;
}

/** Creates a citeproc engine that knows these works. */
function createEngine(
  { style, locale, language }: Style,
  works: ReadonlyMap<string, Reference>,
): Engine {
  const retrieveItem = (id: string) => {
    const work = works.get(id);
    return work && toPrintable(work);
  };
  const sys = { retrieveLocale: () => locale, retrieveItem };
  const engine = new CSL.Engine(sys, localise(style, locale), language, true);
  Object.assign(engine.opt.development_extensions, {
    wrap_url_and_doi: true,
    expect_and_symbol_form: true,
  });
  // citeproc's in-text layout does not inherit the name options of the citation layout.
  const { inheritedAttributes } = engine.citation.opt;
  engine.intext.opt.inheritedAttributes = { ...inheritedAttributes, and: 'text' };
  if (/<title-short>APA</.test(style) && language.startsWith('en')) setSkipWords(engine, language);
  return engine;
}

/** Puts day and month of a style in the order of the language, as APA writes them: “27 de noviembre”, not “noviembre 27”. */
function localise(style: string, locale: string): string {
  const [textDate = ''] = /<date form="text">[^]*?<\/date>/.exec(locale) ?? [];
  const [day] = /<date-part name="day"[^>]*>(?=[^]*name="month")/.exec(textDate) ?? [];
  if (!day) return style;
  return style.replaceAll(
    /<date variable="issued">\s*<date-part prefix=", " name="month"\/>\s*<date-part prefix=" " name="day"\/>/g,
    `<date variable="issued" prefix=", ">${day}<date-part name="month"/>`,
  );
}

/** Words of a title that APA 7 §6.17 writes in lower case: those of three letters or fewer. */
const shortWords =
  'a|an|and|as|at|but|by|for|if|in|nor|of|off|on|or|per|so|the|to|up|via|yet|de|d’|von|van';

/** Replaces citeproc's list, which has longer prepositions too; a CSL style cannot change it. */
function setSkipWords(engine: Engine, language: string): void {
  const { opts } = engine.locale[language] ?? {};
  if (!opts) throw new Error(`citeproc has no locale ${language}.`);
  opts['skip-words'] = shortWords.split('|');
  const pattern = `(?:(?:[?!:]*\\s+|-|^)(?:${shortWords})(?=[!?:]*\\s+|-|$))`;
  opts['skip-words-regexp'] = new RegExp(pattern, 'g');
}

/** HTML of a citation in the text. */
function formatCluster(engine: Engine, items: Item[]): string {
  return finishHtml(engine.makeCitationCluster(items), (term) => engine.getTerm(term));
}

/** Every registered work's reference as HTML, keyed by id in the order of the style's list. */
function formatBibliography(engine: Engine): Map<string, string> {
  const [{ entry_ids }, html] = engine.makeBibliography() || [{ entry_ids: [] }, []];
  return new Map(
    entry_ids.map(([id = ''], index) => {
      // Remove citeproc's div around each entry; the page's list has its own elements.
      const bare = html[index]?.replace(/^\s*<div class="csl-entry">|<\/div>\s*$/g, '');
      return [id, finishHtml(bare ?? '', (term) => engine.getTerm(term))];
    }),
  );
}

/**
 * Returns a function that formats a reference as HTML as if no other work were cited: no year letters. For
 * "Cite this page". The engine is created at its first call.
 */
export function formatAlone(style: Style): (work: Reference) => string {
  const works = new Map<string, Reference>();
  let engine: Engine | undefined;
  return (work) => {
    works.set(work.id, work);
    engine ??= createEngine(style, works);
    engine.updateItems([work.id]);
    return formatBibliography(engine).get(work.id) ?? '';
  };
}
