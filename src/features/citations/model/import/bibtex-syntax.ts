import { months } from '../dates.ts';
import { lineCounter } from './draft.ts';

/** An entry of a BibTeX file. */
export interface RawEntry {
  type: string;
  key: string;
  line: number;
  /** Its fields with their values in TeX, macros and parts joined, outer braces or quotation marks gone. */
  fields: { name: string; value: string }[];
  /** Names of macros that the file does not define. */
  undefinedMacros: string[];
  /** What is wrong with its syntax, where something had to be guessed. */
  damage?: string | undefined;
}

/**
 * The beginning of an entry: "@book{key," at the start of a line, or "@book{key," behind another
 * entry. "@article{ is how" inside an abstract is not one, since a key has no spaces.
 */
const begins =
  /@([a-z]+)[ \t]*[{(]\s*(?:([^\s,{}()"=#%]*(?:[ \t]+[^\s,{}()"=#%]+)*?)(?:\s*[,})]|(?=\s+[a-z-]+\s*=))|(?=[a-z-]+\s*=))/iy;

/**
 * The entries of a BibTeX file. It goes on where TeX's own syntax is broken (a brace or a comma too
 * few, one quotation mark too many), so that a mistake costs a field and not the file, and says so in
 * `damage`; parsers made for TeX stop or skip there and report no line numbers.
 */
export function readEntries(text: string): RawEntry[] {
  const macros = new Map<string, string>();
  for (const month of months)
    for (const name of [month, month.slice(0, 3)]) macros.set(name.toLowerCase(), month);
  const blocks = findBlocks(text);
  for (const block of blocks)
    if (block.type === 'string')
      for (const { name, value } of readFields(block, macros).fields) macros.set(name, value);
  return blocks
    .filter(({ type }) => !/^(comment|preamble|string)$/.test(type))
    .map((block) => {
      const { type, key, line } = block;
      return { type, key, line, ...readFields(block, macros) };
    });
}

/** Anything that begins with "@", with the text of its fields. */
interface Block extends Pick<RawEntry, 'type' | 'key' | 'line' | 'damage'> {
  body: string;
}

/** What a pattern finds from a place on: a sticky one there, a global one anywhere behind it. */
function find(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function findBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  const lineAt = lineCounter(text);
  for (let at = nextSign(text, 0); at < text.length; at = nextSign(text, at)) {
    const special = find(/@(comment|preamble|string)\s*[{(]/iy, text, at);
    const [head, type = '', key = ''] = special ?? find(begins, text, at) ?? [];
    if (head === undefined) {
      at++;
      continue;
    }
    const from = at + head.length;
    const end = /[})]$/.test(head) ? from - 1 : closeOf(text, at + head.search(/[{(]/));
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

/** The next "@" outside comments, or the end: "%" makes a comment of the rest of its line. */
function nextSign(text: string, at: number): number {
  const signs = /@|%.*/g;
  for (let sign = find(signs, text, at); sign; sign = signs.exec(text))
    if (sign[0] === '@') return sign.index;
  return text.length;
}

/** The next line that begins an entry. */
function nextEntry(text: string, at: number): number | undefined {
  const lines = /^[ \t]*(?=@[a-z]+[ \t]*[{(])/gim;
  for (let line = find(lines, text, at); line; line = lines.exec(text)) {
    const start = line.index + line[0].length;
    const [head, , key = ''] = find(begins, text, start) ?? [];
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
  const fields: RawEntry['fields'] = [];
  const undefinedMacros: string[] = [];
  let at = 0;
  const skip = (pattern: RegExp) => {
    const [found] = find(pattern, body, at) ?? [''];
    at += found.length;
    return found;
  };
  for (;;) {
    skip(/(?:[\s,]|%.*(?:\n|$))*/y);
    if (at >= body.length) return { fields, undefinedMacros, damage };
    const head = skip(/[\p{L}_][\p{L}\p{N}_+:.-]*\s*=\s*/uy);
    if (!head) {
      const rest = (skip(/[^\n,]+/y) || skip(/[^]/y)).trim();
      if (!/[\p{L}\p{N}]/u.test(rest)) continue;
      damage ??= `“${rest.slice(0, 40)}” is no field`;
      fields.push({ name: '?', value: rest });
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
    const isRepeated = fields.some((field) => field.name === name);
    fields.push({ name: isRepeated ? `${name} (again)` : name, value: parts.join('') });
  }
}

/** The value that begins at a place, and where it ends. */
function readValue(text: string, at: number, isUnsure: boolean) {
  const mark = text.charAt(at);
  if (mark !== '{' && mark !== '"') {
    const [value] = find(/[^\s,#{}()"]*/y, text, at) ?? [''];
    return { value, end: at + value.length, isMacro: !/^\d*$/.test(value), isDamaged: false };
  }
  const end = closeOf(text, at) ?? text.length;
  const value = text.slice(at + 1, end);
  const endsThere = end < text.length && find(/\s*(?:[,#})%]|$)/y, text, end + 1) !== null;
  const lacksComma = end < text.length && find(/\s*[a-z][\w-]*\s*=/iy, text, end + 1) !== null;
  // Where braces do not pair, a value that seems to hold fields has swallowed them.
  const swallows = isUnsure && /\}\s*,\s*[a-z][\w-]*\s*=\s*[{"\w]/i.test(value);
  if (!swallows && (endsThere || lacksComma))
    return { value, end: end + 1, isMacro: false, isDamaged: !endsThere };
  // Its end is not sure: it ends where the next field seems to begin, or the entry.
  const close = mark === '"' ? mark : String.raw`\}`;
  const ends = new RegExp(String.raw`${close}\s*(?=,\s*[a-z][\w-]*\s*=|,?\s*\}?\s*$)`, 'gi');
  const guess = find(ends, text, at + 1)?.index ?? text.length;
  const bare = text.slice(at + 1, guess).replace(/(?<!\\)[{}]/g, '');
  return { value: bare, end: guess + 1, isMacro: false, isDamaged: true };
}

/** Where the brace, bracket or quotation mark at `open` closes, other than behind a backslash; undefined where it does not. */
export function closeOf(text: string, open: number): number | undefined {
  const end = { '(': ')', '"': '"' }[text.charAt(open)] ?? '}';
  let depth = 0;
  const marks = /\\.|[{}()"]/gs;
  for (let mark = find(marks, text, open + 1); mark; mark = marks.exec(text)) {
    if (mark[0] === end && depth === 0) return mark.index;
    if (mark[0] === '{') depth++;
    else if (mark[0] === '}' && --depth < 0) return undefined;
  }
  return undefined;
}
