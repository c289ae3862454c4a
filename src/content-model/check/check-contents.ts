import { partIds } from '../model/contents.ts';
import type { Problem } from '../model/problem.ts';
import { site } from '../../site/site.ts';
import type { Site, SitePage } from './read-site.ts';

/** Pages that lie outside the contents on purpose: each is reached in its own way. */
function isOutside({ slug, frontMatter }: SitePage): boolean {
  const own = ['', '404', site.pages.search];
  return own.includes(slug) || frontMatter?.data['template'] === 'splash';
}

/** Pages that no reader would find, since no part of the contents has them, and places that two pages share. */
export function checkContents({ pages }: Site): Problem[] {
  const first = new Map<string, string>();
  return pages.flatMap((page): Problem[] => {
    const { file, slug, frontMatter } = page;
    if (isOutside(page) || !frontMatter) return [];
    const { data, line, lineOf } = frontMatter;
    const { part, order } = data;
    if (part === undefined) {
      return [
        {
          file,
          line,
          message: `The page "${slug}" is in no part of the contents, so that readers would not find it.`,
          hint: `Add "part", one of: ${partIds.join(', ')}; and "order", its place there.`,
        },
      ];
    }
    if (order === undefined) {
      return [
        {
          file,
          line: lineOf(['part']),
          message: `The page "${slug}" does not say its place in the part "${String(part)}".`,
          hint: 'Add "order" with a number: 10 for the first page, 20 for the second, 15 for one between.',
        },
      ];
    }
    const place = `${String(part)} ${String(order)}`;
    const other = first.get(place);
    if (other === undefined) {
      first.set(place, file);
      return [];
    }
    return [
      {
        file,
        line: lineOf(['order']),
        message: `The page has the same place in the contents as ${other}.`,
        hint: 'Give one of them another "order".',
      },
    ];
  });
}
