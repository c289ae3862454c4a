import { groupBy } from '../../lib/text/format.ts';
import { findUnrecordedNumbers, type PlacedFault } from '../check/check-numbers.ts';
import type { Site } from '../check/read-site.ts';
import {
  locate,
  mistake,
  sortProblems,
  type Entry,
  type Problem,
  type Source,
} from '../model/problem.ts';
import { checkTexts } from '../model/texts.ts';
import { collectProse } from '../check/read-markup.ts';
import { lintProse } from './lint-prose.ts';
import { lintPages, lintQuizzes } from './lint-teaching.ts';
import { isFunctionWord, splitWords, stemOf } from '../../features/search/model/words.ts';

/** Maximum number of warnings about one rule in a file; further ones are only counted. */
const maxListed = 3;

/** Words that break a style rule, numbers that our records do not have, and exceptions without effect. */
function lintAllProse(site: Site, sources: Source[]): Problem[] {
  const { exceptions = [] } = site;
  const unused = new Set(exceptions);
  const faults = [...findProseFaults(site, sources), ...findUnrecordedNumbers(site)].filter(
    (fault) => {
      const known = exceptions.find((exception) => matches(exception, fault));
      if (known) unused.delete(known);
      return !known;
    },
  );
  const byRule = groupBy(faults, ({ place, rule }) => `${place.file} ${rule}`);
  return [
    ...[...byRule.values()].flatMap(shorten),
    ...[...unused].flatMap((exception) => {
      const { found, number } = exception.data;
      const name = number === undefined ? `“${String(found)}”` : `the number ${String(number)}`;
      const message = `The exception for ${name} is not needed.`;
      return locate(exception, { message, hint: 'Take it out.' });
    }),
  ];
}

function findProseFaults(site: Site, sources: Source[]): PlacedFault[] {
  return collectProse(site, sources).flatMap((place) =>
    lintProse(place.text)
      // The Markdown processor converts straight quotes.
      .filter(({ rule }) => rule !== 'quotes' || !/\.mdx?$/.test(place.file))
      .map((fault) => ({ place, ...fault })),
  );
}

function matches({ data }: Entry, { place, rule, found }: PlacedFault): boolean {
  if (data['file'] !== place.file) return false;
  return rule === 'number'
    ? data['number'] === found && place.text.includes(String(data['near']))
    : data['rule'] === rule && data['found'] === found;
}

function shorten(faults: PlacedFault[]): Problem[] {
  const more = faults[0]?.rule === 'number' ? 0 : faults.length - maxListed;
  const reported = more > 0 ? faults.slice(0, maxListed + 1) : faults;
  return reported.map(({ place: { file, line }, message, hint }, index) => {
    const isLast = more > 0 && index === maxListed;
    const last = `There are ${String(more)} more of this kind from here on.`;
    return { file, line, message: isLast ? last : message, hint };
  });
}

/** Content that breaks our rules of style and teaching: warnings of `content:check`, which do not stop a build. */
export function lintContent(site: Site, sources: Source[]): Problem[] {
  return sortProblems([
    ...lintPages(site),
    ...lintQuizzes(site),
    ...lintSynonyms(site, sources),
    ...lintAllProse(site, sources),
  ]);
}

/** Files with text that is on no page, but for search or the checks. */
const notOnPages =
  /^src\/content\/(asked|i18n)\/|\/(synonyms|exceptions|best-bets|cries|site)\.yaml$/;

/** Useless synonyms: for stop words, or with words that are on no page. */
function lintSynonyms({ synonyms }: Site, sources: Source[]): Problem[] {
  const stems = new Set(
    sources
      .filter(({ path }) => !notOnPages.test(path))
      .flatMap(({ text }) => splitWords(text).map(stemOf)),
  );
  return [
    ...checkTexts(synonyms, 'words.*', (word) => {
      if (!isFunctionWord(splitWords(word).join(' '))) return undefined;
      return mistake`"${word}" is a stop word, which would change the results of most searches.
        Take it out, or write the phrase that readers type.`;
    }),
    ...checkTexts(synonyms, 'to.*', (target) => {
      if (splitWords(target).every((word) => stems.has(stemOf(word)))) return undefined;
      return mistake`"${target}" is on no page, so the synonym finds nothing.
        Write words of the page that readers should find.`;
    }),
  ];
}
