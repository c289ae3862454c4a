import { getOrInsert } from '../../../lib/text/format.ts';
import type { Catalogue, SectionEntry } from './catalogue.ts';
import type { Lexicon } from './lexicon.ts';
import { isFunctionWord, spellingsOf } from './words.ts';

/** Something to ask the engine for: a word, or a phrase in double quotes. */
export interface QueryTerm {
  text: string;
  /** How nearly it means what was typed, 0–1; 1 for the thing itself and other names of it. */
  weight: number;
}

/** A word, compound or phrase of a query, and all that it may be called on the pages. */
export interface Clause {
  /** As it was typed, corrected. */
  text: string;
  /** Its spellings, what the site may say for it, and parts of it. */
  terms: QueryTerm[];
}

/** Longest lay phrase that is looked up, in words. */
const longestPhrase = 5;

/** How much the parts of a compound count for the whole. */
const partWeight = 0.4;

/**
 * The clauses of a query. Function words are dropped unless nothing else is left; neighbours that the
 * site writes as one word or with a hyphen ("mis attunement", "still face") become one clause, since
 * their parts mean something else; lay phrases come as clauses of their own beside their words. While
 * someone is `typing`, the last word may be the beginning of one.
 */
export function planQuery(words: readonly string[], lexicon: Lexicon, typing = false): Clause[] {
  const compounds = findStretches(words, 3, (parts) => isCompound(parts, lexicon));
  const phrases = findStretches(words, longestPhrase, (parts) => {
    return lexicon.synonyms(parts.join(' ')).length > 0;
  });
  const taken = new Set(compounds.flat());
  const plain = words.filter(
    (word, index) => !taken.has(index) && !isFunctionWord(word) && !isStray(word, lexicon),
  );
  const nothingElse = plain.length + compounds.length === 0;
  const toClause = (
    text: string,
    names: readonly string[],
    isUsed: (name: string) => boolean,
    parts: readonly string[] = [],
  ): Clause => {
    const weighted = [
      ...names.filter(isUsed).map((to) => ({ to, weight: 1 })),
      ...names.flatMap((name) => lexicon.synonyms(name)),
      ...parts.map((to) => ({ to, weight: partWeight })),
    ];
    const terms = weighted.map(({ to, weight }) => {
      return { text: to.includes(' ') ? `"${to}"` : to, weight };
    });
    return { text, terms };
  };
  const clauses = [
    ...compounds.map((places) => {
      const parts = wordsAt(words, places);
      const text = parts.join(' ');
      const weak = parts.filter((part) => part.length > 3 && !isFunctionWord(part));
      return toClause(text, [parts.join(''), text], () => true, weak);
    }),
    ...(nothingElse ? words : plain).map((word) => {
      const isUnfinished = typing && word === words.at(-1);
      // The engine would also find what begins so: "universal" for "uni".
      const isUsed = (name: string) =>
        lexicon.uses(name) || (isUnfinished && lexicon.knowsBeginning(name));
      return toClause(word, spellingsOf(word), isUsed);
    }),
    ...phrases.map((places) => {
      const text = wordsAt(words, places).join(' ');
      return toClause(text, [text], () => false);
    }),
  ];
  return clauses.filter(
    ({ text }, index) => clauses.findIndex((clause) => clause.text === text) === index,
  );
}

/** A number, such as an age, or a letter that the site does not have: the rest may be there all the same. */
function isStray(word: string, lexicon: Lexicon): boolean {
  return /^(\d+|.)$/u.test(word) && !spellingsOf(word).some((one) => lexicon.knows(one));
}

/**
 * Stretches of so many neighbouring words at most and two at least that pass a test, by the places of their
 * words: longer ones first, then earlier ones, none of which overlap.
 */
function findStretches(
  words: readonly string[],
  longest: number,
  test: (words: string[]) => boolean,
): number[][] {
  const taken = new Set<number>();
  const found: number[][] = [];
  for (let size = Math.min(longest, words.length); size >= 2; size--) {
    for (let start = 0; start + size <= words.length; start++) {
      const places = Array.from({ length: size }, (_, index) => start + index);
      if (places.some((place) => taken.has(place)) || !test(wordsAt(words, places))) continue;
      for (const place of places) taken.add(place);
      found.push(places);
    }
  }
  return found;
}

function wordsAt(words: readonly string[], places: readonly number[]): string[] {
  return places.map((place) => words[place] ?? '');
}

/** Whether the site uses the joined form of words; "in dependence" is none. */
function isCompound(parts: readonly string[], lexicon: Lexicon): boolean {
  return (
    lexicon.frequency(parts.join('')) > 0 &&
    parts.every((part) => part.length > 3 || !isFunctionWord(part))
  );
}

