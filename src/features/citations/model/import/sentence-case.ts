import { toSentenceCase } from '@retorquere/bibtex-parser';
import type { Reference } from '../../../../content-model/schemas/reference.ts';
import type { Name } from '../csl.ts';
import { months } from '../dates.ts';
import { stripTags } from '../fields.ts';

/** A title in title case, and in sentence case as APA 7 §6.17 requires. */
export interface TitleChange {
  id: string;
  from: string;
  to: string;
}

/** Words that title case may leave in lower case. */
const smallWords =
  /^(a|an|and|as|at|but|by|for|from|in|into|of|off|on|or|nor|per|so|the|than|to|up|via|vs|with|within|without|between|among|during|about|after|before|through|toward|towards|under|over|across|is|are)$/i;

const capitalised =
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday American European African Asian Western Eastern Latino Latina Hispanic Jewish Muslim Christian Bayesian Freudian Bowlby Ainsworth Winnicott Tronick Harlow Spitz Piaget Vygotsky Q-Sort';

/**
 * Collects words that keep their capital: names of people, countries, languages and months, and words
 * with a capital inside our own titles, which are in sentence case. A word that any title has in lower
 * case, such as "white" or "main", is not treated as a name.
 */
export function collectNames(ours: Reference[], theirs: Reference[]): Set<string> {
  const all = [...ours, ...theirs];
  const inTitles = (works: Reference[], pattern: RegExp) =>
    works
      .filter(({ title }) => !isTitleCase(title))
      .flatMap(({ title }) => stripTags(title).match(pattern) ?? []);
  const families = all
    .flatMap(({ author = [] }) => (author as Name[]).map(({ family = '' }) => family))
    .filter((family) => family.length > 3);
  const inside = /(?<=[\p{Ll}\d,’] )\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*/gu;
  const common = new Set(inTitles(all, /(?<![\p{L}-])\p{Ll}{3,}(?![\p{L}-])/gu));
  const isName = (word: string) =>
    word.length > 1 &&
    !/^\p{Ll}/u.test(word) &&
    !smallWords.test(word) &&
    !common.has(word.toLowerCase());
  return new Set(
    [
      ...months,
      ...capitalised.split(' '),
      ...placesAndLanguages(),
      ...families,
      ...inTitles(ours, inside),
    ].filter(isName),
  );
}

/** English names of all countries and languages, word by word. */
function placesAndLanguages(): string[] {
  const options = { fallback: 'none' } as const;
  const regions = new Intl.DisplayNames('en', { type: 'region', ...options });
  const languages = new Intl.DisplayNames('en', { type: 'language', ...options });
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const codes = letters.flatMap((one) => letters.map((two) => one + two));
  // Continents and their parts have numeric codes: 003 is North America.
  const parts = Array.from({ length: 200 }, (_, at) => String(at + 1).padStart(3, '0'));
  return [
    ...[...codes, ...parts].map((code) => regions.of(code)),
    ...codes.map((code) => languages.of(code.toLowerCase())),
  ].flatMap((name) => (name ?? '').split(/[^\p{L}-]+/u));
}

/** Whether a title is in title case: most words that sentence case would write in lower case have a capital. */
function isTitleCase(title: string): boolean {
  const words = stripTags(title).match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  const inner = words.slice(1).filter((word) => !smallWords.test(word) && word.length > 3);
  const capitals = inner.filter((word) => /^\p{Lu}/u.test(word));
  return inner.length >= 2 && capitals.length >= 2 && capitals.length / inner.length > 0.6;
}

/**
 * Converts a title in title case to sentence case. First words, also after a colon, names and words that
 * the file protects keep their capitals. Other titles are returned unchanged.
 */
export function proposeSentenceCase(
  title: string,
  keep: string[],
  names: ReadonlySet<string>,
): string {
  if (!isTitleCase(title)) return title;
  const all = title === title.toUpperCase();
  const low = toSentenceCase(title, {
    subSentenceCapitalization: true,
    preserveQuoted: false,
    markup: /<\/?[^<>]+>/g,
  });
  const kept = new Set(keep.flatMap((words) => words.match(/\p{L}[\p{L}-]*/gu) ?? []));
  const known = new Map(all ? [...names].map((name) => [name.toUpperCase(), name]) : []);
  let changed = low;
  // Only texts of equal length can be compared by index.
  if (low.length === title.length) {
    changed = title.replace(/\p{L}+(?:[’']s)?/gu, (word, at: number) => {
      const now = low.slice(at, at + word.length);
      const bare = word.replace(/[’']s$/, '');
      if (now === word) return now;
      if (all) return known.get(bare) ?? now;
      return /^[B-Z]$/.test(bare) || kept.has(bare) || names.has(bare) ? word : now;
    });
    const phrases = [...names].filter((name) => name.includes(' ')).join('|') || '$^';
    for (const { 0: phrase, index } of title.matchAll(new RegExp(`\\b(?:${phrases})\\b`, 'gi')))
      changed = changed.slice(0, index) + phrase + changed.slice(index + phrase.length);
  }
  // The first word, and one after a colon, a question mark or a dash with spaces, begins a sentence.
  return changed.replace(
    /(^|[:?!]\s+|\s[–—]\s+)((?:[“‘"'(]|<[^<>]+>)*)(\p{Ll})/gu,
    (match, start: string, marks: string, letter: string, at: number) => {
      const before = title[at + match.length - 1] ?? '';
      const dash = /[–—]/.test(start) && !/\p{Lu}/u.test(before);
      return dash ? match : start + marks + letter.toUpperCase();
    },
  );
}
