/** Location of a problem. */
export interface Place {
  /** File, relative to the project. */
  file: string;
  /** Line in the file, from 1, if it is known. */
  line?: number | undefined;
}

/** What is wrong and how to fix it, without its location. */
export interface Mistake {
  /** What is wrong, as a sentence. */
  message: string;
  /** How to fix it, as a sentence. */
  hint: string;
}

/** Makes a mistake from a template: the message, and on the next line the hint. */
export function mistake(parts: TemplateStringsArray, ...values: unknown[]): Mistake {
  const at = parts.findIndex((part) => part.includes('\n'));
  const [end = '', start = ''] = parts[at]?.split(/\n\s*/) ?? [];
  const fill = (texts: string[], own: unknown[]) => String.raw({ raw: texts }, ...own);
  return {
    message: fill([...parts.slice(0, at), end], values),
    hint: fill([start, ...parts.slice(at + 1)], values.slice(at)),
  };
}

/** A mistake in content: where it is, what is wrong, and how to fix it. */
export type Problem = Place & Mistake;

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

/** "3 mistakes in 2 files of src/content; see above." */
export function summariseProblems(problems: Problem[]): string {
  const files = new Set(problems.map(({ file }) => file)).size;
  return `${count(problems.length, 'mistake')} in ${count(files, 'file')} of src/content; see above.`;
}

/** "1 file", "2 files". */
export function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** A content file as it was read. */
export interface Source {
  /** Path from the project's root, with forward slashes, such as "src/content/myths.yaml". */
  path: string;
  /** The file's text, with its BOM if it has one. */
  text: string;
}

/** A file's path below its folder of src/content, without extension: "src/content/asked/faq.yaml" → "faq". */
export function slugOf(path: string): string {
  return path.replace(/^src\/content\/([\w-]+\/)?/, '').replace(/\.\w+$/, '');
}

/** An entry of a data file, or the front matter of a page or term. */
export interface Entry {
  /** Id in its collection, or its position in the file if it has none. */
  id: string;
  file: string;
  /** Line where it begins, from 1. */
  line: number;
  data: Record<string, unknown>;
  /** Markdown text below the front matter. */
  body?: string;
  /** Line of the value at a path, or of its nearest parent that exists. */
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

/** The items of a list as strings; empty when the value is not a list. */
export function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Whether a value is an object or an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The items of a list as objects, `{}` for any that is not one; empty when the value is not a list. */
export function mapsIn(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) => (isObject(item) ? item : {}));
}

/** The mistake as a problem at a place, in a list of one; an empty list without a mistake. */
export function locate(place: Place, mistake: Mistake | undefined): Problem[] {
  return mistake ? [{ file: place.file, line: place.line, ...mistake }] : [];
}

/** The line, from 1, of an offset in a text. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, Math.max(0, offset)).split('\n').length;
}
