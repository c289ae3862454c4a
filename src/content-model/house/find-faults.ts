import { groupBy } from '../../lib/text/format.ts';
import { findStrangeNumbers, type PlacedFault } from '../check/check-numbers.ts';
import type { Site } from '../check/read-site.ts';
import {
  mistake,
  sortProblems,
  locate,
  type Entry,
  type Problem,
  type Source,
} from '../model/problem.ts';
import { checkTexts } from '../model/texts.ts';
import { collectProse } from '../check/read-markup.ts';
import { lintProse } from './lint-prose.ts';
import { judgePages, judgeQuizzes } from './teaching.ts';
import { isFunctionWord, splitWords, stemOf } from '../../features/search/model/words.ts';

/** Most warnings about one rule that a file gets by name; the rest are counted. */
const most = 3;

/** Words that break a rule of how we write, straight quotes, and numbers that our records do not hold. */
function judgeProse(site: Site, sources: Source[]): Problem[] {
  const { exceptions = [] } = site;
  const idle = new Set(exceptions);
  const faults = [...findWords(site, sources), ...findStrangeNumbers(site)].filter((fault) => {
    const known = exceptions.find((exception) => excuses(exception, fault));
    if (known) idle.delete(known);
    return !known;
  });
  const byRule = groupBy(faults, ({ place, rule }) => `${place.file} ${rule}`);
  return [
    ...[...byRule.values()].flatMap(shorten),
    ...[...idle].flatMap((exception) => {
      const { found, number } = exception.data;
      const name = number === undefined ? `“${String(found)}”` : `the number ${String(number)}`;
      const message = `The exception for ${name} excuses nothing.`;
      return locate(exception, { message, hint: 'Take it out.' });
    }),
  ];
}

function findWords(site: Site, sources: Source[]): PlacedFault[] {
  return collectProse(site, sources).flatMap((place) =>
    lintProse(place.text)
      // Markdown's own quotes are set by the processor.
      .filter(({ rule }) => rule !== 'quotes' || !/\.mdx?$/.test(place.file))
      .map((fault) => ({ place, ...fault })),
  );
}

function excuses({ data }: Entry, { place, rule, found }: PlacedFault): boolean {
  if (data['file'] !== place.file) return false;
  return rule === 'number'
    ? data['number'] === found && place.text.includes(String(data['near']))
    : data['rule'] === rule && data['found'] === found;
}

function shorten(faults: PlacedFault[]): Problem[] {
  const more = faults[0]?.rule === 'number' ? 0 : faults.length - most;
  const told = more > 0 ? faults.slice(0, most + 1) : faults;
  return told.map(({ place: { file, line }, message, hint }, index) => {
    const isLast = more > 0 && index === most;
    const last = `From here on ${String(more)} more of this kind.`;
    return { file, line, message: isLast ? last : message, hint };
  });
}

/** Where the content departs from how we write; it stops no build, and `content:check` tells it. */
export function findHouseFaults(site: Site, sources: Source[]): Problem[] {
  return sortProblems([
    ...judgePages(site),
    ...judgeQuizzes(site),
    ...judgeSynonyms(site, sources),
    ...judgeProse(site, sources),
  ]);
}

/** Files of words that are on no page, for they were written for search or for the checks. */
const unseen = /^src\/content\/(asked|i18n)\/|\/(synonyms|exceptions|best-bets|cries)\.yaml$/;

/** Useless synonyms: of stop words, or to words that are on no page. */
function judgeSynonyms({ synonyms }: Site, sources: Source[]): Problem[] {
  const stems = new Set(
    sources
      .filter(({ path }) => !unseen.test(path))
      .flatMap(({ text }) => splitWords(text).map(stemOf)),
  );
  return [
    ...checkTexts(synonyms, 'words.*', (word) => {
      if (!isFunctionWord(splitWords(word).join(' '))) return undefined;
      return mistake`"${word}" only carries grammar, and would lead every search astray.
        Take it out, or write the phrase that readers type.`;
    }),
    ...checkTexts(synonyms, 'to.*', (target) => {
      if (splitWords(target).every((word) => stems.has(stemOf(word)))) return undefined;
      return mistake`"${target}" stands on no page, so that the synonym finds nothing.
        Write words of the page that readers should find.`;
    }),
  ];
}
