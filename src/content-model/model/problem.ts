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
