import { getOrInsert, groupBy } from '../../../lib/text/format.ts';
import type { Catalogue } from './catalogue.ts';
import type { Lexicon } from './lexicon.ts';
import { stemOf } from './words.ts';

/**
 * Where a page and its sections stand in a row of leanings: a number for each page that readers ask about,
 * then one for each of the sections that they ask about.
 */
export interface RowPlaces {
  /** Place of the page; undefined where nobody asks about it. */
  at: number | undefined;
  /** Ids of its sections that readers ask about, whose places reach from `start` to `end`; and of the others. */
  asked: string[];
  start: number;
  end: number;
  others: string[];
}

const knownPlaces = new WeakMap<Catalogue['sections'], RowPlaces[]>();

/** The places of all pages; the same for every query. */
export function rowPlaces(sections: Catalogue['sections']): RowPlaces[] {
  return getOrInsert(knownPlaces, sections, () => {
    const pages = [...groupBy(sections, ([, { page }]) => page).values()].map((own) => {
      const isAsked = groupBy(own, ([, { lines }]) => lines.length > 1);
      const idsOf = (asked: boolean) => (isAsked.get(asked) ?? []).map(([id]) => id);
      return { asked: idsOf(true), others: idsOf(false) };
    });
    let at = 0;
    let end = pages.filter(({ asked }) => asked.length > 0).length;
    return pages.map(({ asked, others }): RowPlaces => {
      const start = end;
      end += asked.length;
      return { at: asked.length > 0 ? at++ : undefined, asked, start, end, others };
    });
  });
}

/** How far the words of a query as a whole lean to a section's page, and to the section among those of its page, 0–1. */
export interface Leaning {
  page: number;
  section: number;
}

/** What a query of so many known words is divided by, so that a long one is no surer than a short one. */
export function shareOfWord(words: number): number {
  return 1 / Math.sqrt(words || 1);
}

/** From so unlikely on (a logarithm), a place is as unlikely as can be. */
const least = -8;

/**
 * How likely each section is to be asked for in such words, by its id: a logistic model whose weights are
 * the leanings of the words' stems, learnt from what readers ask (src/features/search/build/learn-leanings.ts).
 * Nothing for words that nobody asks with.
 */
export function readLeanings(
  words: readonly string[],
  lexicon: Lexicon,
  sections: Catalogue['sections'],
): Map<string, Leaning> {
  const rows = [...new Set(words.map(stemOf))].flatMap((stem) => lexicon.leanings.get(stem) ?? []);
  const leanings = new Map<string, Leaning>();
  if (rows.length === 0) return leanings;
  const pages = rowPlaces(sections);
  const sums = new Float64Array(pages.at(-1)?.end ?? 0);
  for (const row of rows) addRow(row, sums, shareOfWord(rows.length));
  const ofPages = toLikelihoods(sums.subarray(0, pages[0]?.start), pages.length);
  for (const { at, asked, start, end, others } of pages) {
    const all = asked.length + others.length;
    const page = at === undefined ? evenLikelihood(pages.length) : (ofPages[at] ?? 0);
    const ofSections = toLikelihoods(sums.subarray(start, end), all);
    asked.forEach((id, index) => leanings.set(id, { page, section: ofSections[index] ?? 0 }));
    for (const id of others) leanings.set(id, { page, section: evenLikelihood(all) });
  }
  return leanings;
}

/**
 * Likelihoods of the asked ones among so many places. Each that nobody asks for is as likely as if nothing
 * told them apart.
 */
function toLikelihoods(sums: Float64Array, places: number): Float64Array {
  const most = Math.max(...sums);
  const all = most + Math.log(sums.reduce((total, sum) => total + Math.exp(sum - most), 0));
  const asked = Math.log(sums.length / places);
  return sums.map((sum) => likelihood(sum - all + asked));
}

function evenLikelihood(places: number): number {
  return likelihood(-Math.log(places));
}

/** A likelihood by its logarithm, from 0 for the least to 1 for what is certain. */
function likelihood(logarithm: number): number {
  return 1 - Math.max(least, logarithm) / least;
}

/** How much of a leaning one letter stands for, and from where on one is written. */
const step = 0.5;
const leastWritten = 0.9;
const letters = 26;

/** A row of leanings as text: how many are nothing, then a letter, a capital one for what speaks for a place. */
export function formatRow(row: Iterable<number>): string {
  let text = '';
  let gap = 0;
  for (const value of row) {
    if (Math.abs(value) < leastWritten) {
      gap++;
      continue;
    }
    const steps = Math.min(letters, Math.round(Math.abs(value) / step));
    const letter = String.fromCharCode((value > 0 ? 65 : 97) + steps - 1);
    text += (gap > 0 ? String(gap) : '') + letter;
    gap = 0;
  }
  return text;
}

/** Adds a row as text to sums, each leaning so many times. */
function addRow(text: string, sums: Float64Array, times: number): void {
  let at = 0;
  for (const [, gap = '', letter = ''] of text.matchAll(/(\d*)([A-Za-z])/g)) {
    at += Number(gap);
    const code = letter.charCodeAt(0);
    const steps = code < 97 ? code - 64 : 96 - code;
    sums[at] = (sums[at] ?? 0) + times * step * steps;
    at++;
  }
}
