import { parseEntries, type DeclaredEntry } from '../content-model/check/read-entries.ts';
import { collections, containsFile, type CollectionName } from '../content-model/collections.ts';
import { ContentError } from '../content-model/model/problem.ts';
import { suggestion } from '../lib/text/nearest.ts';

/** Reads each file of content besides the pages; through Vite, so that the dev server follows changes. */
const files = import.meta.glob<string>('../content/**/*.{yaml,json,csv,md}', {
  query: '?raw',
  import: 'default',
});

/** Entries of a collection in the order of its files; none if they are missing. @throws ContentError for a mistake. */
export async function getEntries<N extends CollectionName>(name: N): Promise<DeclaredEntry<N>[]> {
  const own = Object.entries(files)
    .map(([path, read]) => [path.replace('../content/', ''), read] as const)
    .filter(([path]) => containsFile(collections[name], path));
  const entries = own.map(async ([path, read]) =>
    parseEntries(name, { path: `src/content/${path}`, text: await read() }),
  );
  return (await Promise.all(entries)).flat();
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

/** The data of a collection's entries, in the order of its files. */
export async function getRows<N extends CollectionName>(
  name: N,
): Promise<DeclaredEntry<N>['data'][]> {
  return (await getEntries(name)).map(({ data }) => data);
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

/** Keeps the result of a query; the dev server evaluates modules again when content has changed. */
export function once<T>(query: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= query());
}
