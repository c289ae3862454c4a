import type { Check } from '../../content/check/check.ts';
import type { Entry } from '../../content/check/source.ts';
import type { Problem } from '../../content/problem.ts';
import { plainDoi } from '../identity.ts';

/** Two records with one id, or one DOI. */
export const checkRecords: Check = ({ references }) => {
  const ids = new Map<string, Entry>();
  const dois = new Map<string, Entry>();
  return (references ?? []).flatMap((entry) => {
    const problems: Problem[] = [];
    const { id, file, lineOf } = entry;
    const twin = ids.get(id);
    if (twin) {
      problems.push({
        file,
        line: lineOf(['id']),
        message: `Two works have the id "${id}"; the first stands on line ${String(twin.line)}.`,
        hint: 'Give one of them another id, or delete it if they are the same work.',
      });
    } else ids.set(id, entry);

    const doi = plainDoi(entry.data['DOI']);
    const same = doi === undefined ? undefined : dois.get(doi);
    if (same && !twin) {
      problems.push({
        file,
        line: lineOf(['DOI']),
        message: `"${same.id}" and "${id}" have one DOI, ${String(doi)}.`,
        hint: 'Keep one record and cite that, or mend the DOI.',
      });
    } else if (doi !== undefined) dois.set(doi, entry);
    return problems;
  });
};
