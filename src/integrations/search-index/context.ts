import { ContentError } from '../../lib/content/problem.ts';
import { suggestion } from '../../lib/text/nearest.ts';
import type { Authored } from './authored.ts';
import type { PlacedPage, RecordContext } from './records.ts';

/** A part of the site's contents: its name and the slugs of its pages. */
export interface Part {
  label: string;
  items: readonly string[];
}

/**
 * Joins what authors wrote for search to the pages as built.
 * @throws ContentError when asked.yaml names a page or a section that is not there.
 */
export function createContext(
  pages: readonly PlacedPage[],
  parts: readonly Part[],
  { asked, terms }: Authored,
): RecordContext {
  const partByPath = new Map<string, string>(
    parts.flatMap(({ label, items }) => items.map((slug) => [`${slug}/`, label])),
  );
  const answers = new Map<string, string[]>();
  const add = (path: string, anchor: string, phrases: readonly string[]) => {
    const key = `${path}#${anchor}`;
    answers.set(key, [...(answers.get(key) ?? []), ...phrases]);
  };
  for (const entry of asked) {
    const path = `${entry.page}/`;
    checkPlace(pages, path, entry.section ?? '');
    add(path, entry.section ?? '', entry.asked);
  }
  for (const term of terms.values()) {
    // What explains a term answers whoever types it, or another name for it.
    for (const slug of term.pages) add(`${slug}/`, '', [term.term, ...term.aliases]);
  }
  return {
    partOf: (path) => partByPath.get(path),
    askedOf: (path, anchor) => answers.get(`${path}#${anchor}`) ?? [],
  };
}

function checkPlace(pages: readonly PlacedPage[], path: string, anchor: string): void {
  const file = 'src/content/asked.yaml';
  const page = pages.find((one) => one.path === path);
  if (!page) {
    const paths = pages.map((one) => one.path.replace(/\/$/, ''));
    const hint = suggestion(path.replace(/\/$/, ''), paths, 'src/content/docs');
    throw new ContentError({ file, message: `There is no page "${path}" to search.`, hint });
  }
  const anchors = page.sections.map((section) => section.anchor);
  if (anchor === '' || anchors.includes(anchor)) return;
  throw new ContentError({
    file,
    message: `The page "${path}" has no section "${anchor}".`,
    hint: suggestion(
      anchor,
      anchors,
      `the headings of src/content/docs/${path.replace(/\/$/, '')}.mdx`,
    ),
  });
}
