import { getCollection, type CollectionEntry } from 'astro:content';
import { keepOnDisk } from '../build/keep-on-disk.ts';
import { listDataCitations } from '../features/citations/model/cited-in.ts';
import { readPage, type PageCitation, type PageOutline } from '../content-model/model/read-page.ts';
import { ContentError } from '../content-model/model/problem.ts';
import { getCitingData } from '../features/findings/findings.ts';
import { once } from './once.ts';

/** A page with what it is made of. */
export interface Page {
  /** Address without slashes; empty for the home page. */
  slug: string;
  entry: CollectionEntry<'docs'>;
  outline: PageOutline;
  /** Citations in reading order, those that data components bring included. */
  citations: PageCitation[];
}

/** Every page of the site, in no order. */
export const getPages = once(async (): Promise<Page[]> => {
  const data = await getCitingData();
  const code = ['src/content-model/model/read-page.ts', 'src/features/citations/model'];
  const common = { ...data, findings: [...data.findings] };
  const keep = keepOnDisk<PageOutline>('outlines', code, common);
  return (await getCollection('docs')).map((entry) => {
    const body = entry.body ?? '';
    const outline = keep(body, () =>
      readPage(body, (component, props) => listDataCitations(data, component, props)),
    );
    return { slug: slugOf(entry.id), entry, outline, citations: outline.citations };
  });
});

const getPagesBySlug = once(
  async () => new Map((await getPages()).map((page) => [page.slug, page])),
);

/** The page with this slug. @throws ContentError when there is none. */
export async function getPage(slug: string): Promise<Page> {
  const page = await findPage(slug);
  if (page) return page;
  throw new ContentError({
    file: 'src/content/docs',
    message: `There is no page "${slug}".`,
    hint: `Write ${slug}.mdx, or fix the slug.`,
  });
}

/** The page with this slug, if there is one. */
export async function findPage(slug: string): Promise<Page | undefined> {
  return (await getPagesBySlug()).get(slug);
}

/** The page's slug for a Starlight route id or collection id. */
export function slugOf(id: string): string {
  return id === 'index' ? '' : id;
}
