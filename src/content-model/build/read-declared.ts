import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/browser/esm/sync';
import { parse as parseYaml } from 'yaml';
import type { z } from 'astro/zod';
import {
  collections,
  holds,
  isOrdered,
  placeOf,
  type Collection,
  type CollectionName,
} from '../collections.ts';
import { ContentError } from '../model/problem.ts';

type Fields = Record<string, unknown>;

/**
 * The entries in the text of a declared collection's file, by id. A list's entries are under the field
 * that tells them apart, else their place, and have their place in the file, from 0, as `order` where
 * the schema has that, since Astro returns collections sorted by id.
 * @param file the file's name, whose end says how it is written and whose stem may be an id.
 */
export function parseEntries(
  name: CollectionName,
  file: string,
  text: string,
): Map<string, Fields> {
  const { shape, schema, id }: Collection = collections[name];
  const value = parseText(file, text);
  const stem = file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  if (shape === 'whole' || shape === 'text') return new Map([[stem, value as Fields]]);
  if (shape === 'map') return new Map(Object.entries((value ?? {}) as Record<string, Fields>));
  const isInOrder = isOrdered({ shape, schema });
  return new Map(
    ((value ?? []) as Fields[]).map((row, order) => [
      String(id === undefined ? order : row[id]),
      isInOrder ? { ...row, order } : row,
    ]),
  );
}

function parseText(file: string, text: string): unknown {
  if (file.endsWith('.json')) return JSON.parse(text);
  if (file.endsWith('.csv'))
    return parseCsv(text, { columns: true, skip_empty_lines: true, trim: true });
  if (!/\.mdx?$/.test(file)) return parseYaml(text);
  const [, matter = ''] = /^---\r?\n(.*?)\r?\n---/s.exec(text) ?? [];
  return parseYaml(matter);
}

/** An entry of a declared collection, as its schema gives it. */
export interface DeclaredEntry<Name extends CollectionName> {
  id: string;
  /** Its file, below the content folder. */
  file: string;
  data: z.output<(typeof collections)[Name]['schema']>;
}

/**
 * Reads a declared collection from a folder such as src/content, for steps of the build, which cannot
 * query Astro's collections: files by name, entries as written. Files that are not there count as empty.
 * @throws ContentError when an entry is not as its schema says; `npm run content:check` says which and why.
 */
export function readDeclared<Name extends CollectionName>(
  name: Name,
  content: string,
): DeclaredEntry<Name>[] {
  const collection: Collection = collections[name];
  return listDeclared(collection, content).flatMap((file) => {
    const entries = parseEntries(name, file, readFileSync(join(content, file), 'utf8'));
    return [...entries].map(([id, fields]) => {
      const { data, error } = collection.schema.safeParse(fields);
      if (!error) return { id, file, data: data as DeclaredEntry<Name>['data'] };
      const [issue] = error.issues;
      throw new ContentError({
        file: `src/content/${file}`,
        message: `“${id}”: ${issue?.path.join(' → ') ?? ''}: ${issue?.message ?? 'wrong shape'}.`,
        hint: 'Run npm run content:check.',
      });
    });
  });
}

/** Files of a collection that are there, below the content folder, sorted. */
function listDeclared(collection: Collection, content: string): string[] {
  const { folder } = placeOf(collection);
  const path = join(content, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .map((file) => (folder ? `${folder}/${file}` : file))
    .filter((file) => holds(collection, file))
    .sort();
}
