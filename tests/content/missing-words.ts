import { stemOf } from '../../src/features/search/model/words.ts';
import { splitWords } from '../../src/features/search/model/words.ts';

/** The wanted words whose stem a text lacks; "calm|steady" is found if either is. */
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
