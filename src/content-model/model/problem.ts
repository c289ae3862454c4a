/** A mistake in content: where it is, what is wrong, and how to fix it. */
export interface Problem {
  /** File, relative to the project. */
  file: string;
  /** Line in the file, from 1, where it is known. */
  line?: number | undefined;
  /** What is wrong, as a sentence. */
  message: string;
  /** How to fix it, as a sentence. */
  hint: string;
}

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
function formatPlace({ file, line }: Pick<Problem, 'file' | 'line'>): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** One problem as an author reads it: place, what is wrong, how to fix it. */
export function formatProblem(problem: Problem): string {
  const { message, hint } = problem;
  const fix = hint.startsWith('Did you mean') ? hint : `Fix: ${hint}`;
  return `${formatPlace(problem)}: ${message}\n  ${fix}`;
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

/** The maps in a list; where an item is none, an empty one, and none where a value is no list. */
export function mapsIn(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) =>
    typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {},
  );
}

/** A problem for each item whose key an earlier one has; `tell` says it, given the earlier one. An item without a key has none. */
export function findRepeats<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
  tell: (item: T, first: T) => Problem,
): Problem[] {
  const firsts = new Map<string, T>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    if (key === undefined) return [];
    const first = firsts.get(key);
    if (first !== undefined) return [tell(item, first)];
    firsts.set(key, item);
    return [];
  });
}

/** A problem for each entry whose id an earlier entry has. */
export function findRepeatedIds(
  entries: readonly Entry[],
  tell: (entry: Entry, first: Entry) => Pick<Problem, 'message' | 'hint'>,
): Problem[] {
  return findRepeats(
    entries,
    ({ id }) => id,
    (entry, first) => ({ file: entry.file, line: entry.line, ...tell(entry, first) }),
  );
}

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
