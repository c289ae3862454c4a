import type { BestBet } from './intent.ts';

/** A short text that a section answers: its heading, or a query that readers ask. */
export interface Line {
  /** Its end in the section's document, as a word offset; it begins where the line before ends. */
  end: number;
  /** Sum of the inverse document frequencies of its distinct words, function words left out. */
  weight: number;
  /** Word offset in the section's text of the sentence that answers it; undefined if none is named. */
  answer?: number;
}

/** A section of a page, as listed in the catalogue. */
export interface SectionEntry {
  /** Anchor; empty for the top of the page. */
  anchor: string;
  /** Heading text; the page's title for the top. */
  heading: string;
  page: PageEntry;
  /** Number of words of its text. Its document contains this text, then its lines. */
  length: number;
  lines: Line[];
}

/** A page, as listed in the catalogue. */
export interface PageEntry {
  /** Path from the site's root, such as "faq/"; empty for the home page. */
  path: string;
  title: string;
  /** Index into `parts` of the part of the site that it belongs to; -1 for none. */
  part: number;
  /** Whether it is about the site or its sources rather than the subject. */
  aside: boolean;
}

/** A glossary term, as listed in the catalogue. */
export interface TermEntry {
  anchor: string;
  term: string;
  /** Its other names. */
  aliases: string[];
}

/** What search loads about all documents before it loads the text of any. */
export interface Catalogue {
  /** Names of the parts of the site, in reading order. */
  parts: string[];
  /** Number of documents in the index: sections, terms and works. */
  size: number;
  /** The first prefix of each shard of the lexicon. */
  shards: string[];
  pages: PageEntry[];
  /** Sections by the id of their document in the index. */
  sections: Map<string, SectionEntry>;
  /** Glossary terms by the id of their document. */
  terms: Map<string, TermEntry>;
  /** Best bets: patterns of queries with the places that answer them. */
  bets: BestBet[];
}

/** The catalogue as written to a file; an anchor that follows from its heading or term is left out. */
interface CatalogueFile extends Omit<Catalogue, 'sections' | 'terms'> {
  sections: [id: string, page: number, heading: string, anchor?: string][];
  /** The lines of all sections, separated by spaces; together they compress well. */
  lines: string;
  terms: [id: string, names: string[], anchor?: string][];
}

/** Serialises a catalogue compactly. */
export function formatCatalogue(catalogue: Catalogue): string {
  const { size, pages, sections, terms } = catalogue;
  const file: CatalogueFile = {
    ...catalogue,
    sections: [...sections].map(([id, { anchor, heading, page }]) => {
      return [id, pages.indexOf(page), heading, ...ownAnchor(anchor, heading)];
    }),
    lines: [...sections.values()].map((section) => formatLines(section, size)).join(' '),
    terms: [...terms].map(([id, { term, aliases, anchor }]) => {
      return [id, [term, ...aliases], ...ownAnchor(anchor, term)];
    }),
  };
  return JSON.stringify(file);
}

/** Parses the output of `formatCatalogue`. @throws SyntaxError or TypeError when it is truncated. */
export function parseCatalogue(text: string): Catalogue {
  const { lines, ...file } = JSON.parse(text) as CatalogueFile;
  const texts = lines.split(' ');
  const sections = file.sections.map(
    ([id, at, heading, anchor = toAnchor(heading)], index): [string, SectionEntry] => {
      const page = file.pages[at] as PageEntry;
      return [id, { anchor, heading, page, ...parseLines(texts[index] ?? '', file.size) }];
    },
  );
  const terms = file.terms.map(([id, [term = '', ...aliases], anchor]): [string, TermEntry] => {
    return [id, { term, aliases, anchor: anchor ?? toAnchor(term) }];
  });
  return { ...file, sections: new Map(sections), terms: new Map(terms) };
}

/** Returns an anchor only if it is not the default one of a text. */
function ownAnchor(anchor: string, text: string): [] | [anchor: string] {
  return toAnchor(text) === anchor ? [] : [anchor];
}

/** Returns the default anchor of a heading or term. */
function toAnchor(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');
}

/** Base of the digits of lines. */
const base = 36;

/** Step in which line weights are rounded; larger for more documents, whose weights are larger. */
const weightStep = (size: number) => Math.min(6, Math.ceil(size / 150));

/**
 * Serialises a section's lines: the number of words of its text in base 36, then a run for each series of lines
 * with the same answer. A run is a full stop, the word offset of the answer in base 36 (if any), a hyphen, and two
 * digits for each line: how many more words it has than the line before, modulo 36, and its weight in steps,
 * rounded down. Lines that are sorted by length compress well.
 */
function formatLines(
  { length, lines }: Pick<SectionEntry, 'length' | 'lines'>,
  size: number,
): string {
  let before: Line | undefined;
  let words = 0;
  const texts = lines.map((line) => {
    const run =
      before && before.answer === line.answer ? '' : `.${line.answer?.toString(36) ?? ''}-`;
    const own = line.end - (before?.end ?? length);
    const more = (own - words + base) % base;
    const step = Math.min(base - 1, Math.floor(line.weight / weightStep(size)));
    [before, words] = [line, own];
    return run + more.toString(36) + step.toString(36);
  });
  return length.toString(36) + texts.join('');
}

function parseLines(text: string, size: number): Pick<SectionEntry, 'length' | 'lines'> {
  const [own = '', ...runs] = text.split('.');
  const length = parseInt(own, 36);
  let end = length;
  let words = 0;
  const lines = runs.flatMap((run) => {
    const [place = '', pairs = ''] = run.split('-');
    const answer = place === '' ? {} : { answer: parseInt(place, 36) };
    return [...pairs.matchAll(/(.)(.)/g)].map(([, more = '', weight = '']): Line => {
      words = (words + parseInt(more, 36)) % base;
      end += words;
      return { end, weight: parseInt(weight, 36) * weightStep(size), ...answer };
    });
  });
  return { length, lines };
}
