import { type CollectionEntry, getCollection } from 'astro:content';
import { type CitingComponent, isCiting } from '../lib/citation/citing-components.ts';
import { type PageCitation, type PageOutline, readPage } from '../lib/content/read-page.ts';
import { ContentError } from '../lib/content/problem.ts';
import { once } from './once.ts';

/** A page with what it is made of. */
export interface Page {
  /** Address without slashes; empty for the home page. */
  slug: string;
  entry: CollectionEntry<'docs'>;
  outline: PageOutline;
  /** Citations in the prose, then those that data components on the page bring. */
  citations: PageCitation[];
}

/** Every page of the site, in no order. */
export const getPages = once(async (): Promise<Page[]> => {
  const entries = await getCollection('docs');
  return Promise.all(entries.map(toPage));
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
    hint: `Write ${slug}.mdx, or mend the slug.`,
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

async function toPage(entry: CollectionEntry<'docs'>): Promise<Page> {
  const outline = readPage(entry.body ?? '');
  const citations = [...outline.citations];
  for (const use of outline.uses) {
    if (!isCiting(use.name)) continue;
    for (const { ids, anchor, text } of await dataCitations(use.name)) {
      const section = anchor ? { slug: anchor, text, depth: 2 } : use.section;
      citations.push({
        number: citations.length + 1,
        ids,
        props: { id: ids.join(' ') },
        line: use.line,
        section,
      });
    }
  }
  return { slug: slugOf(entry.id), entry, outline, citations };
}

/** What data components cite: their works stand in data files, not in the page's text. */
async function dataCitations(
  component: CitingComponent,
): Promise<{ ids: string[]; anchor?: string; text: string }[]> {
  switch (component) {
    case 'MythList':
      return (await getCollection('myths')).map(({ id, data }) => ({
        ids: data.works,
        anchor: id,
        text: data.says,
      }));
    case 'PrevalenceChart':
      return (await getCollection('prevalence')).map(({ data }) => ({
        ids: [data.work],
        text: '',
      }));
    case 'EvidenceStrength':
      return (await getCollection('effects')).map(({ data }) => ({ ids: [data.work], text: '' }));
    case 'CultureChart':
      return [{ ids: ['vanijzendoorn1988crosscultural'], text: '' }];
  }
}
