import type { Check } from '../../../../content-model/check/read-site.ts';
import type { Entry } from '../../../../content-model/check/source.ts';
import type { Problem } from '../../../../content-model/model/problem.ts';
import { cslTypes, dateFields, nameFields, textFields, type Name } from '../csl.ts';
import { tidyName } from '../names.ts';
import { plainDoi } from '../links.ts';
import { nearest } from '../../../../lib/text/nearest.ts';

/** Fields whose shape the schema has checked. */
const inSchema = new Set(['author', 'editor', 'issued', 'original-date']);

/** What is wrong with a record by CSL's own rules, beyond what its schema says. */
export function findRecordMistakes(
  data: Record<string, unknown>,
): { field: string; message: string; hint: string }[] {
  const mistakes: { field: string; message: string; hint: string }[] = [];
  const { type, URL: url } = data;
  if (typeof type === 'string' && !cslTypes.has(type)) {
    const [near] = nearest(type, cslTypes, 1);
    const hint = near ? `Did you mean ${near}?` : 'Types: docs.citationstyles.org, appendix III.';
    mistakes.push({ field: 'type', message: `"${type}" is no type of CSL.`, hint });
  }
  if (typeof url === 'string' && !/^https?:/i.test(url)) {
    const hint = 'Give an address that begins with https://, or none.';
    mistakes.push({ field: 'URL', message: `"${url}" is no address of the web.`, hint });
  }
  for (const [field, value] of Object.entries(data)) {
    if (textFields.has(field) && typeof value !== 'string' && typeof value !== 'number') {
      const hint = 'Write it as one text, such as "Taylor and Francis".';
      mistakes.push({ field, message: `${field} is ${JSON.stringify(value)} and no text.`, hint });
    } else if (
      nameFields.has(field) &&
      !inSchema.has(field) &&
      !(Array.isArray(value) && value.every(isName))
    ) {
      const hint = 'Write a list such as [{"family": "Ames", "given": "Bo"}].';
      mistakes.push({ field, message: `${field} is no list of names.`, hint });
    } else if (
      nameFields.has(field) &&
      Array.isArray(value) &&
      (value as Name[]).some(hidesParticle)
    ) {
      const hint = 'Write {"non-dropping-particle": "van", "family": "IJzendoorn"}.';
      mistakes.push({ field, message: `A family name of ${field} begins with a particle.`, hint });
    } else if (dateFields.has(field) && !inSchema.has(field) && !isDate(value)) {
      const hint = 'Write it as {"date-parts": [[2008, 5]]}.';
      mistakes.push({ field, message: `${field} is no date.`, hint });
    }
  }
  return mistakes;
}

/** "van IJzendoorn" as a whole, which other records have in parts. */
function hidesParticle({ family }: Name): boolean {
  return family !== undefined && tidyName({ family }).family !== family;
}

function isName(value: unknown): boolean {
  const { family, literal } = (value ?? {}) as Record<string, unknown>;
  return typeof (literal ?? family) === 'string';
}

function isDate(value: unknown): boolean {
  const [first] = ((value ?? {}) as { 'date-parts'?: unknown[] })['date-parts'] ?? [];
  return Array.isArray(first) && Number(first[0]) !== 0 && Number.isInteger(Number(first[0]));
}

/** Two records with one id, or one DOI; records that CSL cannot print. */
export const checkRecords: Check = ({ references }) => {
  const ids = new Map<string, Entry>();
  const dois = new Map<string, Entry>();
  return (references ?? []).flatMap((entry) => {
    const problems: Problem[] = [];
    const { id, file, lineOf } = entry;
    for (const { field, message, hint } of findRecordMistakes(entry.data))
      problems.push({ file, line: lineOf([field]), message: `"${id}": ${message}`, hint });
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
