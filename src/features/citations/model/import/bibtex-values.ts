import { invert } from '../csl.ts';
import { parse, type Creator } from '@retorquere/bibtex-parser';
import type { RawEntry } from './bibtex-syntax.ts';

/** CSL types by the types of BibTeX and BibLaTeX; what is not here is read as a document. */
export const types = invert({
  'article-journal': 'article suppperiodical',
  book: 'book mvbook collection mvcollection proceedings mvproceedings reference mvreference manual commentary',
  chapter: 'bookinbook inbook incollection suppbook suppcollection',
  dataset: 'dataset',
  document: 'misc',
  'entry-encyclopedia': 'inreference',
  graphic: 'artwork image',
  legal_case: 'jurisdiction legal',
  legislation: 'legislation',
  manuscript: 'unpublished',
  motion_picture: 'video movie',
  pamphlet: 'booklet',
  'paper-conference': 'inproceedings conference',
  patent: 'patent',
  performance: 'performance',
  periodical: 'periodical',
  personal_communication: 'letter',
  report: 'report techreport',
  review: 'review',
  software: 'software',
  song: 'audio music',
  speech: 'presentation',
  standard: 'standard',
  thesis: 'thesis phdthesis mastersthesis',
  webpage: 'online electronic www webpage',
});

/** Kinds of articles and pages by `entrysubtype`. */
export const subtypes = invert({
  article: 'preprint',
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
  'entry-dictionary': 'dictionary',
  'entry-encyclopedia': 'encyclopedia',
  motion_picture: 'film',
  post: 'post',
  'post-weblog': 'blog',
  speech: 'speech',
});

/** Words that `type` holds as keys, which no reader should see; undefined where nothing is said. */
export const genres: Record<string, string | undefined> = {
  ...invert({
    'Doctoral dissertation': 'phdthesis',
    'Master’s thesis': 'mathesis mastersthesis',
    'Bachelor’s thesis': 'bathesis',
    'Candidate thesis': 'candthesis',
    CD: 'audiocd',
  }),
  techreport: undefined,
  resreport: undefined,
  software: undefined,
  patent: undefined,
  patentde: undefined,
  patenteu: undefined,
  patentus: undefined,
};

/** CSL variables of fields that are text in every type of entry. */
export const texts = invert({
  'chapter-number': 'chapter',
  'collection-title': 'series',
  'container-title-short': 'shortjournal',
  edition: 'edition',
  'event-place': 'venue',
  'event-title': 'eventtitle',
  ISBN: 'isbn',
  ISSN: 'issn',
  'number-of-pages': 'pagetotal',
  'number-of-volumes': 'volumes',
  'original-publisher': 'origpublisher',
  'original-publisher-place': 'origlocation',
  'original-title': 'origtitle',
  page: 'pages',
  'part-number': 'part',
  PMCID: 'pmcid',
  PMID: 'pmid',
  'publisher-place': 'location address',
  'title-short': 'shorttitle',
  version: 'version',
  volume: 'volume',
});

/** CSL roles of fields that hold names. */
export const roles = invert({
  author: 'author holder',
  'container-author': 'bookauthor',
  director: 'director',
  editor: 'editor editors',
  translator: 'translator',
});

/** CSL variables of fields that hold a date, other than that of publication. */
export const dates = invert({
  accessed: 'urldate lastchecked',
  'event-date': 'eventdate',
  'original-date': 'origdate origyear',
});

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
export const languages = invert({
  ar: 'arabic',
  da: 'danish',
  de: 'german ngerman',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  'en-GB': 'british ukenglish',
  'en-US': 'american usenglish',
  fr: 'french',
  he: 'hebrew',
  it: 'italian',
  ja: 'japanese',
  nl: 'dutch',
  no: 'norwegian',
  pl: 'polish',
  pt: 'portuguese',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
  zh: 'chinese',
});

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
