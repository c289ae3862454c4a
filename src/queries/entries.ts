import { statSync } from 'node:fs';
import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { ContentError } from '../content-model/model/problem.ts';
import { suggestion } from '../lib/text/nearest.ts';
import { collections, placeOf, type CollectionName } from '../content-model/collections.ts';

type Name = CollectionName & CollectionKey;

/** Bytes of a file that holds nothing: `[]` or `{}` and the end of the line. */
const empty = 4;

/** Entries of a kind of content; none where its file is missing or empty, about which Astro would warn. */
export async function getEntries<N extends Name>(name: N): Promise<CollectionEntry<N>[]> {
  const { folder, isFolder } = placeOf(collections[name]);
  const place = `src/content/${isFolder ? folder : collections[name].files}`;
  const stat = statSync(place, { throwIfNoEntry: false });
  return stat && (stat.isDirectory() || stat.size > empty) ? getCollection(name) : [];
}

/**
 * The entry with an id, of those in a file or folder.
 * @param noun what messages call an entry, such as "quiz".
 * @throws ContentError naming the nearest ids when there is none.
 */
export function pickEntry<T>(
  entries: ReadonlyMap<string, T>,
  id: string,
  noun: string,
  file: string,
): T {
  const entry = entries.get(id);
  if (entry !== undefined) return entry;
  const hint = suggestion(id, entries.keys(), file);
  throw new ContentError({ file, message: `There is no ${noun} "${id}".`, hint });
}

/** Collections whose entries know their place in their file. */
type Listed = {
  [N in Name]: CollectionEntry<N>['data'] extends { order: number } ? N : never;
}[Name];

/** What a file lists, in its order; nothing where the guide has no such file. */
export async function getRows<N extends Listed>(name: N): Promise<CollectionEntry<N>['data'][]> {
  const entries: { data: CollectionEntry<N>['data'] }[] = await getEntries(name);
  return entries.map(({ data }) => data).sort((a, b) => a.order - b.order);
}

/** What is on the home page above its text; undefined where home.yaml is absent. */
export const getHome = once(async () => (await getEntries('home'))[0]?.data);

/** The topics of works by id, with the names that readers see, in the order of the site-wide list. */
export const getTopics = once(async () => (await getEntries('topics'))[0]?.data ?? {});

/** Style by which the filter of the index of questions shows one group, without JavaScript. */
export async function getQuestionsFilterStyle(): Promise<string> {
  // A group that holds the target of the address is always shown.
  const hidden = (await getRows('questions')).map(
    ({ id }) =>
      `#sb-question-filter:has([value="${id}"]:checked)~[data-asked-by]:not([data-asked-by="${id}"],:has(:target))`,
  );
  return `${hidden.join()}{display:none}`;
}

/** How long a result is shared while an author edits, in milliseconds: about one page's rendering. */
const shortWhile = 2000;

/**
 * Runs an expensive query once a build and shares its result. While an author edits, a result lasts
 * for one page only, so that a change shows.
 */
export function once<T>(query: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  let expires = Infinity;
  return () => {
    if (import.meta.env.DEV && Date.now() > expires) result = undefined;
    if (!result) {
      expires = Infinity;
      result = query();
      const startClock = () => (expires = Date.now() + shortWhile);
      result.then(startClock, startClock);
    }
    return result;
  };
}
