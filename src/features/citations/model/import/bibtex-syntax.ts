import { months } from '../dates.ts';
import { lineCounter } from './draft.ts';

/** An entry of a BibTeX file. */
export interface RawEntry {
  type: string;
  key: string;
  line: number;
  /** Fields with their values in TeX: macros expanded, parts joined, outer braces or quotation marks removed. */
  fields: Map<string, string>;
  /** Names of macros that the file does not define. */
  undefinedMacros: string[];
  /** Syntax error after which something had to be guessed. */
  damage?: string | undefined;
}

/**
 * Start of an entry: "@book{key," at the start of a line, or after another
 * entry. "@article{ is how" inside an abstract is not one, since a key has no spaces.
 */
const entryStart =
  /@([a-z][\w-]*)[ \t]*[{(]\s*(?:"?([^\s,{}()"=#%]*(?:[ \t]+[^\s,{}()"=#%]+)*?)"?(?:\s*[,})]|(?=\s+[a-z-]+\s*=))|(?=[a-z-]+\s*=))/iy;

/**
 * Parses the entries of a BibTeX file. It recovers from syntax errors (a missing brace or comma, an extra
 * quotation mark), so that an error costs a field and not the file, and reports them in `damage`; TeX's
 * own parsers stop or skip there and report no line numbers.
 */
export function readEntries(text: string): RawEntry[] {
  const macros = new Map<string, string>();
  for (const month of months)
    for (const name of [month, month.slice(0, 3)]) macros.set(name.toLowerCase(), month);
  const blocks = findBlocks(text);
  for (const block of blocks)
    if (block.type === 'string')
      for (const [name, value] of readFields(block, macros).fields) macros.set(name, value);
  return blocks
    .filter(({ type }) => !/^(comment|preamble|string)$/.test(type))
    .map((block) => {
      const { type, key, line } = block;
      return { type, key, line, ...readFields(block, macros) };
    });
}

/** An entry, @string, @comment or @preamble, with the unparsed text of its fields. */
interface Block extends Pick<RawEntry, 'type' | 'key' | 'line' | 'damage'> {
  body: string;
}

/** Runs a pattern from an index: a sticky one matches there, a global one anywhere after it. */
function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function findBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  const lineAt = lineCounter(text);
  for (let at = nextAtSign(text, 0); at < text.length; at = nextAtSign(text, at)) {
    const special = execAt(/@(comment|preamble|string)\s*[{(]/iy, text, at);
    const [head, type = '', key = ''] = special ?? execAt(entryStart, text, at) ?? [];
    if (head === undefined) {
      at++;
      continue;
    }
    const from = at + head.length;
    const end = /[})]$/.test(head) ? from - 1 : findClose(text, at + head.search(/[{(]/));
    const next = special ? undefined : nextEntry(text, from);
    const broken = end === undefined || (next !== undefined && next < end);
    blocks.push({
      type: type.toLowerCase(),
      key: key.trim(),
      line: lineAt(at),
      body: text.slice(from, broken ? next : end),
      damage: broken && !special ? 'its braces do not pair' : undefined,
    });
    if (!broken) at = end + 1;
    else at = special ? from : (next ?? text.length);
  }
  return blocks;
}

/** Index of the next "@" outside comments, or the end of the text. Comments run from "%" to the end of the line. */
function nextAtSign(text: string, at: number): number {
  const signs = /@|%.*/g;
  for (let sign = execAt(signs, text, at); sign; sign = signs.exec(text))
    if (sign[0] === '@') return sign.index;
  return text.length;
}

/** Index of the next line that starts an entry. */
function nextEntry(text: string, at: number): number | undefined {
  const lines = /^[ \t]*(?=@[a-z][\w-]*[ \t]*[{(])/gim;
  for (let line = execAt(lines, text, at); line; line = lines.exec(text)) {
    const start = line.index + line[0].length;
    const [head, , key = ''] = execAt(entryStart, text, start) ?? [];
    const seen = text.slice(start, start + (head?.length ?? 0) + 40);
    if (head !== undefined && !/\s/.test(key) && /[,=]/.test(seen)) return start;
    lines.lastIndex = start + 1;
  }
  return undefined;
}

function readFields(
  { body, damage }: Block,
  macros: ReadonlyMap<string, string>,
): Pick<RawEntry, 'fields' | 'undefinedMacros' | 'damage'> {
  const isUnsure = damage !== undefined;
  const fields: RawEntry['fields'] = new Map();
  const undefinedMacros: string[] = [];
  let at = 0;
  const skip = (pattern: RegExp) => {
    const [found] = execAt(pattern, body, at) ?? [''];
    at += found.length;
    return found;
  };
  for (;;) {
    skip(/(?:[\s,]|%.*(?:\n|$))*/y);
    if (at >= body.length) return { fields, undefinedMacros, damage };
    const head = skip(/[\p{L}_][\p{L}\p{N}_+:.-]*(?:\s+\d+)?\s*=\s*/uy);
    if (!head) {
      const rest = (skip(/[^\n,]+/y) || skip(/[^]/y)).trim();
      if (!/[\p{L}\p{N}]/u.test(rest)) continue;
      damage ??= `“${rest.slice(0, 40)}” is no field`;
      fields.set('?', rest);
      continue;
    }
    const name = head.replace(/\s*=\s*$/, '').toLowerCase();
    const parts: string[] = [];
    do {
      const part = readValue(body, at, isUnsure);
      at = part.end;
      if (part.isDamaged) damage ??= `the end of “${name}” is not clear`;
      const known = part.isMacro ? macros.get(part.value.toLowerCase()) : part.value;
      if (known === undefined) undefinedMacros.push(part.value);
      parts.push(known ?? `{${part.value}}`);
    } while (skip(/\s*#\s*/y));
    fields.set(fields.has(name) ? `${name} (again)` : name, parts.join(''));
  }
}

/** Reads the value at an index, and returns where it ends. */
function readValue(text: string, at: number, isUnsure: boolean) {
  const mark = text.charAt(at);
  if (mark !== '{' && mark !== '"') {
    const [value] = execAt(/[^\s,#{}()"]*/y, text, at) ?? [''];
    return { value, end: at + value.length, isMacro: !/^\d*$/.test(value), isDamaged: false };
  }
  const end = findClose(text, at) ?? text.length;
  const value = text.slice(at + 1, end);
  const endsThere = end < text.length && execAt(/\s*(?:[,#})%]|$)/y, text, end + 1) !== null;
  const lacksComma = end < text.length && execAt(/\s*[a-z][\w-]*\s*=/iy, text, end + 1) !== null;
  // In an entry with unpaired braces, a value that seems to contain other fields ends too late.
  const hasFields = isUnsure && /\}\s*,\s*[a-z][\w-]*\s*=\s*[{"\w]/i.test(value);
  if (!hasFields && (endsThere || lacksComma))
    return { value, end: end + 1, isMacro: false, isDamaged: !endsThere };
  // Guess the end: before what looks like the next field, or at the end of the entry.
  const close = mark === '"' ? mark : String.raw`\}`;
  const ends = new RegExp(String.raw`${close}\s*(?=,\s*[a-z][\w-]*\s*=|,?\s*\}?\s*$)`, 'gi');
  const guess = execAt(ends, text, at + 1)?.index ?? text.length;
  const bare = text.slice(at + 1, guess).replace(/(?<!\\)[{}]/g, '');
  return { value: bare, end: guess + 1, isMacro: false, isDamaged: true };
}

/** Index of the unescaped mark that closes the brace, bracket or quotation mark at `open`; undefined if there is none. */
export function findClose(text: string, open: number): number | undefined {
  const end = { '(': ')', '"': '"' }[text.charAt(open)] ?? '}';
  let depth = 0;
  const marks = /\\.|[{}()"]/gs;
  for (let mark = execAt(marks, text, open + 1); mark; mark = marks.exec(text)) {
    if (mark[0] === end && depth === 0) return mark.index;
    if (mark[0] === '{') depth++;
    else if (mark[0] === '}' && --depth < 0) return undefined;
  }
  return undefined;
}
