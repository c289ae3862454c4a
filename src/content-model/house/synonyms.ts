import { isFunctionWord, splitWords } from '../../features/search/model/words.ts';
import { stemOf } from '../../features/search/model/words.ts';
import type { Site } from '../check/read-site.ts';
import type { Source } from '../check/source.ts';
import type { Problem } from '../model/problem.ts';

/** Files of words that stand on no page, for they were written for search or for the checks. */
const unseen = /^src\/content\/(asked|i18n)\/|\/(synonyms|exceptions|best-bets)\.yaml$/;

/** Synonyms that help nobody: for a word that only carries grammar, or to words that stand nowhere. */
export function judgeSynonyms({ synonyms = [] }: Site, sources: Source[]): Problem[] {
  const stems = new Set(
    sources
      .filter(({ path }) => !unseen.test(path))
      .flatMap(({ text }) => splitWords(text).map(stemOf)),
  );
  const isMissing = (target: string) => splitWords(target).some((word) => !stems.has(stemOf(word)));
  return synonyms.flatMap(({ file, data, lineOf }) => [
    ...textsOf(data['words']).flatMap((word, index) =>
      isFunctionWord(splitWords(word).join(' '))
        ? [
            {
              file,
              line: lineOf(['words', index]),
              message: `"${word}" only carries grammar, and would lead every search astray.`,
              hint: 'Take it out, or write the phrase that readers type.',
            },
          ]
        : [],
    ),
    ...textsOf(data['to']).flatMap((target, index) =>
      isMissing(target)
        ? [
            {
              file,
              line: lineOf(['to', index]),
              message: `"${target}" stands on no page, so that the synonym finds nothing.`,
              hint: 'Write words of the page that readers should find.',
            },
          ]
        : [],
    ),
  ]);
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
