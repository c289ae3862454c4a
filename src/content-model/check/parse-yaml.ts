import { createRequire } from 'node:module';
import type * as yaml from 'yaml';
import { mistake, type Entry, type Mistake, type Problem } from '../model/problem.ts';
import { readYaml } from '../../lib/text/read-yaml.ts';

/** A parsed value with a lookup for the lines of its parts, or the mistake that prevents parsing. */
export type Parsed =
  | { value: unknown; lineOf: Entry['lineOf']; problem?: undefined }
  | { problem: Problem; value?: undefined; lineOf?: undefined };

// The `yaml` package reports lines and errors; it is loaded on demand, since that takes time.
const load = createRequire(import.meta.url);

/** Text that may contain a comment, anchor or tag by mistake; only the slow parser reports these. */
const needsSlowParser = /\S[ \t]+#|(?:^\s*|[-:?,[{]\s+)[&!]\S/m;

/**
 * Parses YAML, or reports its first mistake: later ones mostly follow from it. If the fast parser is
 * sufficient, the slow one runs only once a line is needed.
 * @param offset lines before the text in its file, for front matter.
 */
export function parseYaml(file: string, text: string, offset = 0): Parsed {
  let parsed: Parsed | undefined;
  const parse = () => (parsed ??= parseWithLines(file, text, offset));
  try {
    if (needsSlowParser.test(text)) return parse();
    return { value: readYaml(text), lineOf: (path) => parse().lineOf?.(path) ?? 1 };
  } catch {
    return parse();
  }
}

/** Parses YAML with the slow parser, which knows lines. */
function parseWithLines(file: string, text: string, offset = 0): Parsed {
  const { LineCounter, isAlias, isScalar, parseDocument, visit } = load('yaml') as typeof yaml;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (position: number) => lines.linePos(position).line + offset;
  const [error] = document.errors;
  if (error) {
    const line = lineAt(error.pos[0]);
    const { below = 0, ...found } = explain(error, text, line - offset);
    return { problem: { file, line: line + below, ...found } };
  }
  let misread: Problem | undefined;
  visit(document, {
    Node(_, node) {
      const found = isAlias(node) ? aliasMistake : isScalar(node) && findMisreadScalar(node);
      if (!found) return undefined;
      misread = { file, line: lineAt(node.range?.[0] ?? 0), ...found };
      return visit.BREAK;
    },
  });
  if (misread) return { problem: misread };
  return {
    value: document.toJS() as unknown,
    lineOf: (path) => lineAt(startOf(document, path)),
  };
}

const aliasMistake = mistake`The value begins with *, which means something else to YAML.
  Take the * out, or put the whole value in quotes.`;

/** An unquoted value cut short by a comment (#), or with an anchor (&) or tag (!), none of which was meant. */
function findMisreadScalar({
  value,
  type,
  comment,
  anchor,
  tag,
}: yaml.Scalar): Mistake | undefined {
  const shown = `Readers would see “${String(value)}” alone:`;
  const sign = anchor === undefined ? tag : `&${anchor}`;
  if (sign && /^[&!]/.test(sign))
    return mistake`${shown} “${sign}” has a meaning of its own in YAML.
      Put the whole value in quotes.`;
  if (type !== 'PLAIN' || typeof value !== 'string' || !comment) return undefined;
  return mistake`${shown} YAML reads “#${comment}” as a note.
    Put the whole value in quotes; or give the note a line of its own.`;
}

