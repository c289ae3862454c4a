import { distance } from 'fastest-levenshtein';
import type { Check } from '../../../../content-model/check/read-site.ts';
import { problemAt, type Entry, type Problem } from '../../../../content-model/model/problem.ts';
import { cslTypes, dateFields, nameFields, textFields, type Name } from '../csl.ts';
import { tidyName, findTracker, plainDoi } from '../fields.ts';
import { by, findDuplicates, textsAt } from '../../../../content-model/model/texts.ts';
import { groupBy } from '../../../../lib/text/format.ts';
import { nearest, suggestion } from '../../../../lib/text/nearest.ts';

/** Fields whose shape the schema has checked. */
const inSchema = new Set(['author', 'editor', 'issued', 'original-date']);

/** Reports what is wrong with a field of a record. */
type ReportField = (field: string, message: string, hint: string) => unknown;

/** Reports what is wrong with a record by CSL's rules, beyond its schema. */
export function checkRecord(data: Record<string, unknown>, report: ReportField): void {
  const { type, URL: url } = data;
  if (typeof type === 'string' && !cslTypes.has(type)) {
    const [near] = nearest(type, cslTypes, 1);
    const hint = near ? `Did you mean ${near}?` : 'Types: docs.citationstyles.org, appendix III.';
    report('type', `"${type}" is no type of CSL.`, hint);
  }
  if (typeof url === 'string' && !/^https?:/i.test(url)) {
    const hint = 'Give an address that begins with https://, or none.';
    report('URL', `"${url}" is no address of the web.`, hint);
  }
  for (const [field, value] of Object.entries(data)) {
    const isKnown = inSchema.has(field);
    const names = nameFields.has(field) && Array.isArray(value) ? (value as Name[]) : undefined;
    if (textFields.has(field) && typeof value !== 'string' && typeof value !== 'number') {
      const hint = 'Write it as one text, such as "Taylor and Francis".';
      report(field, `${field} is ${JSON.stringify(value)} and no text.`, hint);
    } else if (nameFields.has(field) && !isKnown && !names?.every(isName)) {
      const hint = 'Write a list such as [{"family": "Ames", "given": "Bo"}].';
      report(field, `${field} is no list of names.`, hint);
    } else if (names?.some(includesParticle)) {
      const hint = 'Write {"non-dropping-particle": "van", "family": "IJzendoorn"}.';
      report(field, `A family name of ${field} begins with a particle.`, hint);
    } else if (dateFields.has(field) && !isKnown && !isYear(partsOf(value)?.[0])) {
      report(field, `${field} is no date.`, 'Write it as {"date-parts": [[2008, 5]]}.');
    }
  }
}

const cslFields = ['id', 'type', ...nameFields, ...dateFields, ...textFields];

