import { nearest, suggestion } from '../../lib/text/nearest.ts';
import { isOrdered, type Collection, type Shape } from '../collections.ts';
import type { Problem } from '../model/problem.ts';
import { explainIssue, type Issue } from './explain-issue.ts';
import type { Entry } from './source.ts';

/** The part of a Zod schema that a check needs. */
interface Schema {
  safeParse(value: unknown): { error?: { issues: Issue[] } | undefined };
  /** Its fields, where it is an object. */
  shape?: object;
}

/** The part of a collection's declaration that says what its entries are. */
type Declared = Pick<Collection, 'noun' | 'isOpen'> & { schema: Schema; shape?: Shape };

/** What in each entry is not as its schema says: the entry, the field, and its line. */
export function checkSchema(entries: Entry[] | undefined, collection: Declared): Problem[] {
  return (entries ?? []).flatMap((entry) => checkEntry(entry, collection));
}

function checkEntry(entry: Entry, { schema, noun, isOpen, shape }: Declared): Problem[] {
  const { id, file, data } = entry;
  const name = `${noun} "${id}"`;
  // The place in the file, which reading adds, is no matter of the author's.
  const added = shape && isOrdered({ shape, schema }) ? { order: 0 } : {};
  const issues = schema.safeParse({ ...data, ...added }).error?.issues ?? [];
  const known = Object.keys(schema.shape ?? {});
  const strangers =
    isOpen || known.length === 0 ? [] : Object.keys(data).filter((key) => !known.includes(key));
  // A misspelt field would be told twice: as unknown, and as lacking.
  const meant = new Set(strangers.flatMap((key) => nearest(key, known, 1)));
  const lacking = ({ path }: Issue) =>
    valueAt(data, path) === undefined && meant.has(String(path[0]));

  return [
    ...strangers.map((key) => ({
      file,
      line: entry.lineOf([key]),
      message: `${name} has the unknown field "${key}".`,
      hint:
        nearest(key, known, 1).length > 0
          ? suggestion(key, known, '')
          : `Remove it; the fields are: ${known.join(', ')}.`,
    })),
    ...issues
      .filter((issue) => issue.code !== 'unrecognized_keys' || issue.path.length > 0)
      .filter((issue) => !lacking(issue))
      .map((issue) => ({
        file,
        line: lineFor(entry, issue),
        ...explainIssue(name, issue, valueAt(data, issue.path)),
      })),
  ];
}

/** A field that is not there has no line; its entry has. */
function lineFor(entry: Entry, { path }: Issue): number {
  return path.length <= 1 && valueAt(entry.data, path) === undefined
    ? entry.line
    : entry.lineOf(path);
}

function valueAt(data: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    data,
  );
}
