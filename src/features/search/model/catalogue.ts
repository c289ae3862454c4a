import { groupBy } from '../../../lib/text/format.ts';
import type { BestBet, QueryPattern } from './intent.ts';

/** A short text that says what a section answers: its heading, or what readers ask. */
export interface Line {
  /** Where it ends in the section's record, in words; it begins where the one before ends. */
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
  /** Words of its text, with which its record begins; its lines follow. */
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
interface CatalogueFile extends Pick<Catalogue, 'parts' | 'size' | 'shards'> {
  /** Path, title, part, 1 for an aside, its sections (id, heading and anchor) and their lengths. */
  pages: [string, string, number, number, Row[], string][];
  /** Id, term with its aliases, parted by bars, and anchor. */
  terms: Row[];
  /** 1 for help, ids of the places, pattern. */
  bets: [number, string[], QueryPattern][];
}

/** The anchor is left out where it follows from the text; a page's top has its id alone. */
type Row = [id: string, text?: string, anchor?: string];

/** Writes a catalogue in short form. */
export function formatCatalogue({ sections, ...catalogue }: Catalogue): string {
  const { size, pages, terms, bets } = catalogue;
  const sectionsOf = groupBy(sections, ([, { page }]) => page);
  const file: CatalogueFile = {
    ...catalogue,
    pages: pages.map((page) => {
      const entries = sectionsOf.get(page) ?? [];
      const rows = entries.map(([id, { anchor, heading }]): Row => {
        return anchor === '' ? [id] : [id, heading, ...ownAnchor(anchor, heading)];
      });
      const lengths = entries.map(([, entry]) => formatLines(entry, size)).join(' ');
      return [page.path, page.title, page.part, Number(page.aside), rows, lengths];
    }),
    terms: [...terms].map(([id, { term, aliases, anchor }]): Row => {
      return [id, [term, ...aliases].join('|'), ...ownAnchor(anchor, term)];
    }),
    bets: bets.map(({ isHelp, places, pattern }) => [Number(isHelp), places, pattern]),
  };
  return JSON.stringify(file);
}

/** Reads what `formatCatalogue` wrote. @throws SyntaxError or TypeError when the text is cut short. */
export function parseCatalogue(text: string): Catalogue {
  const file = JSON.parse(text) as CatalogueFile;
  const sections: Catalogue['sections'] = new Map();
  const pages = file.pages.map(([path, title, part, aside, rows, lengths]) => {
    const page: PageEntry = { path, title, part, aside: aside === 1 };
    const texts = lengths.split(' ');
    rows.forEach(([id, heading, anchor], index) => {
      const own = heading === undefined ? '' : (anchor ?? toAnchor(heading));
      const lines = parseLines(texts[index] ?? '', file.size);
      sections.set(id, { anchor: own, heading: heading ?? title, page, ...lines });
    });
    return page;
  });
  const terms = file.terms.map(([id, names = '', anchor]): [string, TermEntry] => {
    const [term = '', ...aliases] = names.split('|');
    return [id, { term, aliases, anchor: anchor ?? toAnchor(term) }];
  });
  const bets = file.bets.map(([isHelp, places, pattern]): BestBet => {
    return { isHelp: isHelp === 1, places, pattern };
  });
  return { ...file, pages, sections, terms: new Map(terms), bets };
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

/** Signs for 0 to 35. */
const signs = 36;

/** How much of a weight one sign stands for: the weights of many records are large, and need not be exact. */
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
    const more = (own - words + signs) % signs;
    const step = Math.min(signs - 1, Math.floor(line.weight / weightStep(size)));
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
      words = (words + parseInt(more, 36)) % signs;
      end += words;
      return { end, weight: parseInt(weight, 36) * weightStep(size), ...answer };
    });
  });
  return { length, lines };
}