/** Reports values that are well-formed but would be printed wrong: typos, and markup of other programs in titles. */
function checkTypos(data: Record<string, unknown>, report: ReportField): void {
  const { page, DOI: doi, URL: url } = data;
  const [, first = '', last = ''] = /^(\d+)\s*[-–]+\s*(\d+)$/.exec(String(page)) ?? [];
  // "1231-45" is short for 1231-1245.
  if (first.length === last.length && Number(last) < Number(first)) {
    const hint = `Correct one of them; perhaps "${last}-${first}".`;
    report('page', `The pages "${String(page)}" end before they begin.`, hint);
  }
  for (const field of ['title', 'container-title', 'publisher']) {
    const value = data[field];
    if (typeof value !== 'string') continue;
    const code = /&(?:[a-z]+|#\d+);|\\[a-zA-Z&%$#_'"]|[{}]/.exec(value)?.[0];
    if (code) {
      const message = `${field} contains “${code}”, which is ${code.startsWith('&') ? 'HTML' : 'LaTeX'} and printed as it is.`;
      report(field, message, 'Write the sign itself, or take the braces out.');
    } else if (field === 'title' && /\p{Lu}.*\s.*\p{Lu}/u.test(value) && !/\p{Ll}/u.test(value)) {
      const hint = 'Write a capital only at the beginning, after a colon, and in names.';
      report(field, 'The title is in capitals.', hint);
    }
  }
  if (typeof doi === 'string' && /[.,;:]$/.test(doi))
    report('DOI', `The DOI ends with “${doi.slice(-1)}”.`, `Write ${doi.slice(0, -1)}`);
  for (const field of Object.keys(data)) {
    const dashed = field.replaceAll('_', '-').toLowerCase();
    const meant = cslFields.find((name) => name.toLowerCase() === dashed);
    const near = meant ?? nearest(field, cslFields, 1)[0];
    if (cslFields.includes(field) || near === undefined || distance(dashed, near) > 2) continue;
    report(field, `${field} is no field of CSL, and nothing prints it.`, `Did you mean ${near}?`);
  }
  for (const field of dateFields) {
    const [, month = 1, day = 1] = partsOf(data[field]) ?? [];
    if (Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31)
      continue;
    const hint = 'Write year, month and day in this order: [[2008, 5, 31]].';
    report(field, `${field} is a day that no calendar has.`, hint);
  }
  const tracker = typeof url === 'string' ? findTracker(url) : undefined;
  if (tracker) report('URL', tracker.message, tracker.hint);
}

/** Whether a family name includes its particle, as "van IJzendoorn". */
function includesParticle({ family }: Name): boolean {
  return family !== undefined && tidyName({ family }).family !== family;
}

function isName(value: unknown): boolean {
  const { family, literal } = (value ?? {}) as Record<string, unknown>;
  return typeof (literal ?? family) === 'string';
}

/** Year, month and day of a date, or of the beginning of a range; undefined if it is not a date. */
function partsOf(date: unknown): unknown[] | undefined {
  const { 'date-parts': parts } = (date ?? {}) as { 'date-parts'?: unknown };
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  return Array.isArray(first) ? first : undefined;
}

function isYear(year: unknown): boolean {
  return Number(year) !== 0 && Number.isInteger(Number(year));
}

function authorsOf(data: Record<string, unknown>): Name[] {
  return [data['author'], data['editor']].flatMap((names) =>
    Array.isArray(names) ? (names as Name[]) : [],
  );
}

/** The works of each name, written as "Family, Given". */
function worksByName(references: Entry[]) {
  const names = references.flatMap(({ id, data }) =>
    authorsOf(data).map(({ family, given }) => ({ id, name: `${family ?? ''}, ${given ?? ''}` })),
  );
  return groupBy(names, ({ name }) => name);
}

/** Returns why a name's parts seem swapped: the family name is initials, or other works have them the other way. */
function findSwap({ family = '', given = '' }: Name, works: ReturnType<typeof worksByName>) {
  if (family === given || given === '') return undefined;
  const initials = /^(\p{Lu}\.[ -]?)+$/u;
  if (initials.test(family) && !initials.test(given))
    return `“${family}” is written as a family name`;
  const [name, swapped] = [`${family}, ${given}`, `${given}, ${family}`];
  const [own, others] = [works.get(name) ?? [], works.get(swapped) ?? []];
  if (others[0] === undefined || others.length < own.length) return undefined;
  // Where both are equally frequent, the later one is reported.
  const names = [...works.keys()];
  if (others.length === own.length && names.indexOf(swapped) > names.indexOf(name))
    return undefined;
  return `“${name}” is “${swapped}” in "${others[0].id}"`;
}

/** Reports people and spellings of authors.yaml that no work has, and names that occur twice. */
export const checkAuthors: Check = ({ authors = [], references }) => {
  if (!references) return [];
  const names = references.flatMap(({ data }) => authorsOf(data));
  // A full name in a field `family` is reported by another check, and may be one of these people.
  if (names.some(({ family }) => family?.includes(','))) return [];
  const families = new Set(names.flatMap(({ family }) => family ?? []));
  const spellings = new Map<string, Entry>();
  return authors.flatMap((entry) => {
    const { family, given } = entry.data;
    if (typeof family !== 'string') return [];
    const file = 'src/content/references.json';
    if (!families.has(family)) {
      const message = `No work has an author of the name “${family}”.`;
      return problemAt(entry, ['family'], message, suggestion(family, families, file));
    }
    const own = names.filter((name) => name.family === family).flatMap((name) => name.given ?? []);
    const listed: unknown[] = Array.isArray(given) ? given : [];
    const problems = listed.flatMap((spelling, at): Problem[] => {
      if (typeof spelling !== 'string') return [];
      const name = `${spelling} ${family}`;
      const twin = spellings.get(name);
      spellings.set(name, entry);
      if (twin) {
        const message = `“${name}” occurs twice; the first is in the entry on line ${String(twin.line)}.`;
        const hint = 'Keep all spellings of one person in one entry.';
        return problemAt(entry, ['given', at], message, hint);
      }
      if (own.includes(spelling)) return [];
      const hint = suggestion(spelling, own, file);
      return problemAt(entry, ['given', at], `No work spells the name “${name}”.`, hint);
    });
    // One message per entry, since one cause often has several.
    return problems.slice(0, 1);
  });
};

/** Reports records that share an id or a DOI, and records that CSL cannot print. */
export const checkRecords: Check = ({ references = [], surroundings: { today } }) => {
  const works = worksByName(references);
  const first = new Map(references.toReversed().map((entry) => [entry.id, entry]));
  const twins = findDuplicates(textsAt(references, 'id'), by.text, ({ text: id }, { entry }) => ({
    message: `Two works have the id "${id}"; the first is on line ${String(entry.line)}.`,
    hint: 'Give one of them another id, or delete it if they are the same work.',
  }));
  const sameDois = findDuplicates(
    textsAt(references, 'DOI').filter(({ entry }) => first.get(entry.id) === entry),
    ({ text }) => plainDoi(text),
    ({ text, entry }, same) => ({
      message: `"${same.entry.id}" and "${entry.id}" have one DOI, ${String(plainDoi(text))}.`,
      hint: 'Keep one record and cite that, or fix the DOI.',
    }),
  );
  const mistakes = references.flatMap((entry) => {
    const problems: Problem[] = [];
    const { id, data } = entry;
    const report: ReportField = (field, message, hint) =>
      problems.push(...problemAt(entry, [field], `"${id}": ${message}`, hint));
    checkRecord(data, report);
    checkTypos(data, report);
    const year = Number(partsOf(data['issued'])?.[0]);
    if (today && year > today.getUTCFullYear() + 1) {
      const message = `"${id}" is of the year ${String(year)}, which is in the future.`;
      problems.push(...problemAt(entry, ['issued'], message, 'Correct the year.'));
    }
    for (const name of authorsOf(data)) {
      const swap = findSwap(name, works);
      const hint = 'Correct "family" and "given" where they are swapped.';
      if (swap !== undefined) report('author', `${swap}.`, hint);
    }
    return problems;
  });
  return [...mistakes, ...twins, ...sameDois];
};
