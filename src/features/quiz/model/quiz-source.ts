/** A quiz file as written, before any schema has looked at it. */
export interface QuizSource {
  /** Path from the project's root. */
  file: string;
  /** What the file holds. */
  data: Record<string, unknown>;
  /** Line of the value at a path, or of the nearest thing around it, from 1. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** What quizzes may point to. */
export interface QuizTargets {
  /** Pages by slug, each with the anchors of its sections and the ids of the works it cites. */
  pages: ReadonlyMap<string, QuizPage>;
  /** Ids of all works. */
  works: ReadonlySet<string>;
}

/** A page as a quiz sees it. */
export interface QuizPage {
  sections: readonly string[];
  cited: ReadonlySet<string>;
}

/** Notes one mistake at a path inside what is being checked. */
export type Report = (path: readonly PropertyKey[], message: string, hint: string) => void;

/** The text of a value without spaces around it; empty where it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** The maps in a value that should be a list of them; where one is no map, an empty one. */
export function mapsOf(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) =>
    typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {},
  );
}
