import { getCollection } from 'astro:content';
import { once } from './once.ts';

/** Helplines by country, in the order of the file. */
export const getHelplines = once(async () => {
  const countries = (await getCollection('helplines')).map(({ data }) => data);
  return countries.sort((a, b) => a.order - b.order);
});
