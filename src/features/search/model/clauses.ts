import { getOrInsert } from '../../../lib/text/format.ts';
import type { Catalogue, SectionEntry } from './catalogue.ts';
import type { Lexicon } from './lexicon.ts';
import { isFunctionWord, spellingsOf } from './words.ts';

/** A term to search the index for: a word, or a phrase in double quotes. */
export interface QueryTerm {
  text: string;
  /** How close its meaning is to what was typed, 0–1; 1 for the word itself and its spellings. */
  weight: number;
}

/** A query clause: a word, compound or phrase of a query, with the terms that match it on the pages. */
export interface Clause {
  /** As typed, after correction. */
  text: string;
  /** Its spellings, synonyms and parts. */
  terms: QueryTerm[];
}

/** Longest lay phrase that is looked up, in words. */
const longestPhrase = 5;

/** Weight of a part of a compound. */
const partWeight = 0.4;

/**
 * Splits a query into clauses. Function words are dropped unless nothing else is left; adjacent words that the
 * site writes as one word or with a hyphen ("mis attunement", "still face") are one clause, since their parts mean
 * something else; a lay phrase is a clause in addition to those of its words. With `typing`, the last word may be
 * unfinished.
 */
export function planQuery(words: readonly string[], lexicon: Lexicon, typing = false): Clause[] {
  const compounds = findStretches(words, 3, (parts) => isCompound(parts, lexicon));
  const phrases = findStretches(words, longestPhrase, (parts) => {
    return lexicon.synonyms(parts.join(' ')).length > 0;
  });
  const taken = new Set(compounds.flatMap(({ places }) => places));
  const plain = words.filter(
    (word, index) => !taken.has(index) && !isFunctionWord(word) && !isStray(word, lexicon),
  );
  const nothingElse = plain.length + compounds.length === 0;
  const toClause = (text: string, names: string[], own: string[], parts: string[] = []): Clause => {
    const weighted = [
      ...own.map((to) => ({ to, weight: 1 })),
      ...names.flatMap((name) => lexicon.synonyms(name)),
      ...parts.map((to) => ({ to, weight: partWeight })),
    ];
    const terms = weighted.map(({ to, weight }) => {
      return { text: to.includes(' ') ? `"${to}"` : to, weight };
    });
    return { text, terms };
  };
  const clauses = [
    ...compounds.map(({ parts }) => {
      const text = parts.join(' ');
      const weak = parts.filter((part) => part.length > 3 && !isFunctionWord(part));
      const names = [parts.join(''), text];
      return toClause(text, names, names, weak);
    }),
    ...(nothingElse ? words : plain).map((word) => {
      const isUnfinished = typing && word === words.at(-1);
      // Pagefind would also match words with this prefix: "universal" for "uni".
      const isUsed = (name: string) =>
        lexicon.uses(name) || (isUnfinished && lexicon.knowsBeginning(name));
      const names = spellingsOf(word);
      return toClause(word, names, names.filter(isUsed));
    }),
    ...phrases.map(({ parts }) => {
      const text = parts.join(' ');
      return toClause(text, [text], []);
    }),
  ];
  return clauses.filter(
    ({ text }, index) => clauses.findIndex((clause) => clause.text === text) === index,
  );
}

/** Whether a word is a number, such as an age, or a letter that the site does not have; it is ignored. */
function isStray(word: string, lexicon: Lexicon): boolean {
  return /^(\d+|.)$/u.test(word) && !spellingsOf(word).some((one) => lexicon.knows(one));
}

/**
 * Returns the stretches of two to `longest` adjacent words that pass a test, with the indices of their words: longer
 * ones first, then earlier ones, without overlaps.
 */
function findStretches(
  words: readonly string[],
  longest: number,
  test: (words: string[]) => boolean,
) {
  const taken = new Set<number>();
  const found: { parts: string[]; places: number[] }[] = [];
  for (let size = Math.min(longest, words.length); size >= 2; size--) {
    for (let start = 0; start + size <= words.length; start++) {
      const parts = words.slice(start, start + size);
      const places = parts.map((_, index) => start + index);
      if (places.some((place) => taken.has(place)) || !test(parts)) continue;
      for (const place of places) taken.add(place);
      found.push({ parts, places });
    }
  }
  return found;
}

/** Whether the site uses the joined form of the words; not if one is a short function word ("in dependence"). */
function isCompound(parts: readonly string[], lexicon: Lexicon): boolean {
  return (
    lexicon.frequency(parts.join('')) > 0 &&
    parts.every((part) => part.length > 3 || !isFunctionWord(part))
  );
}

/** A document that Pagefind found for one term. */
export interface Hit {
  id: string;
  /** Word offsets of the matches in the document. */
  words: readonly number[];
  /** Metadata fields that match. */
  matchedMetaFields?: readonly string[];
}

/** How well a document matches a clause. */
export interface Evidence {
  /** BM25 term frequency in the text, saturated: 0 to 2.4. */
  text: number;
  /** How closely each line matches, 0–1, sparse; the first is the heading, the only line of terms and works. */
  lines: number[];
}

/** The documents that match a clause of the query. */
export interface ClauseResult {
  text: string;
  documents: ReadonlyMap<string, Evidence>;
  /** Its weight in the query; 0 if it matches no document. */
  importance: number;
}

/** A term and its hits, by the ids of the documents. */
export type TermHits<T extends Hit = Hit> = readonly [QueryTerm, ReadonlyMap<string, T>];

/** BM25's k1 (saturation of term frequency) and b (normalisation by text length). */
const saturation = 1.4;
const lengthNormalisation = 0.75;

/** Factor of the importance of a clause whose word itself is in no section. */
const synonymImportance = 0.5;

/** Maximum mean number of matching lines that raises importance. */
export const repetition = { most: 2.5 };

/**
 * Joins the hits of a clause's terms as if all of them were one word.
 *
 * The clause's importance is its inverse document frequency among sections only, since terms and works would make
 * a page's own words look common. It rises with the number of matching lines per section: a word in several lines
 * of one section distinguishes sections better than a word in single lines of many.
 */
export function joinAnswers(
  answers: readonly TermHits[],
  { sections }: Pick<Catalogue, 'sections'>,
): Omit<ClauseResult, 'text'> {
  const documents = new Map<string, Evidence>();
  const lengths = [...sections.values()].map(({ length }) => length);
  const usual = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  for (const [{ weight }, hits] of answers)
    for (const hit of hits.values()) addHit(documents, hit, weight, sections.get(hit.id), usual);
  const found = [...documents].filter(([id]) => sections.has(id));
  const idf = documents.size > 0 ? inverseDocumentFrequency(found.length, sections.size) : 0;
  const counts = found.map(([, { lines }]) => lines.filter((_, line) => line > 0).length);
  const matching = counts.filter((count) => count > 0);
  // Smoothed by one line and one section, so that few sections have little effect.
  const mean = (matching.reduce((sum, count) => sum + count, 0) + 1) / (matching.length + 1);
  const times = Math.sqrt(Math.min(repetition.most, mean));
  const isKnown = found.length > 0 && answers.every(([{ weight }]) => weight === 1);
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

/** Splits word offsets into those in a section's text and the indices of the lines that contain the others. */
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

/** Importance of a clause that matches nothing: that of a rare word. */
const importanceOfMissing = 5.7;

/** Returns the total importance of a query's clauses. */
export function totalImportance(found: readonly ClauseResult[]): number {
  return found.reduce((sum, { importance }) => sum + (importance || importanceOfMissing), 0);
}
