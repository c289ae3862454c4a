import { getCollection } from 'astro:content';
import { cacheOnDisk } from '../build/shared/disk-cache.ts';
import {
  citingCollections,
  listDataCitations,
  type CitingData,
} from '../features/citations/model/data-citations.ts';
import {
  outlineOf,
  parsePage,
  type PageOutline,
  type ComponentUse,
} from '../content-model/model/read-page.ts';
import { getEntries, once, pickEntry } from './entries.ts';
import { arrangeContents } from '../content-model/model/contents.ts';

/** All pages of the site with their outlines, in no particular order; the slug of the home page is empty. */
export const getPages = once(async () => {
  const read = citingCollections.map(async (name) => {
    const entries = await getEntries(name);
    return [name, entries.map(({ id, data }) => ({ id, data }))] as const;
  });
  const data: CitingData = Object.fromEntries(await Promise.all(read));
  const code = ['src/content-model/model/read-page.ts', 'src/features/citations/model'];
  const keep = cacheOnDisk<PageOutline>('outlines', code, data);
  return (await getCollection('docs')).map((entry) => {
    const body = entry.body ?? '';
    const outline = keep(body, () =>
      outlineOf(parsePage(body), (name, props) => listDataCitations(data, name, props)),
    );
    return { slug: slugOf(entry.id), entry, outline };
  });
});

export type Page = Awaited<ReturnType<typeof getPages>>[number];

const getPagesBySlug = once(
  async () => new Map((await getPages()).map((page) => [page.slug, page])),
);

/** The page with this slug. @throws ContentError when there is none. */
export async function getPage(slug: string): Promise<Page> {
  return pickEntry(await getPagesBySlug(), slug, 'page', 'src/content/docs');
}

/** The slug of a page from the id of its route or entry, which is "index" for the home page. */
export function slugOf(id: string): string {
  return id === 'index' ? '' : id;
}

/** The site's contents in reading order: each part with its pages. */
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

/** All pages in reading order, followed by those outside the contents. */
export const getPagesInOrder = once(async (): Promise<Page[]> => {
  const listed = (await getContents()).flatMap((part) => part.pages.map(({ page }) => page));
  const others = (await getPages()).filter((page) => !listed.includes(page));
  return [...listed, ...others.sort((a, b) => (a.slug < b.slug ? -1 : 1))];
});

/** Props that the Markdown plugin adds to each component on a page. */
export interface UseProps {
  /** Its number among the page's components, from 0. */
  use?: string;
}

/**
 * The component being rendered, from the outline of its page. `isFirst` is false if a component before it
 * has the same name and id.
 * @param use the number from the Markdown plugin; undefined for a component inside another component.
 */
export async function findUse(
  locals: App.Locals,
  use: string | undefined,
): Promise<(ComponentUse & { isFirst: boolean }) | undefined> {
  const route = locals.starlightRoute as App.Locals['starlightRoute'] | undefined;
  if (!route || use === undefined) return undefined;
  const { uses } = (await getPage(slugOf(route.id))).outline;
  const own = uses[Number(use)];
  if (!own) return undefined;
  const isSame = ({ name, props }: ComponentUse) =>
    name === own.name && props['id'] === own.props['id'];
  return { ...own, isFirst: uses.find(isSame) === own };
}