/** A document that the engine found for one question, as it tells. */
export interface Hit {
  id: string;
  /** Places of the matched words in the document's text, counted in words. */
  words: readonly number[];
  /** Fields besides the text that match. */
  matchedMetaFields?: readonly string[];
}

/** How well a document matches a clause. */
export interface Evidence {
  /** How often the text has it, saturated: 0 to about 2.2. */
  text: number;
  /** How nearly each line matches, 0–1, as far as any does; the first is the heading, which terms and works have alone. */
  lines: number[];
}

/** What a clause of the query found. */
export interface ClauseResult {
  text: string;
  documents: ReadonlyMap<string, Evidence>;
  /** How much it says; 0 when it finds nothing. */
  importance: number;
}

/** A question and what it found, by the ids of the documents. */
export type TermHits<T extends Hit = Hit> = readonly [QueryTerm, ReadonlyMap<string, T>];

/** How BM25 counts a word that comes again, and how far a longer text makes each time count less. */
const saturation = 1.4;
const lengthNormalisation = 0.75;

/** How much a word says that is only known by what the site says for it. */
const synonymImportance = 0.5;

/** Where repetition stops to count. */
export const repetition = { most: 2.5 };

/**
 * Joins the answers to a clause's terms as if all of them were one word. Synonyms count only where the word
 * itself finds nothing.
 *
 * Its importance is its inverse document frequency, counted among sections only, since terms and works would
 * make a page's own words look common. What people ask again and again of the same section tells sections
 * apart; what stands in one line here and one there is only part of a story, however rare it is.
 */
export function joinAnswers(
  answers: readonly TermHits[],
  { sections }: Pick<Catalogue, 'sections'>,
): Omit<ClauseResult, 'text'> {
  const documents = new Map<string, Evidence>();
  const lengths = [...sections.values()].map(({ length }) => length);
  const usual = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const isKnown = answers.some(([{ weight }, hits]) => weight === 1 && hits.size > 0);
  for (const [{ weight }, hits] of answers) {
    if (isKnown && weight < 1) continue;
    for (const hit of hits.values()) addHit(documents, hit, weight, sections.get(hit.id), usual);
  }
  const found = [...documents].filter(([id]) => sections.has(id));
  const idf = documents.size > 0 ? inverseDocumentFrequency(found.length, sections.size) : 0;
  const counts = found.map(([, { lines }]) => lines.filter((_, line) => line > 0).length);
  const matching = counts.filter((count) => count > 0);
  // One line more and one section more, so that few tell little.
  const mean = (matching.reduce((sum, count) => sum + count, 0) + 1) / (matching.length + 1);
  const times = Math.sqrt(Math.min(repetition.most, mean));
  return { documents, importance: (isKnown ? 1 : synonymImportance) * idf * times };
}

function addHit(
  documents: Map<string, Evidence>,
  { id, words, matchedMetaFields }: Hit,
  weight: number,
  section: SectionEntry | undefined,
  usual: number,
): void {
  const { places, lines } = splitPlaces(words, section);
  const evidence = getOrInsert(documents, id, () => ({ text: 0, lines: [] }));
  const length = section ? section.length / usual : 1;
  const norm = saturation * (1 - lengthNormalisation + lengthNormalisation * length);
  const text = ((saturation + 1) * places.length) / (places.length + norm);
  evidence.text = Math.max(evidence.text, weight * text);
  if (matchedMetaFields?.includes('title')) lines.push(0);
  for (const line of lines) evidence.lines[line] = Math.max(evidence.lines[line] ?? 0, weight);
}

/** Which places stand in a section's text, and which of its lines the others stand in. */
export function splitPlaces(
  places: readonly number[],
  section: Pick<SectionEntry, 'length' | 'lines'> | undefined,
): { places: number[]; lines: number[] } {
  const { length = Infinity, lines = [] } = section ?? {};
  const later = places.filter((place) => place >= length);
  const found = later.map((place) => lines.findIndex(({ end }) => place < end));
  return { places: places.filter((place) => place < length), lines: [...new Set(found)] };
}

/** Inverse document frequency (Robertson and Spärck Jones), never below 0. */
export function inverseDocumentFrequency(frequency: number, total: number): number {
  const rest = Math.max(0, total - frequency);
  return Math.log(1 + (rest + 0.5) / (frequency + 0.5));
}

/** Importance of a word that the guide does not have: that of a rare word. */
const importanceOfMissing = 5.7;

/** The importance of all clauses of a query. */
export function totalImportance(found: readonly ClauseResult[]): number {
  return found.reduce((sum, { importance }) => sum + (importance || importanceOfMissing), 0);
}
