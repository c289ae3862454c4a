import { checkNumbers } from '../check/check-numbers.ts';
import type { Site } from '../check/read-site.ts';
import { problemAt, textsIn, type Problem, type Source } from '../model/problem.ts';
import { collectProse } from '../check/read-markup.ts';
import { lintProse } from './lint-prose.ts';
import { judgePages, judgeQuizzes } from './teaching.ts';
import { isFunctionWord, splitWords, stemOf } from '../../features/search/model/words.ts';

/** Most warnings about one rule that a file gets by name; the rest are counted. */
const most = 3;

/** Words that break a rule of how we write, straight quotes, and numbers that our records do not hold. */
export function judgeProse(site: Site, sources: Source[]): Problem[] {
  return [...judgeWords(site, sources), ...checkNumbers(site)];
}

function judgeWords(site: Site, sources: Source[]): Problem[] {
  const exceptions = site.exceptions?.filter(({ data }) => 'rule' in data) ?? [];
  const idle = new Set(exceptions);
  const byRule = new Map<string, Problem[]>();
  for (const prose of collectProse(site, sources)) {
    const { file } = prose;
    for (const { rule, found, message, hint } of lintProse(prose.text)) {
      // Markdown's own quotes are set by the processor.
      if (rule === 'quotes' && /\.mdx?$/.test(file)) continue;
      const known = exceptions.find(
        ({ data }) => data['file'] === file && data['rule'] === rule && data['found'] === found,
      );
      if (known) idle.delete(known);
      else {
        const key = `${file} ${rule}`;
        byRule.set(key, [...(byRule.get(key) ?? []), { file, line: prose.line, message, hint }]);
      }
    }
  }
  return [
    ...[...byRule.values()].flatMap(shorten),
    ...[...idle].map(({ file, line, data }) => ({
      file,
      line,
      message: `The exception for “${String(data['found'])}” excuses nothing.`,
      hint: 'Take it out.',
    })),
  ];
}

function shorten(problems: Problem[]): Problem[] {
  const next = problems[most];
  if (!next) return problems;
  const rest = problems.length - most;
  const message = `From here on ${String(rest)} more of this kind.`;
  return [...problems.slice(0, most), { ...next, message }];
}

/** Where the content departs from how we write; it stops no build, and `content:check` tells it. */
export function findHouseFaults(site: Site, sources: Source[]): Problem[] {
  const faults = [
    ...judgePages(site),
    ...judgeQuizzes(site),
    ...judgeSynonyms(site, sources),
    ...judgeProse(site, sources),
  ];
  return faults.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
}

/** Files of words that are on no page, for they were written for search or for the checks. */
const unseen = /^src\/content\/(asked|i18n)\/|\/(synonyms|exceptions|best-bets)\.yaml$/;

/** Useless synonyms: of stop words, or to words that are on no page. */
export function judgeSynonyms({ synonyms = [] }: Site, sources: Source[]): Problem[] {
  const stems = new Set(
    sources
      .filter(({ path }) => !unseen.test(path))
      .flatMap(({ text }) => splitWords(text).map(stemOf)),
  );
  const isMissing = (target: string) => splitWords(target).some((word) => !stems.has(stemOf(word)));
  return synonyms.flatMap((group) => [
    ...textsIn(group.data['words']).flatMap((word, index) => {
      if (!isFunctionWord(splitWords(word).join(' '))) return [];
      const message = `"${word}" only carries grammar, and would lead every search astray.`;
      const hint = 'Take it out, or write the phrase that readers type.';
      return problemAt(group, ['words', index], message, hint);
    }),
    ...textsIn(group.data['to']).flatMap((target, index) => {
      if (!isMissing(target)) return [];
      const message = `"${target}" stands on no page, so that the synonym finds nothing.`;
      const hint = 'Write words of the page that readers should find.';
      return problemAt(group, ['to', index], message, hint);
    }),
  ]);
}
