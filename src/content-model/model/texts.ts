import { suggestion } from '../../lib/text/nearest.ts';
import { isObject, locate, mapsIn } from './problem.ts';
import type { Entry, Mistake, Place, Problem } from './problem.ts';

/** A string in an entry, and its location. */
export interface EntryText {
  text: string;
  file: string;
  readonly line: number;
  entry: Entry;
  /** Keys from the entry down to the string. */
  path: readonly PropertyKey[];
}

/** The string at a path of an entry; its line is computed only when a problem is reported. */
export function toEntryText(entry: Entry, path: readonly PropertyKey[], text: string): EntryText {
  return {
    text,
    entry,
    path,
    file: entry.file,
    get line() {
      return entry.lineOf(path);
    },
  };
}

/**
 * The strings at a path of entries; "*" matches each item of a list or map, "**" at the end all strings
 * below: "doors.*.links.*.to".
 */
export function textsAt(entries: readonly Entry[] = [], path: string): EntryText[] {
  const keys = path.split('.');
  return entries.flatMap((entry) => {
    const search = (value: unknown, at: PropertyKey[]): EntryText[] => {
      const key = keys[at.length] ?? (keys.at(-1) === '**' ? '**' : undefined);
      if (typeof value === 'string' && (key === undefined || key === '**'))
        return [toEntryText(entry, at, value)];
      if (!isObject(value) || key === undefined) return [];
      const own = key.startsWith('*') ? Object.keys(value) : [key];
      return own.flatMap((one) =>
        search(value[one], [...at, Array.isArray(value) ? Number(one) : one]),
      );
    };
    return search(entry.data, []);
  });
}

/** Runs `find` on each string at a path of entries, with its entry and key, and returns the problems. */
export function checkTexts(
  entries: readonly Entry[] | undefined,
  path: string,
  find: (text: string, entry: Entry, key: string) => Mistake | undefined,
): Problem[] {
  return textsAt(entries, path).flatMap((place) =>
    locate(place, find(place.text, place.entry, String(place.path.at(-1)))),
  );
}

/** The items of a list in each entry, as entries. */
export function itemsOf(entries: readonly Entry[] = [], list: string): Entry[] {
  return entries.flatMap(({ file, data, lineOf }) =>
    mapsIn(data[list]).map((item, index) => ({
      id: String(item['id']),
      file,
      get line() {
        return lineOf([list, index]);
      },
      data: item,
      lineOf: (path) => lineOf([list, index, ...path]),
    })),
  );
}

/** Reports a name that is not known, with the nearest ones; `known` is undefined if it could not be read. */
export function findUnknown(
  name: string,
  known: Iterable<string> | undefined,
  place: string,
  message: string,
): Mistake | undefined {
  if (!known) return undefined;
  const names = [...known];
  return names.includes(name) ? undefined : { message, hint: suggestion(name, names, place) };
}

/** Reports each item with the key of an earlier one, in the words of `describe`. Items without a key are skipped. */
export function findDuplicates<T extends Place>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
  describe: (item: T, first: T) => Mistake,
): Problem[] {
  const firsts = new Map<string, T>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    if (key === undefined) return [];
    const first = firsts.get(key);
    if (first) return locate(item, describe(item, first));
    firsts.set(key, item);
    return [];
  });
}

/** Keys for `findDuplicates`. */
export const by = {
  id: ({ id }: { id: string }) => id,
  text: ({ text }: { text: string }) => text,
  lowText: ({ text }: { text: string }) => text.toLowerCase(),
  words: ({ text }: { text: string }) => wordsOf(text),
};

/** A text in lower case without punctuation, for comparing its words. */
export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
