import type { BestBet } from './intent.ts';

/** A short text that says what a section answers: its heading, or what readers ask. */
export interface Line {
  /** Where it ends in the section's document, in words; it begins where the one before ends. */
  end: number;
  /** Sum of what its words say: how rare each is on the site, and less for what is said every day. */
  weight: number;
  /** Where in the section's text the sentence begins that answers it, in words; undefined where none is named. */
  answer?: number;
}

/** A section of a page, as search knows it. */
export interface SectionEntry {
  /** Anchor; empty for the top of the page. */
  anchor: string;
  /** Heading text; the page's title for the top. */
  heading: string;
  page: PageEntry;
  /** Words of its text, with which its document begins; its lines follow. */
  length: number;
  lines: Line[];
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

/** What search knows of every document before it asks for its text. */
export interface Catalogue {
  /** Names of the parts of the site, in reading order. */
  parts: string[];
  /** How many documents the index holds: sections, terms and works. */
  size: number;
  /** Where each shard of the lexicon begins. */
  shards: string[];
  pages: PageEntry[];
  /** Sections by the id of their document in the index. */
  sections: Map<string, SectionEntry>;
  /** Glossary terms by the id of their document. */
  terms: Map<string, TermEntry>;
  /** Queries whose best places are known. */
  bets: BestBet[];
}

/** The catalogue as written to a file; an anchor is left out where it follows from the text. */
interface CatalogueFile extends Omit<Catalogue, 'sections' | 'terms'> {
  sections: [id: string, page: number, heading: string, anchor?: string][];
  /** The lines of all sections, parted by spaces: what is alike packs well. */
  lines: string;
  terms: [id: string, names: string[], anchor?: string][];
}

/** Writes a catalogue in short form. */
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

/** Reads what `formatCatalogue` wrote. @throws SyntaxError or TypeError when the text is cut short. */
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

/** An anchor, where it is not the usual one of a text. */
function ownAnchor(anchor: string, text: string): [] | [anchor: string] {
  return toAnchor(text) === anchor ? [] : [anchor];
}

/** The usual anchor of a heading. */
function toAnchor(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');
}

/** Base of the digits: 0–9, then a–z. */
const base = 36;

/** How much of a weight one sign stands for: the weights of many documents are large, and need not be exact. */
const weightStep = (size: number) => Math.min(6, Math.ceil(size / 150));

/**
 * A section's lines as text: the words of its text in base 36, then its lines in runs of one answer: a
 * point, the place of the answer in base 36, where there is one, a hyphen, and for each line two signs:
 * how many words it has more than the line before, and its weight, rounded down. Lines sorted by words pack
 * well.
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
