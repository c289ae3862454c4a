import { getOrInsert } from '../../../lib/text/format.ts';
import type { Catalogue, SectionEntry } from './catalogue.ts';
import type { Question } from './plan.ts';

/** A record that the engine found for one question, as it tells. */
export interface Hit {
  id: string;
  /** BM25 score. */
  score: number;
  /** Places of the matched words in the record's text, counted in words. */
  words: readonly number[];
  /** Fields besides the text that match. */
  matchedMetaFields?: readonly string[];
}

/** How well a record matches a unit. */
export interface Evidence {
  /** How often the text has it, saturated: 0 to about 2.2. */
  text: number;
  /** The weight of the best question that matches it, 0–1. */
  heading: number;
  /** How nearly each of the section's lines matches, 0–1, as far as any does; the first is the heading. */
  lines: number[];
}

/** What a unit of the query found. */
export interface UnitFound {
  text: string;
  own: Found;
  synonyms: Found;
}

/** All that a unit found, by one way of naming it. */
export interface Found {
  records: Map<string, Evidence>;
  /** How rare it is: inverse document frequency, as BM25 has it. */
  rarity: number;
  /** In how many lines of a section it stands, where it stands in any. */
  repetition: number;
}

/** A question and what it found, by the ids of the records. */
export type Asked<T extends Hit = Hit> = readonly [Question, ReadonlyMap<string, T>];

/** How BM25 counts a word that comes again, and how far a longer text makes each time count less. */
const repeated = 1.4;
const lengthShare = 0.75;

/**
 * Joins the answers to several questions into one, as if all of them were one word: a record's
 * evidence is the sum over the questions, and the rarity is that of records which match any.
 * Rarity is counted among sections only: terms and works would make a page's own words look common.
 */
export function joinAnswers(
  asked: readonly Asked[],
  { size, sections }: Pick<Catalogue, 'size' | 'sections'>,
): Found {
  const records = new Map<string, Evidence>();
  const usual = usualLength(sections);
  for (const [{ ask, weight }, hits] of asked) {
    const inText = [...hits.values()].filter(({ words }) => words.length > 0).length;
    for (const [id, { score, words, matchedMetaFields }] of hits) {
      const section = sections.get(id);
      const { places, lines } = partPlaces(words, section);
      // The engine does not score an exact phrase.
      const frequency = ask.startsWith('"')
        ? Math.min(2, places.length / 2)
        : section
          ? saturated(places.length, section.length / usual)
          : score / rarityOf(inText, size);
      const evidence = getOrInsert(records, id, () => ({ text: 0, heading: 0, lines: [] }));
      evidence.text += weight * frequency;
      if (matchedMetaFields?.includes('title'))
        evidence.heading = Math.max(evidence.heading, weight);
      for (const line of lines) evidence.lines[line] = Math.max(evidence.lines[line] ?? 0, weight);
    }
  }
  const lineCounts = [...records].flatMap(([id, { text, heading, lines }]) => {
    const count = lines.filter((_, line) => line > 0).length;
    return sections.has(id) && text + heading + count > 0 ? [count] : [];
  });
  return {
    records,
    rarity: records.size > 0 ? rarityOf(lineCounts.length, sections.size) : 0,
    repetition: repetitionOf(lineCounts),
  };
}

/** Lines with a word by section, one line more and one section more, so that few tell little. */
function repetitionOf(lines: readonly number[]): number {
  const asked = lines.filter((count) => count > 0);
  return (asked.reduce((sum, count) => sum + count, 0) + 1) / (asked.length + 1);
}

/** Which places stand in a section's text, and which of its lines the others stand in. */
export function partPlaces(
  places: readonly number[],
  section: Pick<SectionEntry, 'length' | 'lines'> | undefined,
): { places: number[]; lines: number[] } {
  if (!section) return { places: [...places], lines: [] };
  const own: number[] = [];
  const lines = new Set<number>();
  for (const place of places) {
    if (place < section.length) own.push(place);
    else lines.add(section.lines.findIndex(({ end }) => place < end));
  }
  return { places: own, lines: [...lines] };
}

function saturated(count: number, length: number): number {
  const norm = repeated * (1 - lengthShare + lengthShare * length);
  return ((repeated + 1) * count) / (count + norm);
}

const usualLengths = new WeakMap<Catalogue['sections'], number>();

/** The mean length of a section's text, in words. */
function usualLength(sections: Catalogue['sections']): number {
  return getOrInsert(usualLengths, sections, () => {
    const sum = [...sections.values()].reduce((total, { length }) => total + length, 0);
    return sum / (sections.size || 1) || 1;
  });
}

/** Inverse document frequency (Robertson and Spärck Jones), never below 0. */
export function rarityOf(frequency: number, total: number): number {
  const rest = Math.max(0, total - frequency);
  return Math.log(1 + (rest + 0.5) / (frequency + 0.5));
}

/** Where repetition stops to count. */
export const repetition = { most: 2.5 };

/** How much a word says that is only known by what the site says for it. */
const synonymImportance = 0.5;

/**
 * How much a unit says: its rarity, or half the rarity of what it may be called. What
 * people ask again and again of the same section tells sections apart; what stands in one line here and
 * one there is only part of a story, however rare it is.
 */
export function importanceOf({ own, synonyms }: UnitFound): number {
  const { rarity, repetition: times } = own.rarity > 0 ? own : synonyms;
  const share = own.rarity > 0 ? 1 : synonymImportance;
  return share * rarity * Math.sqrt(Math.min(repetition.most, times));
}

/** Importance of a word that the guide does not have: that of a rare word. */
export const rarityOfMissing = 5.7;
