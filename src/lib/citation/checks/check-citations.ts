import type { Check } from '../../../content-model/check/check.ts';
import type { Problem } from '../../../content-model/model/problem.ts';
import type { PageCitation } from '../../../content-model/model/read-page.ts';
import { suggestion } from '../../text/nearest.ts';
import { toCiteItems } from '../cluster.ts';

/** Citations without an id, with an unknown one, or with a locator that CSL does not know. */
export const checkCitations: Check = ({ pages, references }) => {
  const known = references && new Set(references.map(({ id }) => id));
  return pages.flatMap(({ file, outline }) =>
    (outline?.citations ?? [])
      .filter(({ component }) => component === 'Cite')
      .flatMap((citation) => checkCitation(file, citation, known)),
  );
};

function checkCitation(
  file: string,
  { ids, props, line }: PageCitation,
  known: Set<string> | undefined,
): Problem[] {
  if (ids.length === 0) {
    const message = 'A citation names no work.';
    return [
      { file, line, message, hint: 'Write <Cite id="…" /> with an id from references.json.' },
    ];
  }
  const unknown = known ? ids.filter((id) => !known.has(id)) : [];
  const problems = unknown.map((id) => ({
    file,
    line,
    message: `There is no work with the id "${id}".`,
    hint: suggestion(id, known ?? [], 'src/content/references.json'),
  }));
  const mistake = findLocatorMistake(ids, props['locator']);
  return mistake ? [...problems, { file, line, ...mistake }] : problems;
}

function findLocatorMistake(ids: string[], locator: string | undefined) {
  try {
    toCiteItems({ id: ids.join(' '), locator });
    return undefined;
  } catch (error) {
    return {
      message: (error as Error).message,
      hint: 'Write the place as in locator="p. 452", "chapter 4" or "Table 1", beside one id; suffix="…" takes any words.',
    };
  }
}
