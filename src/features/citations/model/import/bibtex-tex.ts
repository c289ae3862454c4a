import { type Creator, parse } from '@retorquere/bibtex-parser';
import type { RawEntry } from './bibtex-syntax.ts';
import { hidden, roles } from './bibtex-tables.ts';

/** Value of an entry's field as it stands in the file. */
export function valueOf(entry: RawEntry, field: string): string | undefined {
  return entry.fields.find(({ name }) => name === field)?.value.trim();
}

/** Fields of an entry with TeX as Unicode: text, lists, or names. */
export type Converted = Record<string, string | string[] | Creator[] | undefined>;

/** Fields that hold names. */
export const nameLists = new Set([...Object.keys(roles), 'editora', 'editorb', 'shortauthor']);

/** Fields in which TeX means nothing. */
const verbatim = /^(doi|url|urls|eprint|crossref)$/;

/**
 * The entries' fields with TeX as Unicode, names in parts, and what they inherit by `crossref`. Each
 * entry is named by its number, so that two with one key stay two.
 */
export function convert(entries: RawEntry[]): Converted[] {
  const place = new Map<string, number>();
  entries.forEach(({ key }, at) => {
    if (key && !place.has(key.toLowerCase())) place.set(key.toLowerCase(), at);
  });
  const relatives = new Set(
    entries.flatMap((entry, at) => {
      const parent = place.get(valueOf(entry, 'crossref')?.toLowerCase() ?? '');
      return parent === undefined ? [] : [at, parent];
    }),
  );
  const plain: Converted[] = [];
  const source = entries.map((entry, at) => {
    const own: Converted = {};
    plain.push(own);
    const lines = entry.fields.flatMap(({ name, value }) => {
      if (hidden.test(name) || !/^[a-z][\w-]*$/.test(name)) return [];
      if (name === 'crossref') {
        const parent = place.get(value.trim().toLowerCase());
        return parent === undefined ? [] : [`crossref = {e${String(parent)}}`];
      }
      if (verbatim.test(name)) return [];
      // Most fields hold no TeX, which takes long to parse.
      if (!relatives.has(at) && !nameLists.has(name) && !/[\\{}$~`<>]|--|''/.test(value)) {
        if (value.trim()) own[name] = value.trim();
        return [];
      }
      const tame = /date$/.test(name) ? value.replaceAll('~', '{\\textasciitilde}') : value;
      return [`${name} = {${tameTex(tame)}}`];
    });
    return `@${entry.type}{e${String(at)},\n${lines.join(',\n')}\n}`;
  });
  const { entries: read } = parse(source.join('\n\n'), {
    english: false,
    unsupported: (_node, tex) => tex.replace(/\\[a-z]+\*?|[{}]/gi, ''),
    fieldMode: { shortauthor: 'creatorlist' } as never,
  });
  const found = new Map(read.map((one) => [one.key, one.fields as Converted]));
  return plain.map((own, at) => ({ ...own, ...found.get(`e${String(at)}`) }));
}

/**
 * Text in which the parser for TeX finds what its author meant: "%" is no comment in a field, a lone
 * "$" is a dollar, "<" is no Spanish mark, braces pair.
 */
function tameTex(value: string): string {
  const dollars = value.match(/(?<!\\)\$/g)?.length ?? 0;
  const parts =
    dollars % 2 ? [value.replace(/(?<!\\)\$/g, '\\$')] : value.split(/((?<!\\)\$[^$]*(?<!\\)\$)/);
  const tamed = parts.map((part, at) => {
    // Spaces mean nothing in mathematics; without a command it is text.
    const math = at % 2 === 1;
    if (math && /[\\^_{}]/.test(part)) return part;
    return part
      .replace(math ? /\$/g : /^$/, '')
      .replace(/(?<!\\)[%#&]/g, '\\$&')
      .replace(/\\(enquote|mkbibquote|emph|textit)\*/g, '\\$1')
      .replace(/</g, '{\\textless}')
      .replace(/>/g, '{\\textgreater}');
  });
  const text = tamed.join('');
  return balanced(text) ? text : text.replace(/(?<!\\)[{}]/g, '');
}

function balanced(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(/\\.|[{}]/gs)) {
    if (mark === '{') depth++;
    else if (mark === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

/** TeX's escapes in an address or a DOI taken back: `\_`, `{\_}`, `\~{}`, `{\textless}`, `\url{…}`. */
export function readVerbatim(value: string): string {
  return value
    .trim()
    .replace(/^\\(?:url|path|href)\s*\{(.*)\}$/, '$1')
    .replace(/\\textless|\$<\$|\\ensuremath\{<\}/g, '<')
    .replace(/\\textgreater|\$>\$|\\ensuremath\{>\}/g, '>')
    .replace(/\\text(?:ascii)?tilde|\\sim|\$\\sim\$/g, '~')
    .replace(/\\textunderscore/g, '_')
    .replace(/\\textasciicircum/g, '^')
    .replace(/\\textbackslash/g, '')
    .replace(/\\([_%&#$~^{}])/g, '$1')
    .replace(/\$_\$/g, '_')
    .replace(/[{}]/g, '')
    .replace(/\\-/g, '-')
    .trim();
}

/** A field as text. */
export function joined(value: Converted[string]): string {
  if (value === undefined) return '';
  if (typeof value === 'string')
    return singleQuotes(value.replace(/<a href="[^"]*">([^<]*)<\/a>/g, '$1'));
  return value.map((one) => (typeof one === 'string' ? singleQuotes(one) : '')).join(' and ');
}

/** TeX's `single' quotation marks, which its own parsers leave. */
function singleQuotes(text: string): string {
  return text.replace(/`([^`]*?)['’](?!\p{L})/gu, '‘$1’').replaceAll('`', '‘');
}
