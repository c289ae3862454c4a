import { suggestion } from '../../lib/text/nearest.ts';
import { isObject, mapsIn, tellAt } from './problem.ts';
import type { Entry, Place, Problem, Slip } from './problem.ts';

/** A text inside an entry, and its place. */
export interface EntryText {
  text: string;
  file: string;
  readonly line: number;
  entry: Entry;
  /** Where it is in the entry. */
  path: readonly PropertyKey[];
}

/** A text at a path of an entry; its line is asked for only where something is wrong. */
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
 * The texts at a path of entries, where "*" stands for each item of a list or map, and "**" at the end
 * for all that is below: "doors.*.links.*.to".
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

/** A problem for each text at a path of entries in which `find` finds one. */
export function checkTexts(
  entries: readonly Entry[] | undefined,
  path: string,
  find: (text: string, entry: Entry) => Slip | undefined,
): Problem[] {
  return textsAt(entries, path).flatMap((place) => tellAt(place, find(place.text, place.entry)));
}

/** The maps in a list of each entry, as entries of their own. */
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

/** What is wrong with a name that is none of those known; nothing where those could not be read. */
export function findUnknown(
  name: string,
  known: Iterable<string> | undefined,
  place: string,
  message: string,
): Slip | undefined {
  if (!known) return undefined;
  const names = [...known];
  return names.includes(name) ? undefined : { message, hint: suggestion(name, names, place) };
}

/** A problem for each item whose key an earlier one has; `tell` says it, given the earlier one. An item without a key has none. */
export function findRepeats<T extends Place>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
  tell: (item: T, first: T) => Slip,
): Problem[] {
  const firsts = new Map<string, T>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    if (key === undefined) return [];
    const first = firsts.get(key);
    if (first) return tellAt(item, tell(item, first));
    firsts.set(key, item);
    return [];
  });
}

/** Keys by which one thing is known from another: its id, or its text, in lower case or by its words alone. */
export const by = {
  id: ({ id }: { id: string }) => id,
  text: ({ text }: { text: string }) => text,
  lowText: ({ text }: { text: string }) => text.toLowerCase(),
  words: ({ text }: { text: string }) => wordsOf(text),
};

/** The words of a text alone, for comparing: lower case, without punctuation. */
export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
