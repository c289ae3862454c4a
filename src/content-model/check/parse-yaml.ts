import { LineCounter, type Document, parseDocument, visit, type YAMLError } from 'yaml';
import type { Problem } from '../model/problem.ts';

/** A YAML text with the lines of its values. */
export interface YamlText {
  value: unknown;
  /** Line of the value at a path, or of the nearest thing around it, from 1. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Parses YAML, or tells the first mistake in it: later ones are mostly echoes.
 * @param offset lines before the text in its file, for front matter.
 */
export function parseYaml(
  file: string,
  text: string,
  offset = 0,
): { yaml: YamlText } | { problem: Problem } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (position: number) => lines.linePos(position).line + offset;
  const [error] = document.errors;
  if (error) {
    return { problem: { file, line: lineAt(error.pos[0]), ...explain(error) } };
  }
  const cut = findCut(document);
  if (cut)
    return { problem: { file, line: lineAt(cut.position), message: cut.message, hint: cut.hint } };
  return {
    yaml: {
      value: document.toJS() as unknown,
      lineOf: (path) => lineAt(startOf(document, path)),
    },
  };
}

/** Plain text that a # cuts short: YAML takes the rest for a note. */
function findCut(document: Document) {
  let cut: { position: number; message: string; hint: string } | undefined;
  visit(document, {
    Scalar(_, { value, type, comment, range }) {
      if (type !== 'PLAIN' || typeof value !== 'string' || !comment) return undefined;
      cut = {
        position: range?.[0] ?? 0,
        message: `Readers would see “${value}” alone: YAML takes “#${comment}” for a note.`,
        hint: 'Put the whole value in quotes; or give the note a line of its own.',
      };
      return visit.BREAK;
    },
  });
  return cut;
}

/** Where a value begins; a missing one is sought in what is around it. */
function startOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

/** Mistakes that authors make most, in their words; the rest in the parser's first sentence. */
function explain({ code, message }: YAMLError): { message: string; hint: string } {
  const known = explanations[code];
  if (known) return known;
  return {
    message: `This is not valid YAML: ${(message.split('\n')[0] ?? '').replace(/ at line \d+.*$/, '').replace(/\.$/, '')}.`,
    hint: 'Compare with an entry that works: two spaces for each step in, a space after each colon.',
  };
}

const explanations: Partial<Record<YAMLError['code'], { message: string; hint: string }>> = {
  TAB_AS_INDENT: {
    message: 'A tab stands where YAML wants spaces.',
    hint: 'Indent with two spaces for each step.',
  },
  DUPLICATE_KEY: {
    message: 'The same key stands twice in one entry.',
    hint: 'Keep one of them, or give the second another id.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A value holds a colon followed by a space, which YAML reads as a new field.',
    hint: 'Put the whole value in quotes.',
  },
  BAD_INDENT: {
    message: 'The indentation does not fit the lines above.',
    hint: 'Line the field up with its neighbours, two spaces for each step in.',
  },
  MISSING_CHAR: {
    message: 'A quote or bracket is opened and never closed.',
    hint: 'Close it, or take it out.',
  },
};
