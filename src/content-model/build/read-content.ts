import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Surroundings } from '../check/read-site.ts';
import { parseEntries, readFrontMatter, type DeclaredEntry } from '../check/read-entries.ts';
import { slugOf, type Source } from '../model/problem.ts';
import { findSiteAddress } from '../../lib/url/page-path.ts';
import { arrangeContents, type PartWithPages, type PagePosition } from '../model/contents.ts';
import { collections, containsFile, type CollectionName } from '../collections.ts';

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
 * Reads a declared collection from a folder such as src/content, for build steps, which run no queries.
 * Files are sorted by name; a missing file has no entries. @throws ContentError as `parseEntries`.
 */
export function readDeclared<Name extends CollectionName>(
  name: Name,
  content: string,
): DeclaredEntry<Name>[] {
  const files = listFiles(content).filter((file) => containsFile(collections[name], file));
  return files.flatMap((file) => {
    const text = readFileSync(join(content, file), 'utf8');
    return parseEntries(name, { path: `src/content/${file}`, text });
  });
}