/** Offset of the value at a path, or of its nearest ancestor if it is missing. */
function startOf(document: yaml.Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as yaml.Node | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** An explained mistake, and how many lines below the parser's line it is. */
type Explained = Mistake & { below?: number };

/** Explains frequent mistakes in plain words; for others, quotes the parser's first line. */
function explain({ code, message }: yaml.YAMLError, text: string, line: number): Explained {
  const [above = '', own = '', next = ''] = ['', ...text.split('\n')].slice(line - 1, line + 2);
  const found =
    findLayoutMistake(above, own, next, code) ?? findReserved(own) ?? explanations[code];
  if (found) return found;
  const reason = (message.split('\n')[0] ?? '').replace(/ at line \d+.*$/, '').replace(/\.$/, '');
  return mistake`This is not valid YAML: ${reason}.
    Compare with an entry that works: two spaces for each level, a space after each colon.`;
}

/** Indentation and list mistakes in the lines around an error, which the parser reports as something else. */
function findLayoutMistake(
  above: string,
  own: string,
  next: string,
  code: yaml.ErrorCode,
): Explained | undefined {
  const lines = [above, own, next];
  const withoutSpace = lines.findIndex((text) => /^\s*-[a-z]\w*:(\s|$)/i.test(text));
  if (withoutSpace >= 0) {
    const fixed = String(lines[withoutSpace]).trim().replace('-', '- ');
    const message = 'A hyphen has no space after it, so that it begins no item.';
    return { below: withoutSpace - 1, message, hint: `Write ${fixed.slice(0, 40)}` };
  }
  if (/:\s*[>|][+-]?\s*$/.test(above) && own.trim() !== '' && indentOf(own) <= indentOf(above))
    return mistake`The text below a field that ends in >- or | is not indented further than the field.
      Indent each of its lines by two more spaces.`;
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' || hasColonInside(own)) return undefined;
  if (isDeeper(next, own)) return { below: 1, ...tooDeep };
  if (hasColonInside(next)) return undefined;
  const isItem = (text: string) => /^\s*- /.test(text);
  if (isItem(above) && isItem(own) && indentOf(above) !== indentOf(own)) return badIndent;
  return indentOf(next) < indentOf(own) || isItem(next) ? { below: 1, ...badIndent } : undefined;
}

const tooDeep = mistake`The field is indented further than the one above it, which already has its value.
  Take out spaces at its beginning, until it lines up with its neighbours.`;

const badIndent = mistake`The indentation does not fit the lines above.
  Line the field up with its neighbours, two spaces for each level.`;

function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0;
}

/** A line's value, after its hyphens and field name. */
function valueOf(line: string): string {
  return line.replace(/^\s*(-\s+)*([\w-]+:\s+)?/, '');
}

function hasColonInside(line: string): boolean {
  return /:\s/.test(valueOf(line));
}

/** Whether a line is a field that is indented further than the line above. */
function isDeeper(line: string, above: string): boolean {
  const column = (text: string) => /^\s*(-\s+)*/.exec(text)?.[0].length ?? 0;
  return /^\s*[\w-]+:(\s|$)/.test(line) && column(line) > column(above);
}

/** An unquoted value that begins with a character reserved by YAML and continues as text. */
function findReserved(line: string): Mistake | undefined {
  const value = valueOf(line);
  const isQuoted = /^(["']).*\1\s*$/.test(value);
  const sign = /^([*&!%@`>|[\]{},"']|- )/.exec(value)?.[1]?.trim();
  // A list or quote that is not closed has its own message.
  const goesOn = /^(\[[^\]]*\]|\{[^}]*\}|"[^"]*"|'[^']*'|[*&!%@`>|,-])\s*[\p{L}\p{N}]/u.test(value);
  if (sign === undefined || isQuoted || !goesOn) return undefined;
  const free = ["'", '"'].find((quote) => !value.includes(quote));
  return mistake`The value begins with ${sign}, which means something else to YAML.
    Put the whole value in quotes${free ? `: ${free}${value}${free}` : ', or begin it with a word'}.`;
}

const explanations: Partial<Record<yaml.ErrorCode, Mistake>> = {
  TAB_AS_INDENT: mistake`A line is indented with a tab; YAML allows only spaces.
    Indent with two spaces for each level.`,
  DUPLICATE_KEY: mistake`The same key occurs twice in one entry.
    Keep one of them, or give the second another id.`,
  BLOCK_AS_IMPLICIT_KEY: mistake`A value has a colon followed by a space, which YAML reads as a new field.
    Put the whole value in quotes.`,
  BAD_INDENT: badIndent,
  MISSING_CHAR: mistake`A quote or bracket is opened and never closed.
    Close it, or take it out.`,
};
