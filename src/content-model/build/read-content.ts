import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Surroundings } from '../check/read-site.ts';
import type { Source } from '../check/source.ts';
import { parse } from 'yaml';
import { site } from '../../site/site.ts';
import { findSiteAddress } from '../../lib/url/page-path.ts';
import { arrangeContents, type FilledPart, type Placed } from '../model/contents.ts';

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
        const { part, order } = (parse(matter) ?? {}) as Omit<Placed, 'slug'>;
        return { slug: name.replaceAll('\\', '/').replace(/\.mdx?$/, ''), part, order };
      }),
  );
}

/** Slugs of the pages in the contents, in reading order. */
export function readReadingOrder(content?: string): string[] {
  return readContents(content).flatMap(({ pages }) => pages.map(({ slug }) => slug));
}
