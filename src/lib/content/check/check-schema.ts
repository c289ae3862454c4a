import type { Problem } from '../problem.ts';
import type { Entry } from './source.ts';

/** The part of a Zod schema that a check needs. */
interface Schema {
  safeParse(value: unknown): {
    error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
  };
}

/** What in each entry is not as its schema says: the entry, the field, and its line. */
export function checkSchema(entries: Entry[] | undefined, schema: Schema): Problem[] {
  return (entries ?? []).flatMap(({ id, file, data, lineOf }) =>
    (schema.safeParse(data).error?.issues ?? []).map(({ path, message }) => ({
      file,
      line: lineOf(path),
      message: `${[`"${id}"`, ...path.map(String)].join(' → ')}: ${message}.`,
      hint: 'Compare it with an entry that works.',
    })),
  );
}
