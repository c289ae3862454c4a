import { getEntry } from 'astro:content';
import { once } from './once.ts';

/** The topics of works by id, with the names that readers see, in the order of the site-wide list. */
export const getTopics = once(async () => (await getEntry('topics', 'topics'))?.data ?? {});
