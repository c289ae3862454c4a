import { bibtex, nameFields, type Name } from '../csl.ts';
import { parse, type Creator } from '@retorquere/bibtex-parser';
import { findClose, type RawEntry } from './bibtex-syntax.ts';

/** Fields that may contain private or copyrighted text. */
export const hidden = words(
  'abstract annotation annote comment keyword keywords note notes addendum review tags groups owner file pdf mendeley-tags contents toc priority ranking rating read readstatus usera userb userc',
);

/** Fields that only programs and databases use. */
export const technical = words(
  String.raw`crossref xdata xref ids options timestamp creationdate modificationdate added-at date-added date-modified biburl bibsource interhash intrahash langidopts hyphenation related\w* execute sortname sortkey sorttitle sortyear presort key keyname label shorthand gender indextitle indexsorttitle bdsk-[\w-]+ citeulike.* __markedentry entrykey articleid article-number unique-id researcherid\S* orcid-numbers times-cited number-of-cited-references usage-count\S* web-of-science\S* doc-delivery-number da journal-iso type-source source affiliation funding\S*(?:\s+\d+)? mrclass mrnumber zblnumber coden abbrev_source_title document_type author_keywords correspondence_address1? references sponsors pagination numpages acmid issue_date internal-note nameaddon day month primaryclass eprintclass archiveprefix eprinttype editortype editoratype pubmedid refid uuid rights x-\S+ username local-url posted-at copyright lccn googlebooks jstor_\w+ [\w-]*\+an.* urldescription`,
);

/** Pattern of any of these whole field names, also where a field is repeated. */
function words(list: string): RegExp {
  return new RegExp(String.raw`^(?:${list.split(' ').join('|')})( \(again\))?$`);
}

/** Value of an entry's field as written in the file; undefined if it has none. */
export function valueOf(entry: RawEntry, field: string): string | undefined {
  return entry.fields.get(field)?.trim();
}

/** Fields of an entry with TeX converted to Unicode: text, lists or names. */
export type Converted = Record<string, string | string[] | Creator[] | undefined>;

/** TeX's names of mathematical functions, which are printed as they are. */
const operators = /\\(max|min|log|ln|exp|sin|cos|tan|lim|sup|inf|arg|det|dim|deg|gcd)(?![a-z])/gi;

/** Fields that are not parsed as TeX. */
const verbatim = /^(doi|url|urls|eprint|crossref)$/;

/**
 * Converts TeX in the entries' fields to Unicode, splits names, and adds fields inherited by `crossref`.
 * Entries are identified by index, since two may have one key.
 */
