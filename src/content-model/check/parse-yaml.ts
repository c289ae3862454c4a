import { LineCounter, type Document, parseDocument, visit, type YAMLError } from 'yaml';
import type { Problem } from '../model/problem.ts';
import { readYaml } from '../model/read-yaml.ts';

/** A YAML text with the lines of its values. */
export interface YamlText {
  value: unknown;
  /** Line of the value at a path, or of the nearest thing around it, from 1. */
  lineOf(path: readonly PropertyKey[]): number;
}

type Parsed = { yaml: YamlText } | { problem: Problem };

/** Where a note may cut text short, or a sign have a meaning of its own: only the slow parser tells. */
const doubtful = /\S[ \t]+#|(?:^|\s)[&!]\S/;

/**
 * Parses YAML, or reports the first mistake in it: later ones are mostly echoes. Text that a fast parser
 * reads without doubt is read with lines only once one is asked for.
 * @param offset lines before the text in its file, for front matter.
 */
export function parseYaml(file: string, text: string, offset = 0): Parsed {
  if (doubtful.test(text)) return parseWithLines(file, text, offset);
  let value: unknown;
  try {
    value = readYaml(text);
  } catch {
    return parseWithLines(file, text, offset);
  }
  let withLines: Parsed | undefined;
  const lineOf: YamlText['lineOf'] = (path) => {
    withLines ??= parseWithLines(file, text, offset);
    return 'yaml' in withLines ? withLines.yaml.lineOf(path) : 1 + offset;
  };
  return { yaml: { value, lineOf } };
}

function parseWithLines(file: string, text: string, offset: number): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (position: number) => lines.linePos(position).line + offset;
  const [error] = document.errors;
  if (error) {
    const { line } = lines.linePos(error.pos[0]);
    const written = text.split('\n');
    const [above = '', own = '', next = ''] = ['', ...written].slice(line - 1, line + 2);
    const shape = findShape(above, own, next, error.code);
    if (shape) return { problem: { file, line: line + offset + shape.below, ...shape.told } };
    if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && !hasColonInside(own) && isDeeper(next, own))
      return { problem: { file, line: line + 1 + offset, ...deeper } };
    return { problem: { file, line: line + offset, ...(findSign(own) ?? explain(error)) } };
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
    Scalar(_, { value, type, comment, range, anchor, tag }) {
      const sign = anchor === undefined ? tag : `&${anchor}`;
      if (sign?.startsWith('&') || sign?.startsWith('!')) {
        cut = {
          position: range?.[0] ?? 0,
          message: `Readers would see “${String(value)}” alone: “${sign}” has a meaning of its own in YAML.`,
          hint: 'Put the whole value in quotes.',
        };
        return visit.BREAK;
      }
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

/** Where the layout of the lines about a mistake is at fault, and the parser blames something else. */
function findShape(above: string, own: string, next: string, code: YAMLError['code']) {
  const lines = [above, own, next];
  const glued = lines.findIndex((text) => /^\s*-[a-z]\w*:(\s|$)/i.test(text));
  if (glued >= 0) {
    const fixed = String(lines[glued]).trim().replace('-', '- ');
    return { below: glued - 1, told: { ...noSpace, hint: `Write ${fixed.slice(0, 40)}` } };
  }
  if (/:\s*[>|][+-]?\s*$/.test(above) && own.trim() !== '' && indentOf(own) <= indentOf(above))
    return { below: 0, told: notIndented };
  const isCrooked = code === 'BLOCK_AS_IMPLICIT_KEY' && !hasColonInside(own);
  if (!isCrooked || hasColonInside(next) || isDeeper(next, own)) return undefined;
  const isItem = (text: string) => /^\s*- /.test(text);
  if (isItem(above) && isItem(own) && indentOf(above) !== indentOf(own))
    return { below: 0, told: crooked };
  return indentOf(next) < indentOf(own) || isItem(next) ? { below: 1, told: crooked } : undefined;
}

function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0;
}

const crooked = {
  message: 'The indentation does not fit the lines above.',
  hint: 'Line the field up with its neighbours, two spaces for each step in.',
};

const noSpace = { message: 'A hyphen has no space after it, so that it begins no item.' };

const notIndented = {
  message: 'The text below a field that ends in >- or | is not further in than the field.',
  hint: 'Begin each of its lines two spaces further in.',
};

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

/** A line's value: what is behind its hyphens and its field's name. */
function valueOf(line: string): string {
  return line.replace(/^\s*(-\s+)*([\w-]+:\s+)?/, '');
}

function hasColonInside(line: string): boolean {
  return /:\s/.test(valueOf(line));
}

/** Whether a line with a field begins further in than the field above it. */
function isDeeper(line: string, above: string): boolean {
  const column = (text: string) => /^\s*(-\s+)*/.exec(text)?.[0].length ?? 0;
  return /^\s*[\w-]+:(\s|$)/.test(line) && column(line) > column(above);
}

const deeper = {
  message: 'The field stands further in than the one above it, which already has its value.',
  hint: 'Take out spaces at its beginning, until it lines up with its neighbours.',
};

/** A value that begins with a sign by which YAML means something else, and goes on as text. */
function findSign(line: string): { message: string; hint: string } | undefined {
  const value = valueOf(line);
  const isQuoted = /^(["'])/.test(value) && /^(["']).*\1\s*$/.test(value);
  const sign = /^([*&!%@`>|[\]{},"']|- )/.exec(value)?.[1]?.trim();
  // A list or quote that is only left open has its own message.
  const goesOn = /^(\[[^\]]*\]|\{[^}]*\}|"[^"]*"|'[^']*'|[*&!%@`>|,-])\s*[\p{L}\p{N}]/u.test(value);
  if (sign === undefined || isQuoted || !goesOn) return undefined;
  const quote = value.includes("'") ? '"' : "'";
  return {
    message: `The value begins with ${sign}, which means something else to YAML.`,
    hint:
      value.includes("'") && value.includes('"')
        ? 'Put the whole value in quotes, or begin it with a word.'
        : `Put the whole value in quotes: ${quote}${value}${quote}.`,
  };
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
  BAD_INDENT: crooked,
  MISSING_CHAR: {
    message: 'A quote or bracket is opened and never closed.',
    hint: 'Close it, or take it out.',
  },
};
