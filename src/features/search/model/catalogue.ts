import { getOrInsert } from '../../../lib/text/format.ts';
import { language, splitWords, stemOf } from './words.ts';

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

/** The characters of lines, each for a change of length below 3 and a weight below 21 steps. */
const codes = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+';
const [mostChange, mostSteps] = [2, 20];

/** Lengths of lines are written modulo this, as one digit. */
const base = 36;

/** Step in which line weights are rounded; larger for more documents, whose weights are larger. */
const weightStep = (size: number) => Math.min(6, Math.ceil(size / 150));

/**
 * Serialises a section's lines: the number of words of its text in base 36, then a run for each series of lines
 * with the same answer. A run is a full stop, the word offset of the answer in base 36 (if any), a hyphen, and for
 * each line one character: how many more words it has than the line before, modulo 36, and its weight in steps,
 * rounded down. A larger change is a tilde and a digit before the character. Lines that are sorted by length
 * compress well.
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
    const step = Math.min(mostSteps, Math.floor(line.weight / weightStep(size)));
    [before, words] = [line, own];
    const [jump, change] = more > mostChange ? [`~${more.toString(36)}`, 0] : ['', more];
    return run + jump + codes.charAt(change * (mostSteps + 1) + step);
  });
  return length.toString(36) + texts.join('');
}

function parseLines(text: string, size: number): Pick<SectionEntry, 'length' | 'lines'> {
  const [own = '', ...runs] = text.split('.');
  const length = parseInt(own, 36);
  let end = length;
  let words = 0;
  const lines = runs.flatMap((run) => {
    const [place = '', changes = ''] = run.split('-');
    const answer = place === '' ? {} : { answer: parseInt(place, 36) };
    return [...changes.matchAll(/(?:~(.))?(.)/g)].map(([, jump = '0', character = '']): Line => {
      const code = codes.indexOf(character);
      words = (words + parseInt(jump, 36) + Math.floor(code / (mostSteps + 1))) % base;
      end += words;
      return { end, weight: (code % (mostSteps + 1)) * weightStep(size), ...answer };
    });
  });
  return { length, lines };
}

/** A best bet: a pattern of queries and the places that answer them. */
export interface BestBet {
  /** Whether it is about help: shown above all results, for a query that is not corrected. */
  isHelp: boolean;
  /** Ids of the sections' documents, best first; empty for subjects that the guide does not cover. */
  places: string[];
  pattern: QueryPattern;
}

/**
 * A pattern of queries: alternative lists of regular expressions, as sources. A query matches a list if it matches
 * all of its expressions, in any order, and none of those after an exclamation mark.
 */
export type QueryPattern = readonly (readonly string[])[];

/**
 * Makes the pattern of all queries of a bet, with the named parts filled in; a part may contain parts that are
 * defined before it. "a & b & !c" matches a query with a and b, in any order, and without c.
 * @throws SyntaxError for an invalid regular expression.
 */
export function toPattern(
  queries: readonly string[],
  parts: Readonly<Record<string, string>>,
): QueryPattern {
  const filled = new Map<string, string>();
  const fill = (text: string) =>
    text.replace(/\{([a-z]+)\}/g, (all, name: string) => filled.get(name) ?? all);
  for (const [name, part] of Object.entries(parts)) filled.set(name, fill(part));
  const lists = queries.map((query) => fill(query).split(' & '));
  const plain = lists.filter((list) => list.length === 1).flat();
  const joint = lists.filter((list) => list.length > 1);
  const pattern = [
    ...(plain.length > 0 ? [[plain.map((words) => `(?:${words})`).join('|')]] : []),
    ...joint.map((list) => list.toSorted((a, b) => a.length - b.length)),
  ];
  for (const words of pattern.flat()) compile(words.replace(/^!/, ''));
  return pattern;
}

/**
 * Regular expressions by their source. Large ones are slow to compile, so each is compiled when a query first
 * needs it; most are never needed.
 */
const compiled = new Map<string, RegExp>();

function compile(words: string): RegExp {
  return getOrInsert(compiled, words, () => new RegExp(`(?:^| )(?:${words})(?= |$)`));
}

function matches(text: string, pattern: QueryPattern): boolean {
  return pattern.some((list) =>
    list.every((words) => compile(words.replace(/^!/, '')).test(text) !== words.startsWith('!')),
  );
}

/** Returns the best bets that match a query's words, in authored order. */
export function findBets(words: readonly string[], bets: readonly BestBet[]): BestBet[] {
  const text = words.join(' ');
  return bets.filter(({ pattern }) => matches(text, pattern));
}

/**
 * Returns the id of the glossary term that a query asks for: "what is X", "X meaning" or X alone, by the term's
 * name or an alias. Undefined for a query that asks for more.
 */
export function findDefinition(
  words: readonly string[],
  { terms }: Pick<Catalogue, 'terms'>,
): string | undefined {
  const isContent = (word: string) => !language.definitionFrame.has(word);
  const start = words.findIndex(isContent);
  if (start < 0) return undefined;
  const asked = toKey(words.slice(start, words.findLastIndex(isContent) + 1));
  const isAsked = (name: string) => toKey(splitWords(name)) === asked;
  return [...terms].find(([, { term, aliases }]) => [term, ...aliases].some(isAsked))?.[0];
}

/** Returns one key for all forms of a word and spellings of a compound: "still-face", "stillface". */
function toKey(words: readonly string[]): string {
  const last = words.at(-1);
  return last === undefined ? '' : [...words.slice(0, -1), stemOf(last)].join('');
}