export function convert(entries: RawEntry[]): Converted[] {
  const places = new Map(
    entries.map(({ key }, at): [string, number] => [key.toLowerCase(), at]).toReversed(),
  );
  const parents = entries.map((entry) => {
    const key = valueOf(entry, 'crossref')?.toLowerCase();
    return key ? places.get(key) : undefined;
  });
  const relatives = new Set(
    parents.flatMap((parent, at) => (parent === undefined ? [] : [at, parent])),
  );
  const plain: Converted[] = entries.map(() => ({}));
  const source = entries.map(({ type, fields }, at) => {
    const lines = [...fields].flatMap(([name, value]) => {
      if (hidden.test(name) || verbatim.test(name) || !/^[a-z][\w-]*$/.test(name)) return [];
      // Most fields contain no TeX, which is slow to parse.
      if (
        relatives.has(at) ||
        nameFields.has(bibtex.variableOf(name, '') ?? '') ||
        /[\\{}$~`<>]|--|''/.test(value)
      ) {
        const safe = /date$/.test(name) ? value.replaceAll('~', '{\\textasciitilde}') : value;
        return [`${name} = {${escapeForParser(safe)}}`];
      }
      plain[at] = { ...plain[at], ...(value.trim() && { [name]: value.trim() }) };
      return [];
    });
    if (parents[at] !== undefined) lines.push(`crossref = {e${String(parents[at])}}`);
    return `@${type}{e${String(at)},\n${lines.join(',\n')}\n}`;
  });
  const { entries: read } = parse(source.join('\n\n'), {
    english: false,
    unsupported: (_node, tex) => tex.replace(operators, '$1').replace(/\\[a-z]+\*?|[{}]/gi, ''),
    fieldMode: { shortauthor: 'creatorlist' } as never,
  });
  const found = new Map(read.map((one) => [one.key, one.fields as Converted]));
  return plain.map((own, at) => ({ ...own, ...found.get(`e${String(at)}`) }));
}

/**
 * Escapes text for the TeX parser, so that "%" begins no comment, a lone "$" is a dollar, "<" is no
 * quotation mark, and braces pair.
 */
function escapeForParser(value: string): string {
  const dollars = value.match(/(?<!\\)\$/g)?.length ?? 0;
  const parts =
    dollars % 2 ? [value.replace(/(?<!\\)\$/g, '\\$')] : value.split(/((?<!\\)\$[^$]*(?<!\\)\$)/);
  const escaped = parts.map((part, at) => {
    // TeX ignores spaces in mathematics; without a command, treat it as text.
    const math = at % 2 === 1;
    if (math && /[\\^_{}]/.test(part)) return part;
    return part
      .replace(math ? /\$/g : /^$/, '')
      .replace(/(?<!\\)[%#&]/g, '\\$&')
      .replace(/(?<!\\)\\(?:space(?![a-z])|(?=\s))/g, ' ')
      .replace(/\\(enquote|mkbibquote|emph|textit)\*/g, '\\$1')
      .replace(/</g, '{\\textless}')
      .replace(/>/g, '{\\textgreater}');
  });
  const text = `{${escaped.join('')}}`;
  const isBalanced = findClose(text, 0) === text.length - 1;
  return isBalanced ? text.slice(1, -1) : text.replace(/(?<!\\)[{}]/g, '');
}

/** Removes TeX's escapes from a URL or DOI: `\_`, `{\_}`, `\~{}`, `{\textless}`, `\url{…}`. */
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

/** A field as text. Converts TeX's `single' quotation marks, which the parser leaves. */
export function fieldText(value: Converted[string]): string {
  return [value ?? '']
    .flat()
    .filter((one) => typeof one === 'string')
    .join(' and ')
    .replace(/<a href="[^"]*">([^<]*)<\/a>/g, '$1')
    .replace(/`([^`]*?)['’](?!\p{L})/gu, '‘$1’')
    .replaceAll('`', '‘');
}

/** The entry with the fields that it inherits from `@xdata` blocks, also through other blocks. */
export function withXdata(
  entry: RawEntry,
  blocks: ReadonlyMap<string, RawEntry>,
  seen: string[] = [],
): RawEntry {
  const names = valueOf(entry, 'xdata')?.split(/\s*,\s*/) ?? [];
  const inherited = names.flatMap((name) => {
    const block = blocks.get(name);
    if (!block || seen.includes(name)) return [];
    return [...withXdata(block, blocks, [...seen, name]).fields];
  });
  const own = inherited.filter(([name]) => name !== 'xdata' && !entry.fields.has(name));
  return { ...entry, fields: new Map([...entry.fields, ...own]) };
}

/** Converts the parser's name to CSL's parts. */
export function toName(creator: Creator): Name | string {
  const { name, lastName = '', firstName = '', prefix = '', suffix = '', useprefix } = creator;
  if (name !== undefined) return { literal: name };
  if (/;/.test(lastName + firstName + suffix))
    return [lastName, suffix, firstName].filter(Boolean).join(', ');
  // "Ames BC" without a comma is a family name and initials.
  if (/^\p{Lu}{1,3}$/u.test(lastName) && /^\p{Lu}\p{Ll}+$/u.test(firstName))
    return { family: firstName, given: lastName };
  const particle = useprefix === false ? 'dropping-particle' : 'non-dropping-particle';
  return { family: lastName, given: firstName, [particle]: prefix, suffix };
}
