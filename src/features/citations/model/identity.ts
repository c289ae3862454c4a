import type { Reference } from '../../../content-model/schemas/reference.ts';
import { getOrInsert } from '../../../lib/text/format.ts';
import { yearOf } from './dates.ts';
import { plainDoi, leadingNames, foldText } from './fields.ts';

/**
 * Key that identifies a work without a DOI: title, year and first author, ignoring accents,
 * case and punctuation. Without a year it has the status or "n.d.".
 */
export function titleKey(work: Reference): string {
  const [first] = leadingNames(work);
  const year = yearOf(work.issued) ?? work['status'] ?? 'n.d.';
  const who = foldText(first?.literal ?? first?.family ?? '');
  return `${foldText(work.title)}|${String(year)}|${who}`;
}

/** Index of works by DOI, and by title, year and first author. */
export class WorkIndex {
  readonly #works = new Map<string, Reference[]>();

  add(work: Reference): void {
    for (const key of [plainDoi(work.DOI) ?? '', titleKey(work)])
      getOrInsert(this.#works, key, () => []).push(work);
  }

  /** Finds the same work among those added. Works with different DOIs are different. */
  find(
    work: Reference,
  ): { work: Reference; why: 'same DOI' | 'same title, year and author' } | undefined {
    const doi = plainDoi(work.DOI);
    const [byDoi] = (doi && this.#works.get(doi)) || [];
    if (byDoi) return { work: byDoi, why: 'same DOI' };
    const alike = this.#works.get(titleKey(work));
    const twin = alike?.find(({ DOI }) => doi === undefined || plainDoi(DOI) === undefined);
    return twin && { work: twin, why: 'same title, year and author' };
  }
}

/** Stop words, never used in a citation key. */
const stopWords =
  /^(a|an|and|as|at|by|does|for|from|how|in|into|is|it|its|of|on|or|out|over|that|the|their|to|what|when|where|who|why|with)$/;

/** Pattern of a citation key; imported keys that match it are kept. */
export const citationKey = /^[a-z0-9]+$/;

/**
 * Makes a citation key from family name, year and first word of the title that is no stop word:
 * "adamson2003history". A letter is appended if `taken` has the key. Characters other than Latin are
 * dropped; a work with no others in name and title is "work2010".
 */
export function makeCitationKey(work: Reference, taken: ReadonlySet<string>): string {
  const [first] = leadingNames(work);
  const year = Math.abs(yearOf(work.issued) ?? NaN) || '';
  const words = foldText(work.title).split(' ').map(latin).filter(Boolean);
  const word = words.find((one) => !stopWords.test(one)) ?? '';
  const name = first && latin(foldText(first.family ?? first.literal ?? ''));
  const who = name || (first ? '' : words[0]) || '';
  const key = `${who || (word ? '' : 'work')}${String(year)}${word}`;
  for (let at = 1; ; at++) {
    const tail = at === 1 ? '' : at <= 26 ? String.fromCharCode(96 + at) : String(at);
    if (!taken.has(key + tail)) return key + tail;
  }
}

function latin(word: string): string {
  return word
    .replace(/ß/g, 'ss')
    .replace(/[øö]/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ł/g, 'l')
    .replace(/[^a-z0-9]/g, '');
}
