import { createRequire } from 'node:module';
import type * as yaml from 'yaml';
import { mistake, type Entry, type Mistake, type Problem } from '../model/problem.ts';
import { readYaml } from '../model/read-yaml.ts';

/** What a text holds, with the lines of its values; or the mistake that keeps it from being read. */
export type Parsed =
  | { value: unknown; lineOf: Entry['lineOf']; problem?: undefined }
  | { problem: Problem; value?: undefined; lineOf?: undefined };

// The parser that knows lines and explains mistakes is seldom asked, and takes time to load.
const load = createRequire(import.meta.url);

/** Where a note may cut text short, or a sign have a meaning of its own: only the slow parser tells. */
const doubtful = /\S[ \t]+#|(?:^\s*|[-:?,[{]\s+)[&!]\S/m;

/**
 * Parses YAML, or reports the first mistake in it: later ones are mostly echoes. Text that a fast parser
 * reads without doubt is read with lines only once one is asked for.
 * @param offset lines before the text in its file, for front matter.
 */
export function parseYaml(file: string, text: string, offset = 0): Parsed {
  let parsed: Parsed | undefined;
  const parse = () => (parsed ??= parseWithLines(file, text, offset));
  try {
    if (doubtful.test(text)) return parse();
    return { value: readYaml(text), lineOf: (path) => parse().lineOf?.(path) ?? 1 };
  } catch {
    return parse();
  }
}

/** Parses YAML by the slow parser, which knows lines. */
function parseWithLines(file: string, text: string, offset = 0): Parsed {
  const { LineCounter, parseDocument, visit } = load('yaml') as typeof yaml;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (position: number) => lines.linePos(position).line + offset;
  const [error] = document.errors;
  if (error) {
    const line = lineAt(error.pos[0]);
    const { below = 0, ...found } = explain(error, text, line - offset);
    return { problem: { file, line: line + below, ...found } };
  }
  let cut: Problem | undefined;
  visit(document, {
    Scalar(_, scalar) {
      const found = findCut(scalar);
      if (!found) return undefined;
      cut = { file, line: lineAt(scalar.range?.[0] ?? 0), ...found };
      return visit.BREAK;
    },
  });
  if (cut) return { problem: cut };
  return {
    value: document.toJS() as unknown,
    lineOf: (path) => lineAt(startOf(document, path)),
  };
}

/** Plain text that a # cuts short, since YAML takes the rest for a note, and signs that YAML takes for its own. */
function findCut({ value, type, comment, anchor, tag }: yaml.Scalar): Mistake | undefined {
  const seen = `Readers would see “${String(value)}” alone:`;
  const sign = anchor === undefined ? tag : `&${anchor}`;
  if (sign && /^[&!]/.test(sign))
    return mistake`${seen} “${sign}” has a meaning of its own in YAML.
      Put the whole value in quotes.`;
  if (type !== 'PLAIN' || typeof value !== 'string' || !comment) return undefined;
  return mistake`${seen} YAML takes “#${comment}” for a note.
    Put the whole value in quotes; or give the note a line of its own.`;
}

/** Where a value begins; a missing one is sought in what is around it. */
function startOf(document: yaml.Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as yaml.Node | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** A mistake in words, and how many lines below the one that the parser blames it is. */
type Explained = Mistake & { below?: number };

/** Mistakes that authors make most, in their words; the rest in the parser's first sentence. */
function explain({ code, message }: yaml.YAMLError, text: string, line: number): Explained {
  const [above = '', own = '', next = ''] = ['', ...text.split('\n')].slice(line - 1, line + 2);
  const found = findShape(above, own, next, code) ?? findSign(own) ?? explanations[code];
  if (found) return found;
  const reason = (message.split('\n')[0] ?? '').replace(/ at line \d+.*$/, '').replace(/\.$/, '');
  return mistake`This is not valid YAML: ${reason}.
    Compare with an entry that works: two spaces for each step in, a space after each colon.`;
}

/** Where the layout of the lines about a mistake is at fault, and the parser blames something else. */
function findShape(
  above: string,
  own: string,
  next: string,
  code: yaml.ErrorCode,
): Explained | undefined {
  const lines = [above, own, next];
  const glued = lines.findIndex((text) => /^\s*-[a-z]\w*:(\s|$)/i.test(text));
  if (glued >= 0) {
    const fixed = String(lines[glued]).trim().replace('-', '- ');
    const message = 'A hyphen has no space after it, so that it begins no item.';
    return { below: glued - 1, message, hint: `Write ${fixed.slice(0, 40)}` };
  }
  if (/:\s*[>|][+-]?\s*$/.test(above) && own.trim() !== '' && indentOf(own) <= indentOf(above))
    return mistake`The text below a field that ends in >- or | is not further in than the field.
      Begin each of its lines two spaces further in.`;
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' || hasColonInside(own)) return undefined;
  if (isDeeper(next, own)) return { below: 1, ...tooDeep };
  if (hasColonInside(next)) return undefined;
  const isItem = (text: string) => /^\s*- /.test(text);
  if (isItem(above) && isItem(own) && indentOf(above) !== indentOf(own)) return crooked;
  return indentOf(next) < indentOf(own) || isItem(next) ? { below: 1, ...crooked } : undefined;
}

const tooDeep = mistake`The field stands further in than the one above it, which already has its value.
  Take out spaces at its beginning, until it lines up with its neighbours.`;

const crooked = mistake`The indentation does not fit the lines above.
  Line the field up with its neighbours, two spaces for each step in.`;

function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0;
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

/** A value that begins with a sign by which YAML means something else, and goes on as text. */
function findSign(line: string): Mistake | undefined {
  const value = valueOf(line);
  const isQuoted = /^(["']).*\1\s*$/.test(value);
  const sign = /^([*&!%@`>|[\]{},"']|- )/.exec(value)?.[1]?.trim();
  // A list or quote that is only left open has its own message.
  const goesOn = /^(\[[^\]]*\]|\{[^}]*\}|"[^"]*"|'[^']*'|[*&!%@`>|,-])\s*[\p{L}\p{N}]/u.test(value);
  if (sign === undefined || isQuoted || !goesOn) return undefined;
  const free = ["'", '"'].find((quote) => !value.includes(quote));
  return mistake`The value begins with ${sign}, which means something else to YAML.
    Put the whole value in quotes${free ? `: ${free}${value}${free}` : ', or begin it with a word'}.`;
}

const explanations: Partial<Record<yaml.ErrorCode, Mistake>> = {
  TAB_AS_INDENT: mistake`A tab stands where YAML wants spaces.
    Indent with two spaces for each step.`,
  DUPLICATE_KEY: mistake`The same key stands twice in one entry.
    Keep one of them, or give the second another id.`,
  BLOCK_AS_IMPLICIT_KEY: mistake`A value holds a colon followed by a space, which YAML reads as a new field.
    Put the whole value in quotes.`,
  BAD_INDENT: crooked,
  MISSING_CHAR: mistake`A quote or bracket is opened and never closed.
    Close it, or take it out.`,
};
