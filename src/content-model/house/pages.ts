import type { Site, SitePage } from '../check/read-site.ts';
import { parts } from '../model/contents.ts';
import type { Problem } from '../model/problem.ts';
import { countWords } from './lint-prose.ts';

/** Fewest and most words of a page that teaches; answers to questions may be as many as readers ask. */
const length = { least: 700, most: 2400 };

/** Fewest pages that a teaching page leads to, and that lead to it. */
const links = { out: 3, in: 2 };

/** What a page that teaches should have, and why. */
const wanted: [component: string, why: string][] = [
  ['KeyPoints', 'it says in short what the page says'],
  ['Quiz', 'readers can test themselves'],
  ['ReferenceList', 'readers can look up its works'],
];

/** Pages that teach and are too short or too long, badly linked, or lack what every such page has. */
export function judgePages(site: Site): Problem[] {
  const topics = site.pages.filter(isTopic);
  return topics.flatMap((page) => [
    ...judgeLength(page, site),
    ...judgeLinks(page, site),
    ...judgeContent(page),
  ]);
}

/** Whether a page teaches a topic: it stands in a part about the subject, and cites. */
function isTopic({ frontMatter, outline }: SitePage): boolean {
  const part = parts.find(({ id }) => id === frontMatter?.data['part']);
  return part !== undefined && !part.isAside && (outline?.citations.length ?? 0) > 0;
}

function judgeLength({ slug, file, outline, sentences = [] }: SitePage, site: Site): Problem[] {
  const statements = (outline?.uses ?? []).flatMap(({ name, props }) =>
    name === 'Finding' ? (site.findings?.filter(({ id }) => id === props['id']) ?? []) : [],
  );
  const texts = [
    ...sentences.map(({ text }) => text),
    ...statements.map(({ data }) => String(data['statement'])),
  ];
  const words = texts.reduce((sum, text) => sum + countWords(text), 0);
  if (words < length.least) {
    const hint = `A page that teaches has ${String(length.least)} or more; or make it a section of another.`;
    return [{ file, message: `The page has ${String(words)} words.`, hint }];
  }
  if (words > length.most && slug !== 'faq') {
    const hint = `Cut it to ${String(length.most)} or fewer, or give a part of it a page of its own.`;
    return [{ file, message: `The page has ${String(words)} words.`, hint }];
  }
  return [];
}

/** Pages that a page's prose links to, itself aside. */
function linksOf({ slug, outline }: SitePage): Set<string> {
  const slugs = (outline?.links ?? []).flatMap(({ url }) => /^\/([a-z-]+)\//.exec(url)?.[1] ?? []);
  return new Set(slugs.filter((target) => target !== slug));
}

function judgeLinks(page: SitePage, { pages }: Site): Problem[] {
  const { slug, file } = page;
  const out = linksOf(page).size;
  const from = pages.filter((other) => linksOf(other).has(slug)).length;
  return [
    ...(out < links.out
      ? [
          {
            file,
            message: `The page leads on to ${countPages(out)}.`,
            hint: `Link to ${String(links.out)} or more where a reader would want to go on.`,
          },
        ]
      : []),
    ...(from < links.in
      ? [
          {
            file,
            message: `The prose of ${countPages(from)} leads to this one.`,
            hint: `Link to /${slug}/ from ${String(links.in)} pages or more that touch on it.`,
          },
        ]
      : []),
  ];
}

function countPages(count: number): string {
  return count === 0 ? 'no page' : `${String(count)} page${count === 1 ? '' : 's'}`;
}

function judgeContent({ file, frontMatter, outline }: SitePage): Problem[] {
  const names = new Set(outline?.uses.map(({ name }) => name));
  const lacking = wanted.filter(([component]) => !names.has(component));
  if (frontMatter?.data['plain'] === true && !names.has('Try'))
    lacking.push(['Try', 'a page for parents and partners gives something to do today']);
  return lacking.map(([component, why]) => ({
    file,
    message: `The page has no <${component}>.`,
    hint: `Add one: ${why}.`,
  }));
}
