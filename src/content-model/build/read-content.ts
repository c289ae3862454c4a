import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Surroundings } from '../check/read-site.ts';
import { readEntries, readFrontMatter } from '../check/read-entries.ts';
import { ContentError, slugOf, type Entry, type Source } from '../model/problem.ts';
import { findSiteAddress } from '../../lib/url/page-path.ts';
import { arrangeContents, type PartWithPages, type PagePosition } from '../model/contents.ts';
import type { z } from 'astro/zod';
import { collections, containsFile, type Collection, type CollectionName } from '../collections.ts';

/** All files below src/content of the project in `root`, sorted by path. */
export function readContent(root = '.'): Source[] {
  // Fonts are binary files; read-facts.ts checks them.
  const isFont = /^src\/content\/fonts\/[^/]+\.woff2$/;
  return listFiles(root, 'src/content')
    .filter((path) => !isFont.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** What content may refer to in the project in `root`: components, public files, the site's address. */
export function readSurroundings(root = '.'): Surroundings {
  return {
    components: listFiles(root, 'src').filter((path) => path.endsWith('.astro')),
    files: new Set(listFiles(root, 'public').map((path) => path.slice('public'.length))),
    address: findSiteAddress(process.env),
    today: new Date(),
  };
}

/** Paths, from `root`, of all files below a folder except dotfiles, sorted. */
function listFiles(root: string, folder = ''): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** The site's contents in reading order, from the front matter of the pages below `content`/docs. */
export function readContents(content = 'src/content'): PartWithPages<PagePosition>[] {
  const pages = listFiles(content, 'docs').filter((path) => /\.mdx?$/.test(path));
  return arrangeContents(
    pages.map((file) => {
      const text = readFileSync(join(content, file), 'utf8');
      const slug = slugOf(`src/content/${file}`);
      const { part, order } = (readFrontMatter({ path: file, text }, slug).entry?.data ??
        {}) as Omit<PagePosition, 'slug'>;
      return { slug, part, order };
    }),
  );
}

/** Slugs of the pages in the contents, in reading order. */
export function readReadingOrder(content?: string): string[] {
  return readContents(content).flatMap(({ pages }) => pages.map(({ slug }) => slug));
}

/**
 * Parses the entries in a file of a declared collection, in the format of its extension. Its base name
 * may be an id. @throws ContentError when the text cannot be parsed.
 */
export function parseEntries(collection: Collection, path: string, text: string): Entry[] {
  const { entries, problem } = readEntries({ path, text }, collection);
  if (problem) throw new ContentError(problem);
  return entries;
}

/** An entry of a declared collection, parsed by its schema; `file` is relative to the content folder. */
export type DeclaredEntry<Name extends CollectionName> = Omit<Entry, 'data'> & {
  data: z.output<(typeof collections)[Name]['schema']>;
};

/**
 * Reads a declared collection from a folder such as src/content, for build steps, which cannot query
 * Astro's collections. Files are sorted by name; a missing file has no entries.
 * @throws ContentError when an entry does not fit its schema; `npm run content:check` explains it.
 */
export function readDeclared<Name extends CollectionName>(
  name: Name,
  content: string,
): DeclaredEntry<Name>[] {
  const collection: Collection = collections[name];
  const files = listFiles(content).filter((file) => containsFile(collection, file));
  return files.flatMap((file) =>
    parseEntries(collection, file, readFileSync(join(content, file), 'utf8')).map((entry) => {
      const { data, error } = collection.schema.safeParse(entry.data);
      if (!error) return Object.assign(entry, { data: data as DeclaredEntry<Name>['data'] });
      const [issue] = error.issues;
      throw new ContentError({
        file: `src/content/${file}`,
        line: entry.line,
        message: `“${entry.id}”: ${issue?.path.join(' → ') ?? ''}: ${issue?.message ?? 'wrong shape'}.`,
        hint: 'Run npm run content:check.',
      });
    }),
  );
}
