import { groupBy } from '../../../lib/text/format.ts';
import type { Catalogue, PageEntry } from './catalogue.ts';
import type { Lexicon } from './lexicon.ts';
import { stemOf } from './words.ts';

/** A page that readers ask about, with the ids of its sections that they ask about. */
export interface AskedPage {
  page: PageEntry;
  ids: string[];
}

/** How far the words of a query as a whole lean to a section's page, and to the section among those of its page, 0–1. */
export interface Leaning {
  page: number;
  section: number;
}

/**
 * The pages that readers ask about. A word's leanings are a row of numbers: one for each of these pages,
 * then one for each of their sections.
 */
export function askedPages(sections: Catalogue['sections']): AskedPage[] {
  const known = pagesBySections.get(sections);
  if (known) return known;
  const asked = [...sections].filter(([, { lines }]) => lines.length > 1);
  const byPage = groupBy(asked, ([, { page }]) => page);
  const pages = [...byPage].map(([page, own]) => ({ page, ids: own.map(([id]) => id) }));
  pagesBySections.set(sections, pages);
  return pages;
}

const pagesBySections = new WeakMap<Catalogue['sections'], AskedPage[]>();

/** The ids of all sections by page, those that nobody asks about as well; the same for every query. */
function idsByPage(sections: Catalogue['sections']): ReadonlyMap<PageEntry, readonly string[]> {
  const known = idsBySections.get(sections);
  if (known) return known;
  const byPage = groupBy(sections, ([, { page }]) => page);
  const ids = new Map([...byPage].map(([page, own]) => [page, own.map(([id]) => id)]));
  idsBySections.set(sections, ids);
  return ids;
}

const idsBySections = new WeakMap<Catalogue['sections'], ReadonlyMap<PageEntry, string[]>>();

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
  const rows = [...new Set(words.map(stemOf))].flatMap((stem) => lexicon.leanings(stem) ?? []);
  const leanings = new Map<string, Leaning>();
  const pages = askedPages(sections);
  if (rows.length === 0) return leanings;
  const sums = new Float64Array(pages.length + pages.flatMap(({ ids }) => ids).length);
  const share = shareOfWord(rows.length);
  for (const row of rows) addRow(row, sums, share);
  const byPage = idsByPage(sections);
  const ofPages = toLikelihoods(sums.subarray(0, pages.length), byPage.size);
  const likelyPages = new Map<PageEntry, number>();
  let at = pages.length;
  pages.forEach(({ page, ids }, index) => {
    const ofPage = ofPages[index] ?? 0;
    const all = byPage.get(page)?.length ?? 0;
    const ofSections = toLikelihoods(sums.subarray(at, (at += ids.length)), all);
    ids.forEach((id, place) => {
      leanings.set(id, { page: ofPage, section: ofSections[place] ?? 0 });
    });
    likelyPages.set(page, ofPage);
  });
  for (const [page, own] of byPage) {
    const ofPage = likelyPages.get(page) ?? likelihood(-Math.log(byPage.size));
    const other = { page: ofPage, section: likelihood(-Math.log(own.length)) };
    for (const id of own) if (!leanings.has(id)) leanings.set(id, other);
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
