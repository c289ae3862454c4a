import { invert, type Name } from '../csl.ts';
import { parse, type Creator } from '@retorquere/bibtex-parser';
import type { RawEntry } from './bibtex-syntax.ts';
import type { Draft } from './draft.ts';
import names from './names.json' with { type: 'json' };

/** CSL's names, each with the words that BibTeX has for it. */
const tables = names.bibtex;

/** CSL types by the types of BibTeX and BibLaTeX; what is not here is read as a document. */
export const types = invert(tables.types);

/** Kinds of articles and pages by `entrysubtype`. */
export const subtypes = invert(tables.subtypes);

/** Words that `type` holds as keys, which no reader should see; undefined where nothing is said. */
export const genres: Record<string, string | undefined> = {
  ...invert(tables.genres),
  techreport: undefined,
  resreport: undefined,
  software: undefined,
  patent: undefined,
  patentde: undefined,
  patenteu: undefined,
  patentus: undefined,
};

/** CSL variables of fields that are text in every type of entry. */
export const texts = invert(tables.texts);

/** CSL roles of fields that hold names. */
export const roles = invert(tables.roles);

/** CSL variables of fields that hold a date, other than that of publication. */
export const dates = invert(tables.dates);

/** Fields that may hold private or copyrighted text. */
export const hidden = words(
  'abstract annotation annote comment keyword keywords note notes addendum review tags groups owner file pdf mendeley-tags contents toc priority ranking rating read readstatus usera userb userc',
);

/** Fields for programs and of databases. */
export const technical = words(
  String.raw`crossref xdata xref ids options timestamp creationdate modificationdate added-at date-added date-modified biburl bibsource interhash intrahash langidopts hyphenation related\w* execute sortname sortkey sorttitle sortyear presort key keyname label shorthand gender indextitle indexsorttitle bdsk-[\w-]+ citeulike.* __markedentry entrykey articleid article-number unique-id researcherid\S* orcid-numbers times-cited number-of-cited-references usage-count\S* web-of-science\S* doc-delivery-number da journal-iso type-source source affiliation funding\S* mrclass mrnumber zblnumber coden abbrev_source_title document_type author_keywords correspondence_address1? references sponsors pagination numpages acmid issue_date internal-note nameaddon day month primaryclass eprintclass archiveprefix eprinttype editortype editoratype pubmedid refid uuid username local-url posted-at copyright lccn googlebooks jstor_\w+ [\w-]*\+an.* urldescription`,
);

/** A pattern for any of these field names as a whole, including a repeated field. */
function words(list: string): RegExp {
  return new RegExp(String.raw`^(?:${list.split(' ').join('|')})( \(again\))?$`);
}

/** Preprint servers: the name to print, and the address of a work. */
export const servers: Record<string, [name: string, address: (id: string) => string]> = {
  arxiv: ['arXiv', (id) => `https://arxiv.org/abs/${id}`],
  psyarxiv: ['PsyArXiv', (id) => `https://osf.io/preprints/psyarxiv/${id}`],
  socarxiv: ['SocArXiv', (id) => `https://osf.io/preprints/socarxiv/${id}`],
  edarxiv: ['EdArXiv', (id) => `https://osf.io/preprints/edarxiv/${id}`],
  biorxiv: ['bioRxiv', (id) => `https://www.biorxiv.org/content/${id}`],
  medrxiv: ['medRxiv', (id) => `https://www.medrxiv.org/content/${id}`],
  osf: ['OSF Preprints', (id) => `https://osf.io/${id}`],
  ssrn: ['SSRN', (id) => `https://ssrn.com/abstract=${id}`],
  hal: ['HAL', (id) => `https://hal.science/${id}`],
  // Archives of published works, which the list does not name.
  jstor: ['', (id) => `https://www.jstor.org/stable/${id}`],
  eric: ['', (id) => `https://eric.ed.gov/?id=${id}`],
  hdl: ['', (id) => `https://hdl.handle.net/${id}`],
};

/** Language codes by babel's names. */
export const languages = invert(tables.languages);

/** Value of an entry's field as written in the file. */
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
 * Text escaped for the TeX parser: "%" is no comment in a field, a lone
 * "$" is a dollar, "<" is not a Spanish quotation mark, braces pair.
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

/** The entry with what it takes from `@xdata` blocks, those named by other blocks included. */
export function withData(
  entry: RawEntry,
  blocks: Map<string, RawEntry>,
  seen = new Set<string>(),
): RawEntry {
  const names = valueOf(entry, 'xdata')?.split(/\s*,\s*/) ?? [];
  const donors = names.flatMap((name) => {
    const block = blocks.get(name);
    if (!block || seen.has(name)) return [];
    return [withData(block, blocks, new Set([...seen, name]))];
  });
  const own = new Set(entry.fields.map(({ name }) => name));
  const fields = donors.flatMap((donor) =>
    donor.fields.filter(({ name }) => !own.has(name) && name !== 'xdata'),
  );
  return { ...entry, fields: [...entry.fields, ...fields] };
}

/** A file that names more or fewer people than were read loses none silently. */
export function countNames(draft: Draft, field: string, written: string, read: Creator[]): void {
  const parts = written
    .replace(/\{[^{}]*\}/g, 'x')
    .split(/\s+and\s+/i)
    .filter((one) => one.trim());
  if (parts.length > read.length)
    draft.lose(
      field,
      written,
      `${String(read.length)} of ${String(parts.length)} names could be read`,
    );
  const whole = read
    .map((one) => Object.values(one).join(' '))
    .join(' ')
    .replace(/[^\p{L}]/gu, '');
  // The parser drops what follows a third comma.
  const long = written
    .split(/\s+and\s+/i)
    .find((one) => (one.match(/,/g)?.length ?? 0) > 2 && !/[{=]/.test(one));
  if (long && whole.length < long.replace(/[^\p{L}]/gu, '').length) {
    const role = field === 'editor' ? 'editor' : (roles[field] ?? 'author');
    const list = draft.work[role] as Name[];
    const at = written.split(/\s+and\s+/i).indexOf(long);
    const others = list.splice(at + 1);
    list.splice(at, 1);
    draft.addName(role, long, field);
    list.push(...others);
  }
}

/** A name of the parser's in CSL's parts. */
export function toName(creator: Creator): Name | string {
  const { name, lastName = '', firstName = '', prefix, suffix, useprefix } = creator;
  if (name !== undefined) return { literal: name };
  if (/;/.test(`${lastName}${firstName}${suffix ?? ''}`))
    return [lastName, suffix, firstName].filter(Boolean).join(', ');
  // "Ames BC" without a comma is a family name and initials.
  if (/^\p{Lu}{1,3}$/u.test(lastName) && /^\p{Lu}\p{Ll}+$/u.test(firstName))
    return { family: firstName, given: lastName };
  const particle = useprefix === false ? 'dropping-particle' : 'non-dropping-particle';
  return {
    family: lastName,
    given: firstName,
    ...(prefix && { [particle]: prefix }),
    ...(suffix && { suffix }),
  };
}
