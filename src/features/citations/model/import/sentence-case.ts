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
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday American European African Asian Western Eastern Latino Latina Hispanic Jewish Muslim Christian Islamic Catholic Protestant Roman Bayesian Freudian Bowlby Ainsworth Winnicott Tronick Harlow Spitz Piaget Vygotsky Q-Sort';

// cspell:ignore eine voor
/** Words of other languages and of English that show in which a title is. */
const foreign =
  /(?<!\p{L})(el|la|los|las|del|una?|y|de|und|der|das|eine?|zur?|für|von|le|les|des|du|une|et|aux|sur|il|di|della|het|een|voor|os|dos|da|uma|em|para)(?!\p{L})/giu;
const english = /\b(the|of|and|for|an|to|on|with|from|is|are|by|at|or|between)\b/gi;

/** Whether a title seems not to be in English, whose rules alone are known here. */
function isForeign(title: string): boolean {
  return (title.match(foreign)?.length ?? 0) > (title.match(english)?.length ?? 0);
}

/** Words of names of countries that mean something else by themselves. */
const generic =
  /^(New|(North|South|East|West)(ern)?|Central|Middle|United|Union|Nations|States|Kingdom|Republic|Territory|Territories|City|Region|Unknown|Outlying|Church|Ocean|Islands?|Isle|Man|Cape|Cook|Virgin|Christmas)$/;

/** Names that are also ordinary words. */
const ambiguous = /^(March|May|August|Chad|China|Guinea|Jordan|Polish|Turkey)$/;

/**
 * Collects words that keep their capital: names of people, countries, languages and months, and words
 * with a capital inside our own titles, which are in sentence case. A family name that any title has in
 * lower case, such as "white" or "main", is not treated as a name.
 */
export function collectNames(ours: Reference[], theirs: Reference[]): Set<string> {
  const all = [...ours, ...theirs];
  const inTitles = (works: Reference[], pattern: RegExp) =>
    works
      .filter(({ title }) => !isTitleCase(title) && !isForeign(title))
      .flatMap(({ title }) => stripTags(title).match(pattern) ?? []);
  const people = all.flatMap(({ author = [] }) => author as Name[]);
  const families = people
    .flatMap(({ family = '', given = '' }) => [family, `${given} ${family}`])
    .filter((name) => name.length > 3 && !/\./.test(name));
  const inside = /(?<=[\p{Ll}\d,’] )\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*/gu;
  const common = new Set(inTitles(all, /(?<![\p{L}-])\p{Ll}{3,}(?![\p{L}-])/gu));
  const isName = (word: string) =>
    word.length > 1 && !/^\p{Ll}/u.test(word) && !smallWords.test(word);
  const fixed = [...months, ...capitalised.split(' '), ...placesAndLanguages()];
  const found = [...families, ...inTitles(ours, inside)];
  const isCommon = (word: string) => common.has(word.toLowerCase());
  return new Set(
    [
      ...fixed.filter((word) => !ambiguous.test(word) || !isCommon(word)),
      ...found.filter((word) => !isCommon(word)),
    ].filter(isName),
  );
}

/** English names of all countries and languages, whole and word by word. */
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
  ].flatMap((name = '') => [
    name,
    ...name.split(/[^\p{L}-]+/u).filter((one) => !generic.test(one)),
  ]);
}

/** Whether a title is in title case: most words that sentence case would write in lower case have a capital. */
function isTitleCase(title: string): boolean {
  const words = stripTags(title).match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  const inner = words.slice(1).filter((word) => !smallWords.test(word) && word.length > 3);
  const capitals = inner.filter((word) => /^\p{Lu}/u.test(word));
  return inner.length >= 2 && capitals.length >= 2 && capitals.length / inner.length >= 0.75;
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
  if (!isTitleCase(title) || isForeign(title)) return title;
  const all = title === title.toUpperCase();
  const low = toSentenceCase(title, {
    subSentenceCapitalization: true,
    preserveQuoted: false,
    markup: /<\/?[^<>]+>/g,
  });
  // Where a program protects nearly all words, it protects no names.
  const kept = new Set(keep.flatMap((words) => words.match(/\p{L}[\p{L}-]*/gu) ?? []));
  const capitals = title.match(/(?<=\s)\p{Lu}\p{L}{2,}/gu) ?? [];
  if (capitals.length > 3 && capitals.filter((word) => kept.has(word)).length > capitals.length / 2)
    kept.clear();
  const known = new Map(all ? [...names].map((name) => [name.toUpperCase(), name]) : []);
  let changed = low;
  // Only texts of equal length can be compared by index.
  if (low.length === title.length) {
    changed = title.replace(/\p{L}+(?:[’']s)?/gu, (word, at: number) => {
      const now = low.slice(at, at + word.length);
      const bare = word.replace(/[’']s$/, '');
      if (now === word) return now;
      if (all) return known.get(bare) ?? now;
      return /^[B-Z]$|\p{Lu}.*\p{Lu}/u.test(bare) || kept.has(bare) || names.has(bare) ? word : now;
    });
    for (const { index } of title.matchAll(/(?<![\p{L}-])\p{Lu}/gu))
      for (const pattern of [
        /\p{Lu}\S*(?: \p{Lu}\S*){2}(?<=\p{L})/uy,
        /\p{Lu}\S* \p{Lu}\p{L}*/uy,
      ]) {
        pattern.lastIndex = index;
        const [found = ''] = pattern.exec(title) ?? [];
        const phrase = all ? known.get(found) : names.has(found) && found;
        if (phrase)
          changed = changed.slice(0, index) + phrase + changed.slice(index + found.length);
      }
  }
  // The first word, and one after a colon, a question mark or a dash with spaces, begins a sentence.
  return changed.replace(
    /(^|[:?!]\s+|\s[–—]\s+)((?:[“‘"'(]|<[^<>]+>)*)(\p{Ll})/gu,
    (match, start: string, marks: string, letter: string, at: number) => {
      const before = title[at + match.length - 1] ?? '';
      // "rpy2: …" and what follows a dash keep their small letter.
      const isSmall = !/\p{Lu}/u.test(before) && (at + start.length === 0 || /[–—]/.test(start));
      return isSmall ? match : start + marks + letter.toUpperCase();
    },
  );
}
