import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type FilledPart, type Placed, arrangeContents } from '../model/parts.ts';

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
