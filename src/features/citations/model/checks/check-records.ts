import { distance } from 'fastest-levenshtein';
import type { Check } from '../../../../content-model/check/read-site.ts';
import type { Entry, Problem } from '../../../../content-model/model/problem.ts';
import { cslTypes, dateFields, nameFields, textFields, type Name } from '../csl.ts';
import { tidyName, findTracker, plainDoi } from '../fields.ts';
import { nearest, suggestion } from '../../../../lib/text/nearest.ts';

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

const cslFields = ['id', 'type', ...nameFields, ...dateFields, ...textFields];

/** What is well-formed and would be printed wrong: typing errors, and what other programs leave in titles. */
function findSlips(data: Record<string, unknown>) {
  const slips: { field: string; message: string; hint: string }[] = [];
  const { page } = data;
  const [, first = '', last = ''] = /^(\d+)\s*[-–]+\s*(\d+)$/.exec(String(page)) ?? [];
  // "1231-45" is short for 1231-1245.
  if (first.length === last.length && Number(last) < Number(first)) {
    const hint = `Correct one of them; perhaps "${last}-${first}".`;
    slips.push({
      field: 'page',
      message: `The pages "${String(page)}" end before they begin.`,
      hint,
    });
  }
  for (const field of ['title', 'container-title', 'publisher']) {
    const value = data[field];
    if (typeof value !== 'string') continue;
    const code = /&(?:[a-z]+|#\d+);|\\[a-zA-Z&%$#_'"]|[{}]/.exec(value)?.[0];
    if (code) {
      const message = `${field} holds “${code}”, which is ${code.startsWith('&') ? 'HTML' : 'LaTeX'} and printed as it is.`;
      slips.push({ field, message, hint: 'Write the sign itself, or take the braces out.' });
    } else if (field === 'title' && /\p{Lu}.*\s.*\p{Lu}/u.test(value) && !/\p{Ll}/u.test(value)) {
      const hint = 'Write a capital only at the beginning, after a colon, and in names.';
      slips.push({ field, message: 'The title is in capitals.', hint });
    }
  }
  const { DOI: doi } = data;
  if (typeof doi === 'string' && /[.,;:]$/.test(doi)) {
    const hint = `Write ${doi.slice(0, -1)}`;
    slips.push({ field: 'DOI', message: `The DOI ends with “${doi.slice(-1)}”.`, hint });
  }
  for (const field of Object.keys(data)) {
    const dashed = field.replaceAll('_', '-').toLowerCase();
    const meant = cslFields.find((name) => name !== field && name.toLowerCase() === dashed);
    const [near] = meant ? [meant] : nearest(field, cslFields, 1);
    if (cslFields.includes(field) || near === undefined || distance(dashed, near) > 2) continue;
    const message = `${field} is no field of CSL, and nothing prints it.`;
    slips.push({ field, message, hint: `Did you mean ${near}?` });
  }
  for (const field of dateFields) {
    const parts = (data[field] as { 'date-parts'?: unknown[][] } | undefined)?.['date-parts'];
    const [, month = 1, day = 1] = (Array.isArray(parts) && parts[0]) || [];
    if (Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31)
      continue;
    const hint = 'Write year, month and day in this order: [[2008, 5, 31]].';
    slips.push({ field, message: `${field} is a day that no calendar has.`, hint });
  }
  const tracker = typeof data['URL'] === 'string' ? findTracker(data['URL']) : undefined;
  if (tracker) slips.push({ field: 'URL', ...tracker });
  return slips;
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

/** The year of a record, when it is later than next year. */
function findFutureYear(data: Record<string, unknown>, today: Date): number | undefined {
  const [first] = ((data['issued'] ?? {}) as { 'date-parts'?: unknown[][] })['date-parts'] ?? [];
  const year = Number(first?.[0]);
  return year > today.getUTCFullYear() + 1 ? year : undefined;
}

/** The works of each name, written as "Family, Given". */
function worksByName(references: Entry[]): Map<string, string[]> {
  const works = new Map<string, string[]>();
  for (const { id, data } of references)
    for (const { family, given } of authorsOf(data)) {
      const name = `${String(family)}, ${String(given)}`;
      works.set(name, [...(works.get(name) ?? []), id]);
    }
  return works;
}

function authorsOf(data: Record<string, unknown>): Name[] {
  return ['author', 'editor'].flatMap((field) =>
    Array.isArray(data[field]) ? (data[field] as Name[]) : [],
  );
}

/** Why a name looks as if its two parts were swapped: initials for a family name, or other works have it so. */
function findSwap({ family = '', given = '' }: Name, works: Map<string, string[]>) {
  if (family === given || given === '') return undefined;
  const initials = /^(\p{Lu}\.[ -]?)+$/u;
  if (initials.test(family) && !initials.test(given)) return `“${family}” stands for a family name`;
  const own = works.get(`${family}, ${given}`) ?? [];
  const others = works.get(`${given}, ${family}`) ?? [];
  const [other] = others;
  // Where both are equally frequent, the later one is reported.
  const names = [...works.keys()];
  const isLater = names.indexOf(`${given}, ${family}`) < names.indexOf(`${family}, ${given}`);
  const isRarer = others.length > own.length || (others.length === own.length && isLater);
  return other !== undefined && isRarer
    ? `“${family}, ${given}” is “${given}, ${family}” in "${other}"`
    : undefined;
}

/** People of authors.yaml whom no work has, spellings of theirs that no work has, and names that occur twice. */
export const checkAuthors: Check = ({ authors = [], references }) => {
  if (!references) return [];
  const names = references.flatMap(({ data }) => authorsOf(data));
  // A whole name in the field of the family name is told where it is, and may be one of these.
  if (names.some(({ family }) => family?.includes(','))) return [];
  const families = new Set(names.flatMap(({ family }) => family ?? []));
  const spellings = new Map<string, Entry>();
  return authors.flatMap((entry) => {
    const { file, data, lineOf } = entry;
    const { family } = data;
    if (typeof family !== 'string') return [];
    if (!families.has(family)) {
      const message = `No work has an author of the name “${family}”.`;
      const hint = suggestion(family, families, 'src/content/references.json');
      return [{ file, line: lineOf(['family']), message, hint }];
    }
    const own = names.filter((name) => name.family === family).flatMap(({ given }) => given ?? []);
    const listed: unknown[] = Array.isArray(data['given']) ? data['given'] : [];
    // One message an entry: one cause often has several.
    return listed
      .flatMap((given, at): Problem[] => {
        if (typeof given !== 'string') return [];
        const name = `${given} ${family}`;
        const twin = spellings.get(name);
        spellings.set(name, entry);
        if (twin)
          return [
            {
              file,
              line: lineOf(['given', at]),
              message: `“${name}” stands twice; the first is in the entry on line ${String(twin.line)}.`,
              hint: 'Keep all spellings of one person in one entry.',
            },
          ];
        if (own.includes(given)) return [];
        return [
          {
            file,
            line: lineOf(['given', at]),
            message: `No work spells the name “${name}”.`,
            hint: suggestion(given, own, 'src/content/references.json'),
          },
        ];
      })
      .slice(0, 1);
  });
};

/** Two records with one id, or one DOI; records that CSL cannot print. */
export const checkRecords: Check = ({ references, surroundings: { today } }) => {
  const works = worksByName(references ?? []);
  const ids = new Map<string, Entry>();
  const dois = new Map<string, Entry>();
  return (references ?? []).flatMap((entry) => {
    const problems: Problem[] = [];
    const { id, file, lineOf } = entry;
    for (const { field, message, hint } of [
      ...findRecordMistakes(entry.data),
      ...findSlips(entry.data),
    ])
      problems.push({ file, line: lineOf([field]), message: `"${id}": ${message}`, hint });
    const year = today && findFutureYear(entry.data, today);
    if (year) {
      const message = `"${id}" is of the year ${String(year)}, which is to come.`;
      problems.push({ file, line: lineOf(['issued']), message, hint: 'Correct the year.' });
    }
    for (const name of authorsOf(entry.data)) {
      const swap = findSwap(name, works);
      if (swap === undefined) continue;
      const hint = 'Correct "family" and "given" where they are swapped.';
      problems.push({ file, line: lineOf(['author']), message: `"${id}": ${swap}.`, hint });
    }
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
        hint: 'Keep one record and cite that, or fix the DOI.',
      });
    } else if (doi !== undefined) dois.set(doi, entry);
    return problems;
  });
};
