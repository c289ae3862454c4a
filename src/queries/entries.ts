import { statSync } from 'node:fs';
import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { ContentError } from '../content-model/model/problem.ts';
import { suggestion } from '../lib/text/nearest.ts';
import { collections, placeOf, type CollectionName } from '../content-model/collections.ts';

type Name = CollectionName & CollectionKey;

/** Bytes of a file without entries: `[]` or `{}` and a line end. */
const emptySize = 4;

/** Entries of a collection; none if its file is missing or empty, for which Astro would log a warning. */
export async function getEntries<N extends Name>(name: N): Promise<CollectionEntry<N>[]> {
  const { folder, isFolder } = placeOf(collections[name]);
  const place = `src/content/${isFolder ? folder : collections[name].files}`;
  const stat = statSync(place, { throwIfNoEntry: false });
  return stat && (stat.isDirectory() || stat.size > emptySize) ? getCollection(name) : [];
}

/**
 * The entry with an id.
 * @param noun name of an entry in the message, such as "quiz".
 * @param file file or folder of the entries, for the message.
 * @throws ContentError with the nearest ids when there is no such entry.
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

/** Collections whose entries have their position in the file as `order`. */
type Ordered = {
  [N in Name]: CollectionEntry<N>['data'] extends { order: number } ? N : never;
}[Name];

/** The entries of an ordered collection, in the order of its file; none if the file is missing. */
export async function getRows<N extends Ordered>(name: N): Promise<CollectionEntry<N>['data'][]> {
  const entries: { data: CollectionEntry<N>['data'] }[] = await getEntries(name);
  return entries.map(({ data }) => data).sort((a, b) => a.order - b.order);
}

/** What is on the home page above its text; undefined without home.yaml. */
export const getHome = once(async () => (await getEntries('home'))[0]?.data);

/** Names of the topics of works by id, in the order of topics.yaml. */
export const getTopics = once(async () => (await getEntries('topics'))[0]?.data ?? {});

/** CSS with which the index of questions is filtered by group, without JavaScript. */
export async function getQuestionsFilterStyle(): Promise<string> {
  // A group with the target of the URL's fragment is always shown.
  const hidden = (await getRows('questions')).map(
    ({ id }) =>
      `#sb-question-filter:has([value="${id}"]:checked)~[data-asked-by]:not([data-asked-by="${id}"],:has(:target))`,
  );
  return `${hidden.join()}{display:none}`;
}

/** How long the dev server caches a result, in milliseconds: about as long as one page takes to render. */
const devCacheTime = 2000;

/**
 * Caches the result of a query for the whole build. In the dev server it is cached for about one page, so
 * that changes appear.
 */
export function once<T>(query: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  let expires = Infinity;
  return () => {
    if (import.meta.env.DEV && Date.now() > expires) result = undefined;
    if (!result) {
      expires = Infinity;
      result = query();
      const startClock = () => (expires = Date.now() + devCacheTime);
      result.then(startClock, startClock);
    }
    return result;
  };
}
