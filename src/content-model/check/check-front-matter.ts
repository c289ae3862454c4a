import { z } from 'astro/zod';
import { findRepeats, problemAt, type Entry, type Problem } from '../model/problem.ts';
import { checkSchema } from './check-schema.ts';
import { partIds } from '../model/contents.ts';
import { site } from '../../site/site.ts';
import type { Site, SitePage } from './read-site.ts';

type Schema = Parameters<typeof checkSchema>[1]['schema'];

/** Starlight's own front matter fields that a page may use. */
const starlight = (
  'title template hero tableOfContents sidebar prev next pagefind head banner draft slug ' +
  'editUrl lastUpdated'
).split(' ');

/** Those of them that authors set by hand. */
const ofStarlight = z.object({
  template: z.enum(['doc', 'splash']).optional(),
  pagefind: z.boolean().optional(),
  draft: z.boolean().optional(),
});

/** What is wrong in the pages' front matter, and titles or descriptions that two pages share. */
export function checkFrontMatter(pages: Entry[], schema: Schema, today?: Date): Problem[] {
  const shape = { ...schema.shape, ...Object.fromEntries(starlight.map((key) => [key, true])) };
  const open = { safeParse: (value: unknown) => schema.safeParse(value), shape };
  return [
    ...checkSchema(pages, { schema: open, noun: 'The page' }),
    ...checkSchema(pages, { schema: ofStarlight, noun: 'The page', isOpen: true }),
    ...pages.flatMap(checkTitle),
    ...pages.flatMap((page) => checkDays(page, today)),
    ...findShared(pages, 'title'),
    ...findShared(pages, 'description'),
  ];
}

/** Longest title that is shown whole: search engines cut at 70 characters, and the site's name has its share. */
const longest = 56;

function checkTitle(page: Entry): Problem[] {
  const { id, file, line, data } = page;
  const { title } = data;
  if (typeof title !== 'string' || title.trim() === '') {
    const message = `The page "${id}" lacks "title".`;
    return [{ file, line, message, hint: 'Add it, as readers shall see it.' }];
  }
  if (/^[“”„].*[“”]$/u.test(title)) {
    const message = `The title stands in curly quotes, which readers would see: ${title}.`;
    return problemAt(page, ['title'], message, "Take them out, or type straight ones: '…'.");
  }
  if (title.length <= longest) return [];
  const message = `The title has ${String(title.length)} characters; at most ${String(longest)} are shown.`;
  const hint = 'Say it more briefly, and the rest in the description.';
  return problemAt(page, ['title'], message, hint);
}

/** A page may be written for a day to come, but not for one so far away. */
const yearAhead = 366 * 86_400_000;

/** Dates as written: a schema would accept an empty date as 1970, and 30 February as 2 March. */
function checkDays(entry: Entry, today?: Date): Problem[] {
  const days = new Map<string, string>();
  const problems: Problem[] = [];
  const add = (field: string, message: string, hint: string) =>
    problems.push(...problemAt(entry, [field], message, hint));
  for (const field of ['published', 'updated', 'review']) {
    const written = entry.data[field];
    if (written === undefined) continue;
    if (typeof written === 'string' && isDay(written)) days.set(field, written);
    // The schema reports values that are not dates.
    else if (written === null || !Number.isNaN(new Date(String(written)).getTime())) {
      const wrong = written === null ? 'empty' : `“${String(written)}”, which is no day`;
      add(field, `"${field}" is ${wrong}.`, 'Write year, month and day, such as 2026-11-24.');
    }
  }
  const [published = '', updated = '', review = '9'] = ['published', 'updated', 'review'].map(
    (field) => days.get(field),
  );
  const ahead = (milliseconds: number) =>
    today && new Date(today.getTime() + milliseconds).toISOString();
  const latest = ahead(yearAhead);
  const [future] = latest
    ? [...days].filter(([field, day]) => field !== 'review' && day > latest)
    : [];
  if (future) {
    const [field, day] = future;
    add(field, `"${field}" is ${day}, more than a year ahead.`, 'Correct the year.');
  }
  const month = ahead(31 * 86_400_000);
  // A page may be published later, but a published page cannot have been changed in the future.
  if (!future && month && updated > month && published <= month)
    add('updated', `"updated" is ${updated}, more than a month ahead.`, 'Correct the day.');
  const far = ahead(5 * yearAhead);
  const due = days.get('review');
  if (!future && far && due && due > far)
    add('review', `"review" is ${due}, more than five years ahead.`, 'Correct the year.');
  const addEarly = (field: string, other: string) =>
    add(field, `The day in "${field}" is before the day in "${other}".`, 'Correct one of them.');
  if (published && updated && updated < published) addEarly('updated', 'published');
  if (updated && review < updated) addEarly('review', 'updated');
  return problems;
}

function isDay(written: string): boolean {
  const day = new Date(`${written}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(written) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(written)
  );
}

function findShared(pages: Entry[], field: string): Problem[] {
  return findRepeats(
    pages,
    ({ data }) => (typeof data[field] === 'string' ? data[field] : undefined),
    ({ file, lineOf }, other) => ({
      file,
      line: lineOf([field]),
      message: `The page has the same ${field} as ${other.file}.`,
      hint: 'Give each page its own, so that readers can tell them apart in a list.',
    }),
  );
}

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
    const { part, order } = frontMatter.data;
    if (part === undefined) {
      const message = `The page "${slug}" is in no part of the contents, so that readers would not find it.`;
      const hint = `Add "part", one of: ${partIds.join(', ')}; and "order", its place there.`;
      return [{ file, line: frontMatter.line, message, hint }];
    }
    if (order === undefined) {
      const message = `The page "${slug}" does not say its place in the part "${String(part)}".`;
      const hint =
        'Add "order" with a number: 10 for the first page, 20 for the second, 15 for one between.';
      return problemAt(frontMatter, ['part'], message, hint);
    }
    const place = `${String(part)} ${String(order)}`;
    const other = first.get(place);
    if (other === undefined) {
      first.set(place, file);
      return [];
    }
    const message = `The page has the same place in the contents as ${other}.`;
    return problemAt(frontMatter, ['order'], message, 'Give one of them another "order".');
  });
}
