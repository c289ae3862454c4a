import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../build/shared/list-files.ts';
import type { Surroundings } from '../check/read-site.ts';
import { parseEntries, type DeclaredEntry } from '../check/parse-entries.ts';
import { readFrontMatter } from '../check/read-entries.ts';
import type { Source } from '../model/problem.ts';
import { findSiteAddress } from '../../lib/url/page-path.ts';
import { arrangeContents, type PartWithPages, type PagePosition } from '../model/contents.ts';
import { collections, containsFile, type CollectionName } from '../collections.ts';

/** Files that are no content: fonts, which are binary and checked by read-facts.ts, and dotfiles. */
const skipped = /^fonts\/[^/]+\.woff2$|(^|\/)\.[^/]*$/;

/** All files below src/content of the project in `root`, sorted by path. */
export function readContent(root = '.'): Source[] {
  const folder = join(root, 'src/content');
  const files = listFiles(folder).filter((path) => !skipped.test(path));
  return files.map((path) => ({
    path: `src/content/${path}`,
    text: readFileSync(join(folder, path), 'utf8'),
  }));
}

/** What content may refer to in the project in `root`: components, public files, the site's address. */
export function readSurroundings(root = '.'): Surroundings {
  const code = listFiles(join(root, 'src')).filter((path) => path.endsWith('.astro'));
  return {
    components: code.map((path) => `src/${path}`),
    files: new Set(listFiles(join(root, 'public')).map((path) => `/${path}`)),
    address: findSiteAddress(process.env),
    today: new Date(),
  };
}

/** The site's contents in reading order, from the front matter of the pages below `content`/docs. */
export function readContents(content = 'src/content'): PartWithPages<PagePosition>[] {
  const pages = listFiles(join(content, 'docs')).filter((path) => /\.mdx?$/.test(path));
  return arrangeContents(
    pages.map((file) => {
      const text = readFileSync(join(content, 'docs', file), 'utf8');
      const slug = file.replace(/\.\w+$/, '');
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
  const files = listFiles(content).filter(
    (file) => !skipped.test(file) && containsFile(collections[name], file),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(content, file), 'utf8');
    return parseEntries(name, { path: `src/content/${file}`, text });
  });
}
