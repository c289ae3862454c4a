import type { z } from 'astro/zod';
import { nearest, suggestion } from '../../lib/text/nearest.ts';
import type { Collection } from '../collections.ts';
import { isObject, mistake, type Entry, type Mistake, type Problem } from '../model/problem.ts';
import { findDuplicates, textsAt, type EntryText } from '../model/texts.ts';

type Issue = z.core.$ZodIssue;

/** The part of a collection's declaration that describes its entries. */
interface Declared extends Pick<Collection, 'noun' | 'schema'> {
  /** A more specific hint for the value at a path. */
  hintOf?: (path: readonly PropertyKey[]) => string | undefined;
}

/** Schema mistakes of each entry, with entry, field and line. An entry without an id is named by the noun alone. */
export function checkSchema(entries: Entry[] = [], collection: Declared): Problem[] {
  return entries.flatMap((entry, index) => checkEntry(entry, collection, index === 0));
}

function checkEntry(entry: Entry, collection: Declared, isFirst: boolean): Problem[] {
  const { schema, noun, hintOf } = collection;
  const { id, file, data } = entry;
  const name = id ? `${noun} "${id}"` : noun;
  const issues = schema.safeParse(data).error?.issues ?? [];
  const known = 'shape' in schema ? Object.keys(schema.shape as object) : [];
  const isUnknown = ({ code, path }: Issue) =>
    code === 'unrecognized_keys' && path.length === 0 && known.length > 0;
  const unknown = issues.filter(isUnknown).flatMap((issue) => ('keys' in issue ? issue.keys : []));
  // A misspelt field would be reported twice: as unknown and as missing.
  const meant = new Set(unknown.flatMap((key) => nearest(key, known, 1)));
  const isReported = (issue: Issue) =>
    isUnknown(issue) ||
    (valueAt(data, issue.path) === undefined && meant.has(String(issue.path[0])));
  // An unknown column is reported once, at the header row.
  const isTable = file.endsWith('.csv');
  return [
    ...(isTable && !isFirst ? [] : unknown).map((key) => ({
      file,
      line: isTable ? 1 : entry.lineOf([key]),
      message: `${isTable ? 'The table' : name} has the unknown ${isTable ? 'column' : 'field'} "${key}".`,
      hint: suggestNear(key, known, `Remove it; the fields are: ${known.join(', ')}.`),
    })),
    ...issues
      .filter((issue) => !isReported(issue))
      .map((issue) => {
        const { code, path } = issue;
        const value = valueAt(data, path);
        const { message, hint } = explainIssue(name, issue, value);
        const isThere = value !== undefined && code !== 'unrecognized_keys';
        return {
          file,
          // A missing field has no line of its own.
          line: path.length <= 1 && value === undefined ? entry.line : entry.lineOf(path),
          message,
          hint: (isThere ? hintOf?.(path) : undefined) ?? hint,
        };
      }),
    ...findRepeatedIds(entry, name),
  ];
}

/** List fields whose ids must be unique. */
const idFields = ['works', 'topics', 'references', 'sources', 'see', 'pages', 'readers', 'kind'];

function findRepeatedIds(entry: Entry, name: string): Problem[] {
  const ids = textsAt([entry], '**').filter(
    ({ path }) => idFields.includes(String(path.at(-2))) && typeof path.at(-1) === 'number',
  );
  const keyOf = ({ path, text }: EntryText) => path.with(-1, text).join();
  return findDuplicates(ids, keyOf, ({ path, text }) => ({
    message: `${name} has “${text}” twice in "${String(path.at(-2))}".`,
    hint: 'Take one out.',
  }));
}

function valueAt(data: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (isObject(value) ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    data,
  );
}

/** "Did you mean …?", or another hint if no known word is similar. */
function suggestNear(word: string, known: string[], other: string): string {
  return nearest(word, known, 1).length > 0 ? suggestion(word, known, '') : other;
}

