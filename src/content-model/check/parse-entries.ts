import type { z } from 'astro/zod';
import { collections, type CollectionName } from '../collections.ts';
import { ContentError, type Entry, type Source } from '../model/problem.ts';
import { readEntries } from './read-entries.ts';

/** An entry of a declared collection, parsed by its schema. */
export type DeclaredEntry<Name extends CollectionName> = Omit<Entry, 'data'> & {
  data: z.output<(typeof collections)[Name]['schema']>;
};

/**
 * The entries in a file of a declared collection, parsed by its schema.
 * @throws ContentError for a file or an entry that is wrong; `npm run content:check` explains it.
 */
export function parseEntries<Name extends CollectionName>(
  name: Name,
  source: Source,
): DeclaredEntry<Name>[] {
  const { entries, problem } = readEntries(source, collections[name]);
  if (problem) throw new ContentError(problem);
  return entries.map((entry) => {
    const { data, error } = collections[name].schema.safeParse(entry.data);
    if (!error) return Object.assign(entry, { data: data as DeclaredEntry<Name>['data'] });
    const [issue] = error.issues;
    throw new ContentError({
      file: source.path,
      line: entry.line,
      message: `“${entry.id}”: ${issue?.path.join(' → ') ?? ''}: ${issue?.message ?? 'wrong shape'}.`,
      hint: 'Run npm run content:check.',
    });
  });
}
