import type { BestBet } from './best-bets.ts';

/** A section of a page, as search knows it. */
export interface SectionEntry {
  /** Anchor; empty for the top of the page. */
  anchor: string;
  /** Heading text; the page's title for the top. */
  heading: string;
  page: PageEntry;
}

/** A page, as search knows it. */
export interface PageEntry {
  /** Path from the site's root, such as "faq/"; empty for the home page. */
  path: string;
  title: string;
  /** The part of the site that it belongs to, a number into `parts`; -1 outside all parts. */
  part: number;
  /** Whether it is about the site or its sources rather than the subject. */
  aside: boolean;
}

/** A glossary term, as search knows it. */
export interface TermEntry {
  anchor: string;
  term: string;
  /** Other names of it. */
  aliases: string[];
}

/** What search knows of every record before it asks for its text. */
export interface Catalogue {
  /** Names of the parts of the site, in reading order. */
  parts: string[];
  /** How many records the index holds: sections, terms and works. */
  size: number;
  /** Where each shard of the lexicon begins. */
  shards: string[];
  pages: PageEntry[];
  /** Sections by the id of their record in the index. */
  sections: Map<string, SectionEntry>;
  /** Glossary terms by the id of their record. */
  terms: Map<string, TermEntry>;
  /** Queries whose best places are known. */
  bets: BestBet[];
}

/** The catalogue as written to a file, in short form. */
interface CatalogueFile {
  parts: string[];
  size: number;
  shards: string[];
  /** Path, title, part, 1 for an aside, and its sections: id, heading and anchor. */
  pages: [string, string, number, number, Row[]][];
  /** Id, term with its aliases, parted by bars, and anchor. */
  terms: Row[];
  /** 1 for help, ids of the places, pattern. */
  bets: [number, string[], string][];
}

/** The anchor is left out where it follows from the text; a page's top has its id alone. */
type Row = [id: string, text?: string, anchor?: string];

/** Writes a catalogue in short form. */
export function formatCatalogue({
  parts,
  size,
  shards,
  pages,
  sections,
  terms,
  bets,
}: Catalogue): string {
  const rows = new Map<PageEntry, Row[]>(pages.map((page) => [page, []]));
  for (const [id, { anchor, heading, page }] of sections) {
    rows.get(page)?.push(anchor === '' ? [id] : toRow(id, heading, anchor));
  }
  const file: CatalogueFile = {
    parts,
    size,
    shards,
    pages: [...rows].map(([page, own]) => {
      return [page.path, page.title, page.part, Number(page.aside), own];
    }),
    terms: [...terms].map(([id, { term, aliases, anchor }]) => {
      const [, , own] = toRow(id, term, anchor);
      const names = [term, ...aliases].join('|');
      return own === undefined ? [id, names] : [id, names, own];
    }),
    bets: bets.map(({ isHelp, places, pattern }) => [Number(isHelp), places, pattern]),
  };
  return JSON.stringify(file);
}

/** Reads what `formatCatalogue` wrote. @throws SyntaxError or TypeError when the text is cut short. */
export function parseCatalogue(text: string): Catalogue {
  const file = JSON.parse(text) as CatalogueFile;
  const catalogue: Catalogue = {
    parts: file.parts,
    size: file.size,
    shards: file.shards,
    pages: [],
    sections: new Map(),
    terms: new Map(),
    bets: file.bets.map(([isHelp, places, pattern]) => ({ isHelp: isHelp === 1, places, pattern })),
  };
  for (const [path, title, part, aside, rows] of file.pages) {
    const page: PageEntry = { path, title, part, aside: aside === 1 };
    catalogue.pages.push(page);
    for (const [id, heading, anchor] of rows) {
      const own = heading === undefined ? '' : (anchor ?? toAnchor(heading));
      catalogue.sections.set(id, { anchor: own, heading: heading ?? title, page });
    }
  }
  for (const [id, names = '', anchor] of file.terms) {
    const [term = '', ...aliases] = names.split('|');
    catalogue.terms.set(id, { term, aliases, anchor: anchor ?? toAnchor(term) });
  }
  return catalogue;
}

function toRow(id: string, text: string, anchor: string): Row {
  return toAnchor(text) === anchor ? [id, text] : [id, text, anchor];
}

/** The usual anchor of a heading. */
function toAnchor(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');
}
