import type { Check } from '../../../content-model/check/check.ts';
import type { SitePage } from '../../../content-model/check/read-site.ts';
import type { Problem } from '../../../content-model/model/problem.ts';
import { isCiting } from '../data-citations.ts';

/** Pages that cite and have no list of references, or several; lists where nothing is cited. */
export const checkReferenceLists: Check = ({ pages }) => pages.flatMap(checkPage);

function checkPage({ file, outline }: SitePage): Problem[] {
  const uses = outline?.uses ?? [];
  const [list, second] = uses.filter(({ name }) => name === 'ReferenceList');
  const [cite] = uses.filter(({ name }) => name === 'Cite' || isCiting(name));
  if (cite && !list) {
    const message = 'The page cites a work here and has no list of references.';
    const hint = 'End the page with "## References" and <ReferenceList />.';
    return [{ file, line: cite.line, message, hint }];
  }
  if (list && !cite) {
    const message = 'The page has a list of references and cites nothing.';
    return [{ file, line: list.line, message, hint: 'Remove the list, or cite with <Cite>.' }];
  }
  if (second) {
    const message = 'The page has a second list of references.';
    return [{ file, line: second.line, message, hint: 'Keep one <ReferenceList />, at the end.' }];
  }
  return [];
}
