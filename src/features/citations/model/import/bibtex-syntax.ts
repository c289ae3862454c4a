/** A field of an entry, as written in the file. */
export interface RawField {
  name: string;
  /** Its value in TeX, macros and parts joined, outer braces or quotation marks gone. */
  value: string;
  line: number;
}

/** An entry of a BibTeX file. */
export interface RawEntry {
  type: string;
  key: string;
  line: number;
  fields: RawField[];
  /** Names of macros that the file does not define. */
  undefinedMacros: string[];
  /** What is wrong with its syntax, where something had to be guessed. */
  damage?: string;
}

/**
 * The beginning of an entry: "@book{key," at the start of a line, or "@book{key," behind another
 * entry. "@article{ is how" inside an abstract is not one, since a key has no spaces.
 */
const begins =
  /@([a-z]+)[ \t]*[{(]\s*(?:([^\s,{}()"=#%]*(?:[ \t]+[^\s,{}()"=#%]+)*?)(?:\s*[,})]|(?=\s+[a-z-]+\s*=))|(?=[a-z-]+\s*=))/iy;

const monthNames =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/**
 * The entries of a BibTeX file. It goes on where TeX's own syntax is broken (a brace or a comma too
 * few, one quotation mark too many), so that a mistake costs a field and not the file, and says so in
 * `damage`; parsers made for TeX stop or skip there and report no line numbers.
 */
export function readEntries(text: string): RawEntry[] {
  const scanner = new Scanner(text);
  const macros = new Map(
    monthNames.flatMap((month) => [
      [month.slice(0, 3).toLowerCase(), month],
      [month.toLowerCase(), month],
    ]),
  );
  const entries: RawEntry[] = [];
  const blocks = scanner.blocks();
  for (const block of blocks.filter(({ type }) => type === 'string'))
    for (const { name, value } of scanner.fields(block, macros).fields) macros.set(name, value);
  for (const block of blocks.filter(({ type }) => type !== 'string')) {
    const { type, key, line } = block;
    entries.push({ type, key, line, ...scanner.fields(block, macros) });
  }
  return entries;
}

interface Block {
  type: string;
  key: string;
  line: number;
  /** Where its fields begin, and where they end. */
  from: number;
  to: number;
  damage?: string;
}

class Scanner {
  readonly #text: string;
  readonly #breaks: number[] = [];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
      this.#breaks.push(at);
  }

  /** Line of a place, from 1. */
  #line(at: number): number {
    let [low, high] = [0, this.#breaks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#breaks[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }

  blocks(): Block[] {
    const text = this.#text;
    const found: Block[] = [];
    for (let at = 0; at < text.length;) {
      const next = this.#skipComments(at);
      if (next >= text.length) break;
      at = next;
      const special = /@(comment|preamble|string)\s*/iy;
      special.lastIndex = at;
      const [head, word = ''] = special.exec(text) ?? [];
      if (head !== undefined && /[{(]/.test(text[at + head.length] ?? '')) {
        const end = closeOf(text, at + head.length);
        if (word.toLowerCase() === 'string')
          found.push({
            type: 'string',
            key: '',
            line: this.#line(at),
            from: at + head.length + 1,
            to: end ?? text.length,
          });
        at = (end ?? at + head.length) + 1;
        continue;
      }
      begins.lastIndex = at;
      const start = begins.exec(text);
      if (!start || /^(comment|preamble|string)$/i.test(start[1] ?? '')) {
        at++;
        continue;
      }
      const from = at + start[0].length;
      const bare = /[})]$/.test(start[0]) ? from - 1 : undefined;
      const open = at + start[0].search(/[{(]/);
      const end = bare ?? closeOf(text, open);
      const next2 = this.#nextStart(from);
      const broken = end === undefined || (next2 !== undefined && next2 < end);
      const to = broken ? (next2 ?? text.length) : end;
      found.push({
        type: (start[1] ?? '').toLowerCase(),
        key: (start[2] ?? '').trim(),
        line: this.#line(at),
        from: Math.min(from, to),
        to,
        ...(broken && { damage: 'its braces do not pair' }),
      });
      at = broken ? to : to + 1;
    }
    return found;
  }

  /** The next "@" outside comments: "%" at the start of a line makes one of the whole line. */
  #skipComments(at: number): number {
    const stop = /@|%/g;
    for (stop.lastIndex = at; ;) {
      const found = stop.exec(this.#text);
      if (!found) return this.#text.length;
      if (found[0] === '@') return found.index;
      const end = this.#text.indexOf('\n', found.index);
      if (end < 0) return this.#text.length;
      stop.lastIndex = end;
    }
  }

  /** The next line that begins an entry. */
  #nextStart(at: number): number | undefined {
    const lines = /^[ \t]*(?=@[a-z]+[ \t]*[{(])/gim;
    for (lines.lastIndex = at; ;) {
      const found = lines.exec(this.#text);
      if (!found) return undefined;
      const start = found.index + found[0].length;
      if (found.index >= at) {
        begins.lastIndex = start;
        const match = begins.exec(this.#text);
        if (
          match &&
          /^\S*$/.test(match[2] ?? '') &&
          /[,=]/.test(
            match[0] + this.#text.slice(start + match[0].length, start + match[0].length + 40),
          )
        )
          return start;
      }
      lines.lastIndex = start + 1;
    }
  }

  /** The fields of a block. */
  fields(
    block: Block,
    macros: Map<string, string>,
  ): Pick<RawEntry, 'fields' | 'undefinedMacros' | 'damage'> {
    const text = this.#text.slice(block.from, block.to);
    const fields: RawField[] = [];
    const undefinedMacros: string[] = [];
    let { damage } = block;
    const heads = /([\p{L}_][\p{L}\p{N}_+:.-]*)\s*=\s*/uy;
    let at = 0;
    while (at < text.length) {
      at += /^(?:[\s,]|%.*(?:\n|$))*/.exec(text.slice(at))?.[0].length ?? 0;
      if (at >= text.length) break;
      heads.lastIndex = at;
      const head = heads.exec(text);
      if (!head) {
        const skip = /^[^\n,]*/.exec(text.slice(at))?.[0] ?? '';
        if (/[\p{L}\p{N}]/u.test(skip)) {
          damage ??= `“${skip.trim().slice(0, 40)}” is no field`;
          fields.push({ name: '?', value: skip.trim(), line: this.#line(block.from + at) });
        }
        at += Math.max(1, skip.length);
        continue;
      }
      const name = (head[1] ?? '').toLowerCase();
      const line = this.#line(block.from + head.index + head[0].length);
      at = head.index + head[0].length;
      const parts: string[] = [];
      for (;;) {
        const part = this.#value(text, at, block.damage !== undefined);
        at = part.end;
        if (part.damaged) damage ??= `the end of “${name}” is not clear`;
        if (part.macro === undefined) parts.push(part.value);
        else {
          const known = macros.get(part.macro.toLowerCase());
          if (known === undefined) undefinedMacros.push(part.macro);
          parts.push(known ?? `{${part.macro}}`);
        }
        const joint = /^\s*#\s*/.exec(text.slice(at, at + 200));
        if (!joint) break;
        at += joint[0].length;
      }
      const twice = fields.some((field) => field.name === name);
      fields.push({ name: twice ? `${name} (again)` : name, value: parts.join(''), line });
    }
    return { fields, undefinedMacros, ...(damage !== undefined && { damage }) };
  }

  /** One value, and where it ends. */
  #value(
    text: string,
    at: number,
    unsure: boolean,
  ): { value: string; end: number; macro?: string; damaged?: true } {
    const mark = text[at];
    if (mark === '{') {
      const end = closeOf(text, at);
      const next = end === undefined ? '' : text.slice(end + 1, end + 200);
      // Where braces do not pair, a value that seems to hold fields has swallowed them.
      const swallows = unsure && /\}\s*,\s*[a-z][\w-]*\s*=\s*[{"\w]/i.test(text.slice(at, end));
      if (
        end !== undefined &&
        !swallows &&
        (/^\s*([,#})%]|$)/.test(next) || /^\s*[a-z][\w-]*\s*=/i.test(next))
      )
        return {
          value: text.slice(at + 1, end),
          end: end + 1,
          ...(/^\s*[a-z]/i.test(next) && { damaged: true as const }),
        };
      return this.#guess(text, at, '}');
    }
    if (mark === '"') {
      let depth = 0;
      for (let end = at + 1; end < text.length; end++) {
        const char = text[end];
        if (char === '\\') end++;
        else if (char === '{') depth++;
        else if (char === '}') depth--;
        else if (char === '"' && depth <= 0) {
          if (!/^\s*([,#})%]|$)/.test(text.slice(end + 1, end + 100))) break;
          return { value: text.slice(at + 1, end), end: end + 1 };
        }
      }
      return this.#guess(text, at, '"');
    }
    const bare = /^[^\s,#{}()"]*/.exec(text.slice(at, at + 300))?.[0] ?? '';
    if (/^\d*$/.test(bare)) return { value: bare, end: at + Math.max(bare.length, 0) };
    return { value: bare, end: at + bare.length, macro: bare };
  }

  /** A value whose end is not sure: it ends where the next field seems to begin, or the entry. */
  #guess(text: string, at: number, mark: string): { value: string; end: number; damaged: true } {
    const ends =
      mark === '"'
        ? /"\s*(?=,\s*[a-z][\w-]*\s*=|,?\s*$)/gi
        : /\}\s*(?=,\s*[a-z][\w-]*\s*=|,?\s*\}?\s*$)/gi;
    ends.lastIndex = at + 1;
    const end = ends.exec(text);
    const value = text.slice(at + 1, end?.index ?? text.length);
    return {
      value: value.replace(/(?<!\\)[{}]/g, ''),
      end: end ? end.index + 1 : text.length,
      damaged: true,
    };
  }
}

/** Where the brace or bracket at `open` closes, a backslash before one taken into account; undefined where it does not. */
function closeOf(text: string, open: number): number | undefined {
  const end = text[open] === '(' ? ')' : '}';
  let depth = 0;
  const marks = /\\.|[{}()]/gs;
  marks.lastIndex = open + 1;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] === end && depth === 0) return mark.index;
    if (mark[0] === '{') depth++;
    else if (mark[0] === '}') {
      if (depth === 0) return undefined;
      depth--;
    }
  }
  return undefined;
}
