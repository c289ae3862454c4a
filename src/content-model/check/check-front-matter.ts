import { z } from 'astro/zod';
import { isoDay } from '../../lib/text/format.ts';
import { locate, mistake, problemAt } from '../model/problem.ts';
import type { Entry, Mistake, Problem } from '../model/problem.ts';
import { by, checkTexts, findDuplicates, textsAt, toEntryText } from '../model/texts.ts';
import { checkSchema } from './check-schema.ts';
import { partIds } from '../model/contents.ts';
import { site as guide } from '../../site/site.ts';
import { pageSchema } from '../schemas/page.ts';
import type { Site, SitePage } from './read-site.ts';

/** Starlight's front matter fields that a page may have. */
const starlightFields =
  'title template hero tableOfContents sidebar prev next pagefind head banner draft slug editUrl lastUpdated';

/** All front matter fields; those of Starlight that authors use have their types, the others take any value. */
const schema = z.strictObject({
  ...pageSchema.shape,
  ...Object.fromEntries(starlightFields.split(' ').map((key) => [key, z.any().optional()])),
  template: z.enum(['doc', 'splash']).optional(),
  pagefind: z.boolean().optional(),
  draft: z.boolean().optional(),
});

/** Mistakes in front matter, and duplicate titles and descriptions. */
export function checkFrontMatter(site: Site): Problem[] {
  const pages = site.pages.flatMap(({ frontMatter }) => frontMatter ?? []);
  const untitled = pages.filter(
    ({ data: { title } }) => typeof title !== 'string' || title.trim() === '',
  );
  return [
    ...checkSchema(pages, { schema, noun: 'The page' }),
    ...untitled.flatMap((page) => {
      const message = `The page "${page.id}" lacks "title".`;
      return locate(page, { message, hint: 'Add it, as readers will see it.' });
    }),
    ...checkTexts(pages, 'title', findBadTitle),
    ...pages.flatMap((page) => checkDays(page, site.surroundings.today)),
    ...['title', 'description'].flatMap((field) =>
      findDuplicates(textsAt(pages, field), by.text, (_, first) => ({
        message: `The page has the same ${field} as ${first.file}.`,
        hint: 'Give each page its own, so that readers can tell them apart in a list.',
      })),
    ),
  ];
}

/** Maximum characters of a title: search engines cut at 70, and the site's name is appended. */
const longest = 56;

function findBadTitle(title: string): Mistake | undefined {
  if (/^[“”„].*[“”]$/u.test(title))
    return mistake`The title is in curly quotes, which readers would see: ${title}.
      Take them out, or type straight ones: '…'.`;
  if (title.length <= longest) return undefined;
  return mistake`The title has ${title.length} characters; at most ${longest} are shown.
    Say it more briefly, and the rest in the description.`;
}

/** Checks dates as written: the schema would accept an empty date as 1970, and 30 February as 2 March. */
function checkDays(page: Entry, today?: Date): Problem[] {
  const problems: Problem[] = [];
  const add = (field: string, message: string, hint: string) =>
    problems.push(...problemAt(page, [field], message, hint));
  const [published = '', updated = '', review = ''] = ['published', 'updated', 'review'].map(
    (field) => {
      const value = page.data[field];
      if (z.iso.date().safeParse(value).success) return String(value);
      const wrong = value === null ? 'empty' : `“${String(value)}”, which is no day`;
      // The schema reports values that are not dates.
      if (value === null || !Number.isNaN(Date.parse(String(value))))
        add(field, `"${field}" is ${wrong}.`, 'Write year, month and day, such as 2026-11-24.');
      return '';
    },
  );
  // Dates may be in the near future; without today's date, none is too far ahead.
  const ahead = (days: number) =>
    today ? isoDay(new Date(today.getTime() + days * 86_400_000)) : '9';
  const [month, year] = [ahead(31), ahead(366)];
  const future = Object.entries({ published, updated }).find(([, day]) => day > year);
  if (future)
    add(future[0], `"${future[0]}" is ${future[1]}, more than a year ahead.`, 'Correct the year.');
  // A page may be published later, but a published page cannot have been changed in the future.
  if (!future && updated > month && published <= month)
    add('updated', `"updated" is ${updated}, more than a month ahead.`, 'Correct the day.');
  if (!future && review > ahead(5 * 366))
    add('review', `"review" is ${review}, more than five years ahead.`, 'Correct the year.');
  const addEarly = (field: string, other: string) =>
    add(field, `The day in "${field}" is before the day in "${other}".`, 'Correct one of them.');
  if (updated && updated < published) addEarly('updated', 'published');
  if (review && review < updated) addEarly('review', 'updated');
  return problems;
}

/** Whether a page is outside the contents on purpose: the home page, 404, search and splash pages. */
function isOutsideContents({ slug, frontMatter }: SitePage): boolean {
  const own = ['', '404', guide.pages.search];
  return own.includes(slug) || frontMatter?.data['template'] === 'splash';
}

/** Pages without a place in the contents, and places that two pages share. */
export function checkContents({ pages }: Site): Problem[] {
  const entries = pages
    .filter((page) => !isOutsideContents(page))
    .flatMap(({ frontMatter }) => frontMatter ?? []);
  const unplaced = entries.flatMap((page) => {
    const { id, data } = page;
    if (data['part'] === undefined) {
      const message = `The page "${id}" is in no part of the contents, so that readers would not find it.`;
      const hint = `Add "part", one of: ${partIds.join(', ')}; and "order", its place there.`;
      return locate(page, { message, hint });
    }
    if (data['order'] !== undefined) return [];
    const message = `The page "${id}" does not say its place in the part "${String(data['part'])}".`;
    const hint =
      'Add "order" with a number: 10 for the first page, 20 for the second, 15 for one between.';
    return problemAt(page, ['part'], message, hint);
  });
  const places = entries.flatMap((page) => {
    const { part, order } = page.data;
    if (part === undefined || order === undefined) return [];
    return toEntryText(page, ['order'], `${String(part)} ${String(order)}`);
  });
  const shared = findDuplicates(places, by.text, (_, first) => ({
    message: `The page has the same place in the contents as ${first.file}.`,
    hint: 'Give one of them another "order".',
  }));
  return [...unplaced, ...shared];
}
