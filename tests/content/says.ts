import { stemOf } from '../../src/features/search/model/words.ts';
import { splitWords } from '../../src/features/search/model/words.ts';

/** The words among `wanted` that a text has in no form; "calm|steady" is one that either may stand for. */
export function missingWords(
  text: string,
  wanted: readonly (string | number)[],
): (string | number)[] {
  const stems = new Set(splitWords(text).map(stemOf));
  return wanted.filter(
    (choice) =>
      !String(choice)
        .split('|')
        .some((word) => splitWords(word).every((one) => stems.has(stemOf(one)))),
  );
}