/** Explains a schema issue to authors; `name` is that of the entry, `value` the one at the issue's path. */
function explainIssue(name: string, issue: Issue, value: unknown): Mistake {
  const field = nameField(issue.path);
  if (value === undefined || value === null)
    return mistake`${name} lacks ${field}.
      Add it${describeWanted(issue)}.`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return mistake`${name} has the unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}.
        Correct its name or remove it; compare with an entry that works.`;
    case 'invalid_value':
      return notOneOf(name, field, value, issue.values);
    case 'invalid_union': {
      if ('options' in issue) return notOneOf(name, field, value, issue.options);
      const inner = findMeant(issue.errors);
      if (inner) {
        const path = [...issue.path, ...inner.path];
        return explainIssue(name, { ...inner, path }, valueAt(value, inner.path));
      }
      return mistake`${name} has a value of the wrong shape in ${field}.
        Compare it with an entry that works.`;
    }
    case 'too_small':
      return wrongSize(name, field, value, 'at least', Number(issue.minimum));
    case 'too_big':
      return wrongSize(name, field, value, 'at most', Number(issue.maximum));
    case 'invalid_type': {
      const noun = typeNames[issue.expected];
      if (noun === 'text' && isObject(value) && typeof issue.path.at(-1) === 'number') {
        const [[key, rest] = []] = Object.entries(value);
        return mistake`A line has a colon followed by a space, which YAML reads as a new field.
          Put the whole line in quotes: '${key}: ${rest}'.`;
      }
      const fix = noun === 'text' ? 'Put it in quotes' : `Write ${noun ?? 'another value'}`;
      return mistake`${name} has ${write(value)} in ${field}, which is not ${noun ?? 'of the right kind'}.
        ${fix}.`;
    }
    case 'custom':
      return mistake`${name}: ${issue.message}.
        Correct one of the two.`;
    default:
      return mistake`${name} has ${write(value)} in ${field}, which is not in the right form.
        ${formatHints[String(issue.path.at(-1))] ?? 'Compare it with an entry that works.'}`;
  }
}

/** The issue in the union option that was probably meant: the one of the same type, or with fewest issues. */
function findMeant(errors: Issue[][]): Issue | undefined {
  const values = errors.filter((issues) => issues.every(({ code }) => code === 'invalid_value'));
  // Prefer the option for lists: a wrong item is more specific than a wrong whole.
  const ofValue = values.find(([first]) => (first?.path.length ?? 0) > 0) ?? values[0];
  if (ofValue) return ofValue[0];
  const ofFields = errors.filter((issues) =>
    issues.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  const [best, next] = ofFields.toSorted((a, b) => a.length - b.length);
  if (!best || best.length === next?.length) return undefined;
  return best.find(({ code }) => code === 'unrecognized_keys') ?? best[0];
}

/** Names a path for authors: `["choices", 2, "text"]` → `"choices 3, text"`. */
function nameField(path: PropertyKey[]): string {
  const parts: string[] = [];
  for (const key of path) {
    if (typeof key === 'number') parts.push(`${parts.pop() ?? 'entry'} ${String(key + 1)}`);
    else parts.push(String(key));
  }
  return parts.length === 0 ? 'its fields' : `"${parts.join(', ')}"`;
}

function notOneOf(name: string, field: string, value: unknown, options: unknown[] = []): Mistake {
  const words = options.map(String);
  return mistake`${name} has ${write(value)} in ${field}, which is none of: ${words.join(', ')}.
    ${suggestNear(String(value), words, 'Use one of them.')}`;
}

/** Explains a text or list of the wrong length, or a number out of range. */
function wrongSize(
  name: string,
  field: string,
  value: unknown,
  bound: 'at least' | 'at most',
  limit: number,
): Mistake {
  if (value === '' && limit === 1)
    return mistake`${name} has nothing in ${field}.
      Fill it in.`;
  const isSmall = bound === 'at least';
  const needed = isSmall ? 'needed' : 'allowed';
  if (typeof value === 'string')
    return mistake`${name} has ${value.length} characters in ${field}; ${bound} ${limit} are ${needed}.
      ${isSmall ? 'Say a little more.' : 'Say it more briefly.'}`;
  if (Array.isArray(value))
    return mistake`${name} has ${value.length} entries in ${field}; ${bound} ${limit} are ${needed}.
      ${isSmall ? 'Add one.' : 'Leave some out.'}`;
  return mistake`${name} has ${write(value)} in ${field}; ${bound} ${limit} is ${needed}.
    Correct the number.`;
}

function write(value: unknown): string {
  if (typeof value === 'string') return `“${value}”`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'several fields' : String(value);
}

function describeWanted(issue: Issue): string {
  const { expected, values, options } = issue as {
    expected?: string;
    values?: unknown[];
    options?: unknown[];
  };
  const words = values ?? options;
  if (words) return `, with one of: ${words.map(String).join(', ')}`;
  return expected && typeNames[expected] ? `, with ${typeNames[expected]}` : '';
}

const typeNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  date: 'a day such as 2026-11-24',
  array: 'a list',
  object: 'fields of its own',
};

/** Hints on the format of fields, by field name. */
const formatHints: Record<string, string> = {
  answer: 'Write the first words of a sentence of the section, three or more.',
  id: 'Use lower-case letters and digits, without spaces or accents.',
  DOI: 'Write the DOI alone, such as 10.1016/j.dr.2009.02.001, without the address before it.',
  URL: 'Write the whole address, beginning with https://.',
  seen: 'Write the whole address, beginning with https://.',
  number: 'Write a telephone number of three digits or more, with spaces or hyphens between them.',
  emergency: 'Write the number to dial, such as 112 or 999.',
  family: 'Write {"family": "Ames", "given": "Bo C."}: each part in its own field.',
  given: 'Write the given names or initials, or take the field out.',
};
