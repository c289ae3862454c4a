import CSL from 'citeproc';
import type { Reference } from '../../../../content-model/schemas/reference.ts';
import { t } from '../../../../lib/i18n/t.ts';
import type { CiteItem } from './cluster.ts';
import { sortForCitation, sortForList, finishHtml, toPrintable } from './printable.ts';

export type Engine = InstanceType<typeof CSL.Engine>;

/** A CSL style and its locale, as the text of their files. */
export interface Style {
  /** Text of a `.csl` file. */
  style: string;
  /** Text of a CSL locale file. */
  locale: string;
}

/** A citeproc engine with these works registered. */
export function createEngine({ style, locale }: Style, works: Reference[]): Engine {
  const language = languageOf(locale);
  const cited = new Map(sortForCitation(works, language).map(({ id }, rank) => [id, rank]));
  const pad = (rank = 0) => String(rank).padStart(6, '0');
  const byId = new Map(
    sortForList(works, language).map((work, rank) => [
      work.id,
      { ...toPrintable(work), [listRank]: pad(rank), [citationRank]: pad(cited.get(work.id)) },
    ]),
  );
  const sys = { retrieveLocale: () => locale, retrieveItem: (id: string) => byId.get(id) };
  // APA in Spanish has “y” where it has “&” in English.
  const own = language.startsWith('es') ? style.replaceAll('and="symbol"', 'and="text"') : style;
  const engine = new CSL.Engine(sys, adaptStyle(own), language, true);
  engine.opt.development_extensions.wrap_url_and_doi = true;
  if (/<title-short>APA</.test(style) && language.startsWith('en'))
    keepShortWords(engine, language);
  engine.updateItems([...byId.keys()]);
  return engine;
}

/** Language of a locale file, such as "en-US". @throws Error when the file names none. */
export function languageOf(locale: string): string {
  const language = /xml:lang="([^"]+)"/.exec(locale)?.[1];
  if (language === undefined) throw new Error('The CSL locale names no language.');
  return language;
}

/** Words of a title that APA 7 §6.17 writes in lower case: those of three letters or fewer. */
const shortWords =
  'a an and as at but by for if in nor of off on or per so the to up via yet de d’ von van'.split(
    ' ',
  );

/** citeproc's own list has longer prepositions too, which CSL lets no style choose. */
function keepShortWords(engine: Engine, language: string): void {
  const { opts } = engine.locale[language] ?? {};
  if (!opts) throw new Error(`citeproc has no locale ${language}.`);
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
  return finishHtml(engine.makeCitationCluster(items), (term) => engine.getTerm(term));
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
  return new Map(
    entry_ids.map(([id], index) => [
      id ?? '',
      finishHtml(unwrap(html[index] ?? ''), (term) => engine.getTerm(term)),
    ]),
  );
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

/** A change to a style's text: where the style has `from`, it gets `to`. */
interface Change {
  /** Part of the style, for messages. */
  what: string;
  from: RegExp;
  to: string;
}

/** What APA 7 asks and the style of 2022 does not do. Other styles have none of these parts. */
export const apaChanges: Change[] = [
  {
    what: '§8.13: "Section 2" and "Figure 3" are written in full, as "Chapter 4" is',
    from: /<if locator="chapter">/,
    to: '<if locator="chapter figure part section" match="any">',
  },
  {
    what: '§10.6: "(Publication No. 123456)" of a thesis, without its kind',
    from: /(<macro name="number">[^]*?)<text variable="genre" text-case="title"\/>/,
    to: `$1<choose><if type="thesis"><text value="${t('citations.print.publication')}"/></if><else><text variable="genre" text-case="title"/></else></choose>`,
  },
  {
    what: '§10.6: the university is no part of a thesis’s number',
    from: /(<macro name="number">[^]*?)<if type="thesis">\s*<choose>\s*<!--[^>]*-->\s*<if variable="archive DOI URL" match="any">\s*<text variable="publisher"\/>\s*<\/if>\s*<\/choose>\s*<\/if>/,
    to: '$1<if type="thesis"><text value=""/></if>',
  },
  {
    what: '§10.6: "[Doctoral dissertation, University of Example]" also beside a number',
    from: /(<else-if type="thesis">\s*<!-- Thesis type and institution -->\s*<group delimiter="; ">\s*<choose>\s*)<if variable="number" match="none">/,
    to: '$1<if type="thesis">',
  },
];

/** The style as the site uses it. A style that lacks a part is left as it is there. */
export function adaptStyle(style: string): string {
  const changed = apaChanges.reduce((text, { from, to }) => text.replace(from, to), style);
  return withNarrative(withOwnOrder(changed));
}

/** Variables that no style prints, for the place of a work in the list and in a citation. */
export const listRank = 'annote';
export const citationRank = 'keyword';

/**
 * The style with the orders of `sortForList` and `sortForCitation`, which the two variables hold. CSL
 * can sort neither letter by letter nor without the articles of titles.
 */
function withOwnOrder(style: string): string {
  return style.replace(/<(citation|bibliography) [^]*?<\/\1>/g, (part, name) => {
    const variable = name === 'citation' ? citationRank : listRank;
    return part.replace(/<sort>[^]*?<\/sort>/, `<sort><key variable="${variable}"/></sort>`);
  });
}

/**
 * The style with a layout for authors in running text, made of the style's own author macro: "and"
 * stands there in place of "&", as APA 7 §8.17 asks. citeproc uses an `intext` layout for authors
 * cited alone; CSL 1.0 styles bring none. A style without that macro is returned as it is.
 */
function withNarrative(style: string): string {
  const macro = /<macro name="author-intext">[^]*?<\/macro>/.exec(style)?.[0];
  if (!macro) return style;
  // Names in an `intext` layout do not inherit the options of <citation>.
  const citation = /<citation [^>]*>/.exec(style)?.[0] ?? '';
  const etAl = citation.match(/et-al-[a-z-]+="[^"]*"/g)?.join(' ') ?? '';
  const narrative = macro
    .replace('name="author-intext"', 'name="author-narrative"')
    .replaceAll('and="symbol"', `and="text" ${etAl}`);
  const layout = '<intext><layout><text macro="author-narrative"/></layout></intext>';
  return style
    .replace('<citation ', `${narrative}<citation `)
    .replace('</citation>', `</citation>${layout}`);
}
