import { arrangeContents } from '../content-model/model/contents.ts';
import { once } from './once.ts';
import { getPages, type Page } from './pages.ts';

/** The site's contents in reading order: each part with its pages. Front matter says what belongs where. */
export const getContents = once(async () =>
  arrangeContents(
    (await getPages()).map((page) => ({
      slug: page.slug,
      part: page.entry.data.part,
      order: page.entry.data.order,
      title: page.entry.data.sidebar.label ?? page.entry.data.title,
      page,
    })),
  ),
);

/** Every page in reading order; those outside the contents come last. */
export const getPagesInOrder = once(async (): Promise<Page[]> => {
  const listed = (await getContents()).flatMap((part) => part.pages.map(({ page }) => page));
  const others = (await getPages()).filter((page) => !listed.includes(page));
  return [...listed, ...others.sort((a, b) => (a.slug < b.slug ? -1 : 1))];
});
