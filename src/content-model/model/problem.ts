import { suggestion } from '../../lib/text/nearest.ts';

/** Where something is wrong. */
export interface Place {
  /** File, relative to the project. */
  file: string;
  /** Line in the file, from 1, where it is known. */
  line?: number | undefined;
}

/** What is wrong, and how to fix it, wherever it is. */
export interface Slip {
  /** What is wrong, as a sentence. */
  message: string;
  /** How to fix it, as a sentence. */
  hint: string;
}

/** A mistake in content: where it is, what is wrong, and how to fix it. */
export type Problem = Place & Slip;

/** A mistake in content that stops the build. */
export class ContentError extends Error {
  override name = 'ContentError';
  /** Astro prints it under the message. */
  hint: string;
  constructor(problem: Problem) {
    super(`${formatPlace(problem)}: ${problem.message}`);
    this.hint = problem.hint;
  }
}

/** `file:line`, or the file alone. */
export function formatPlace({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${String(line)}`;
}

/** One problem as an author reads it: place, what is wrong, how to fix it. */
export function formatProblem(problem: Problem): string {
  const { message, hint } = problem;
  const fix = hint.startsWith('Did you mean') ? hint : `Fix: ${hint}`;
  return `${formatPlace(problem)}: ${message}\n  ${fix}`;
}

/** Sorts problems by file and line. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
}

/** "3 mistakes in 2 files; nothing was built." */
export function summariseProblems(problems: Problem[]): string {
  const files = new Set(problems.map(({ file }) => file)).size;
  const count = (n: number, word: string) => `${String(n)} ${word}${n === 1 ? '' : 's'}`;
  return `${count(problems.length, 'mistake')} in ${count(files, 'file')} of src/content; see above.`;
}

/** A content file as it was read. */
export interface Source {
  /** Path from the project's root, with forward slashes, such as "src/content/myths.yaml". */
  path: string;
  /** The file's text, byte-order mark included. */
  text: string;
}

/** A file's path below its folder of src/content, without its end: "src/content/asked/faq.yaml" → "faq". */
export function slugOf(path: string): string {
  return path.replace(/^src\/content\/([\w-]+\/)?/, '').replace(/\.\w+$/, '');
}

/** An entry of a data file, or the front matter of a page or term. */
export interface Entry {
  /** Id in its collection; for an entry that lacks one, its place in the file. */
  id: string;
  file: string;
  /** Line where it begins, from 1. */
  line: number;
  data: Record<string, unknown>;
  /** Line of a value inside the entry, or of the nearest thing around it that is there. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** The problem with the value at a path of an entry, as a list of one. */
export function problemAt(
  { file, lineOf }: Entry,
  path: readonly PropertyKey[],
  message: string,
  hint: string,
): Problem[] {
  return [{ file, line: lineOf(path), message, hint }];
}

/** The items of a list as text; none where a value is no list. */
export function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Whether a value is a map or a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The maps in a list; where an item is none, an empty one, and none where a value is no list. */
export function mapsIn(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) => (isObject(item) ? item : {}));
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

/** The texts at a path of entries, where "*" stands for each item of a list or map: "doors.*.links.*.to". */
export function textsAt(entries: readonly Entry[] = [], path: string): EntryText[] {
  const keys = path.split('.');
  return entries.flatMap((entry) => {
    const search = (value: unknown, at: PropertyKey[]): EntryText[] => {
      const key = keys[at.length];
      if (key === undefined)
        return typeof value === 'string' ? [toEntryText(entry, at, value)] : [];
      if (!isObject(value)) return [];
      const own = key === '*' ? Object.keys(value) : [key];
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

/** A slip with its place, as a list of one; none where there is no slip. */
export function tellAt(place: Place, slip: Slip | undefined): Problem[] {
  return slip ? [{ file: place.file, line: place.line, ...slip }] : [];
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

/** Keys by which one thing is known from another: its id, its text as it is, in lower case, or by its words alone. */
export const byId = ({ id }: { id: string }) => id;
export const byText = ({ text }: { text: string }) => text;
export const byLowText = ({ text }: { text: string }) => text.toLowerCase();
export const byWords = ({ text }: { text: string }) => wordsOf(text);

/** The words of a text alone, for comparing: lower case, without punctuation. */
export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The line, from 1, of a place in a text. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, Math.max(0, offset)).split('\n').length;
}
