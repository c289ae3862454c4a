import { getEntry } from 'astro:content';
import { getEntries } from './entries.ts';
import { once } from './once.ts';

/** Helplines by country, in the order of the file. */
export const getHelplines = once(async () => {
  const countries = (await getEntries('helplines')).map(({ data }) => data);
  return countries.sort((a, b) => a.order - b.order);
});

/** What stands on the home page above its text; undefined where home.yaml is absent. */
export const getHome = once(async () => (await getEntry('home', 'home'))?.data);
