import type { FilledPart, Placed } from '../../../content-model/model/contents.ts';
import { ContentError } from '../../../content-model/model/problem.ts';
import { suggestion } from '../../../lib/text/nearest.ts';
import type { Authored } from './authored.ts';
import type { PlacedPage, RecordContext } from './records.ts';

/**
 * Joins what authors wrote for search to the pages as built.
 * @throws ContentError when src/content/asked names a page or a section that is not there.
 */
export function createContext(
  pages: readonly PlacedPage[],
  parts: readonly FilledPart<Placed>[],
  { asked, questions, terms }: Authored,
): RecordContext {
  const partByPath = new Map<string, string>(
    parts.flatMap((part) => part.pages.map(({ slug }) => [`${slug}/`, part.label])),
  );
  const answers = new Map<string, string[]>();
  const add = (path: string, anchor: string, phrases: readonly string[]) => {
    const key = `${path}#${anchor}`;
    answers.set(key, [...(answers.get(key) ?? []), ...phrases]);
  };
  for (const [slug, entries] of asked) {
    for (const { section = '', asked: lines } of entries) {
      checkPlace(pages, slug, section);
      add(`${slug}/`, section, lines);
    }
  }
  for (const { ask, page, section = '' } of questions.flatMap((group) => group.questions)) {
    add(`${page}/`, section, [ask]);
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

/** The content check reads sources; only the built page tells what search really found on it. */
function checkPlace(pages: readonly PlacedPage[], slug: string, anchor: string): void {
  const file = `src/content/asked/${slug}.yaml`;
  const page = pages.find((one) => one.path === `${slug}/`);
  if (!page) {
    const slugs = pages.map((one) => one.path.replace(/\/$/, ''));
    const hint = suggestion(slug, slugs, 'src/content/docs');
    throw new ContentError({ file, message: `There is no page "${slug}" to search.`, hint });
  }
  const anchors = page.sections.map((section) => section.anchor);
  if (anchor === '' || anchors.includes(anchor)) return;
  throw new ContentError({
    file,
    message: `The page "${slug}" has no section "${anchor}" that search could find.`,
    hint: suggestion(anchor, anchors, `the headings of src/content/docs/${slug}.mdx`),
  });
}
