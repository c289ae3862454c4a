import { parseEntries, type DeclaredEntry } from '../content-model/check/parse-entries.ts';
import { collections, containsFile, type CollectionName } from '../content-model/collections.ts';
import { ContentError } from '../content-model/model/problem.ts';
import { getOrInsert } from '../lib/text/format.ts';
import { suggestion } from '../lib/text/nearest.ts';

/** Reads each file of content besides the pages; through Vite, so that the dev server follows changes. */
const files = import.meta.glob<string>('../content/**/*.{yaml,json,csv,md}', {
  query: '?raw',
  import: 'default',
});

const collected = new Map<CollectionName, Promise<unknown>>();

/** Entries of a collection by id, in the order of its files; read once. */
function collect<N extends CollectionName>(name: N): Promise<Map<string, DeclaredEntry<N>>> {
  const read = async () => {
    const own = Object.entries(files)
      .map(([path, load]) => [path.replace('../content/', ''), load] as const)
      .filter(([path]) => containsFile(collections[name], path));
    const entries = own.map(async ([path, load]) =>
      parseEntries(name, { path: `src/content/${path}`, text: await load() }),
    );
    return new Map((await Promise.all(entries)).flat().map((entry) => [entry.id, entry]));
  };
  return getOrInsert(collected, name, read) as ReturnType<typeof collect<N>>;
}

/** Entries of a collection, in the order of its files; none if they are missing. @throws ContentError for a mistake. */
export async function getEntries<N extends CollectionName>(name: N): Promise<DeclaredEntry<N>[]> {
  return [...(await collect(name)).values()];
}

/** The entry of a collection with this id. @throws ContentError with the nearest ids when there is none. */
export async function getEntry<N extends CollectionName>(
  name: N,
  id: string,
): Promise<DeclaredEntry<N>> {
  const { noun, files } = collections[name];
  const place = `src/content/${files.replace(/\/\*.*/, '')}`;
  return pickEntry(await collect(name), id, noun.replace('The ', ''), place);
}

/**
 * The value with an id; `noun` and `file` name it in the message.
 * @throws ContentError with the nearest ids when there is none.
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

/**
 * CSS of the index of questions: filters it by group without JavaScript, and gives the number of questions
 * of each group, from which the height of one that is not laid out yet is estimated.
 */
export async function getQuestionsStyle(): Promise<string> {
  const groups = await getRows('questions');
  // A group with the target of the URL's fragment is always shown.
  const hidden = groups.map(
    ({ id }) =>
      `#sb-question-filter:has([value="${id}"]:checked)~[data-asked-by]:not([data-asked-by="${id}"],:has(:target))`,
  );
  const counts = groups.map(
    ({ id, questions }) => `[data-asked-by="${id}"]{--sb-questions:${String(questions.length)}}`,
  );
  return `${hidden.join()}{display:none}${counts.join('')}`;
}

/** Keeps the result of a query; the dev server evaluates modules again when content has changed. */
export function once<T>(query: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= query());
}
