import { type CollectionEntry, getCollection } from 'astro:content';
import { once } from './once.ts';
import { type Page, getPage } from './pages.ts';

/** A common error with the page that teaches what was found. */
export type MythOnPage = CollectionEntry<'myths'> & { page: Page };

/** Every common error, in the order of the file. */
export const getMyths = once(async (): Promise<MythOnPage[]> => {
  const myths = (await getCollection('myths')).sort((a, b) => a.data.order - b.data.order);
  return Promise.all(myths.map(async (myth) => ({ ...myth, page: await getPage(myth.data.page) })));
});
