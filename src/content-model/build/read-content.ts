import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Surroundings } from '../check/read-site.ts';
import { type Source, ContentError } from '../model/problem.ts';
import { readYaml } from '../model/read-yaml.ts';
import { site } from '../../site/site.ts';
import { findSiteAddress } from '../../lib/url/page-path.ts';
import { arrangeContents, type FilledPart, type Placed } from '../model/contents.ts';
import { parse as parseCsv } from 'csv-parse/browser/esm/sync';
import type { z } from 'astro/zod';
import {
  collections,
  holds,
  isOrdered,
  placeOf,
  type Collection,
  type CollectionName,
} from '../collections.ts';

/** All files below src/content of the project in `root`, sorted by path. */
export function readContent(root = '.'): Source[] {
  return listFiles(root, 'src/content')
    .filter((path) => !isFont(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The fonts of a guide hold no text; the facts of the site name them. */
function isFont(path: string): boolean {
  return /^src\/content\/fonts\/[^/]+\.woff2$/.test(path);
}

/** What the content of the project in `root` may refer to. */
export function readSurroundings(root = '.'): Surroundings {
  return {
    components: listFiles(root, 'src').filter((path) => path.endsWith('.astro')),
    files: new Set(listFiles(root, 'public').map((path) => path.slice('public'.length))),
    // Content alone, as in tests, has no facts of its own.
    facts: existsSync(join(root, 'src/site/site.ts')) ? site : undefined,
    address: findSiteAddress(process.env),
    today: new Date(),
  };
}

/** Files of a folder, by path from the project's root; those that the system hides are left out. */
function listFiles(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => path.slice(join(root, folder).length - folder.length).replaceAll('\\', '/'))
    .sort();
}

/** The site's contents in reading order, from the front matter of the pages below `content`/docs. */
export function readContents(content = 'src/content'): FilledPart<Placed>[] {
  const docs = join(content, 'docs');
  const names = readdirSync(docs, { recursive: true, encoding: 'utf8' });
  return arrangeContents(
    names
      .filter((name) => /\.mdx?$/.test(name))
      .map((name) => {
        const [, matter = ''] =
          /^---\r?\n(.*?)\r?\n---/s.exec(readFileSync(join(docs, name), 'utf8')) ?? [];
        const lines = matter.match(/^(part|order):.*$/gm) ?? [];
        const { part, order } = (readYaml(lines.join('\n')) ?? {}) as Omit<Placed, 'slug'>;
        return { slug: name.replaceAll('\\', '/').replace(/\.mdx?$/, ''), part, order };
      }),
  );
}

/** Slugs of the pages in the contents, in reading order. */
export function readReadingOrder(content?: string): string[] {
  return readContents(content).flatMap(({ pages }) => pages.map(({ slug }) => slug));
}

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
  if (!/\.mdx?$/.test(file)) return readYaml(text);
  const [, matter = ''] = /^---\r?\n(.*?)\r?\n---/s.exec(text) ?? [];
  return readYaml(matter);
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
