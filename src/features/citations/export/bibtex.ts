import type { Reference } from '../../../content-model/schemas/reference.ts';
import { invert, others, type Name } from '../model/csl.ts';
import { formatEdtf } from '../model/dates.ts';
import { wholeFamily } from '../model/fields.ts';
import tables from './names.json' with { type: 'json' };

/** Entry types of BibLaTeX by CSL type (names.json); what is not here is "misc". */
const types = invert(tables.bibtex.types);

/** What several CSL types share an entry type for. */
const subtypes: Record<string, string> = tables.bibtex.subtypes;

/** Names of languages in babel, which `langid` takes. */
const languages: Record<string, string> = tables.bibtex.languages;

const states: Record<string, string> = tables.bibtex.states;

/**
 * A work as one BibLaTeX entry, its fields named as BibLaTeX's data model names them (Lehman et al.,
 * *The biblatex package*, §2): `journaltitle`, `date`, `location`, `institution`.
 */
export function formatBibtex(work: Reference): string {
  const type = types[work.type] ?? 'misc';
  const names = (role: string) => writeNames(work[role] as Name[] | undefined);
  const fields: [string, string | undefined][] = [
    ['author', names('author')],
    ['options', writeOptions(work.author as Name[] | undefined)],
    ['title', protectTitle(work.title)],
    container(work, type),
    ['editor', names('editor') ?? names('director')],
    [
      'editortype',
      work.editor === undefined && work['director'] !== undefined ? 'director' : undefined,
    ],
    ['translator', names('translator')],
    ['bookauthor', names('container-author')],
    ['date', formatEdtf(work.issued)],
    ['origdate', formatEdtf(work['original-date'])],
    ['eventtitle', title(work['event-title'])],
    ['eventdate', formatEdtf(work['event-date'])],
    ['series', title(work['collection-title'])],
    ['number', numberOf(work)],
    ['eid', work.type.startsWith('article-') ? text(work['number']) : undefined],
    ['pages', text(work['page'])?.replace(/[-–]+/g, '--')],
    [publisherField(work, type), list(work['publisher'])],
    // A thesis has its number in the archive that holds it.
    ['eprinttype', work.type === 'thesis' ? text(work['archive']) : undefined],
    ['eprint', work.type === 'thesis' ? text(work['number']) : undefined],
    ['location', list(work['publisher-place'])],
    ...Object.entries(tables.bibtex.fields).map(([from, to]): [string, string | undefined] => [
      to,
      text(work[from]),
    ]),
    ['pubstate', states[String(work['status'])]],
    ['langid', languages[String(work['language'])]],
    ['language', languages[String(work['language'])] ? undefined : text(work['language'])],
    ['entrysubtype', subtypes[work.type]],
    ['doi', work.DOI],
    ['url', work.URL],
    ['urldate', formatEdtf(work['accessed'])],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? `  ${name} = {${value}},\n` : []));
  return `@${type}{${work.id},\n${lines.join('')}}\n`;
}

/** Journals keep their capitals in every style; books do not. The site of a page is its organisation. */
function container(work: Reference, type: string): [string, string | undefined] {
  const name = work['container-title'];
  if (type === 'online') return ['organization', list(name)];
  return type === 'article' ? ['journaltitle', text(name)] : ['booktitle', title(name)];
}

function publisherField(work: Reference, type: string): string {
  if (type === 'thesis' || type === 'report') return 'institution';
  if (type === 'misc' || type === 'software') return 'organization';
  return type === 'online' && work['container-title'] === undefined ? 'organization' : 'publisher';
}

/** An article's `number` is its own, an `eid`; elsewhere it is the report's or series'. */
function numberOf(work: Reference): string | undefined {
  if (work.type.startsWith('article-')) return text(work['issue']);
  if (work.type === 'thesis') return undefined;
  return text(work['collection-number']) ?? text(work['number']);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? escapeTex(String(value))
    : undefined;
}

/** Text of a list field of BibLaTeX: braces keep "Health and Care" one item. */
function list(value: unknown): string | undefined {
  const written = text(value);
  return written && /\sand\s/i.test(written) ? `{${written}}` : written;
}

function title(value: unknown): string | undefined {
  return typeof value === 'string' ? protectTitle(value) : undefined;
}

/** Names as BibTeX parts them: "van IJzendoorn, Marinus H. and {World Health Organization}". */
function writeNames(names: Name[] | undefined): string | undefined {
  return names?.map(writeName).join(' and ');
}

function writeName(name: Name): string {
  if (name.literal === others) return others;
  if (name.literal !== undefined) return `{${escapeTex(name.literal)}}`;
  // BibTeX takes lower-case words for particles; braces keep "Gojman-de-Millán" whole.
  const bare = escapeTex(name.family ?? '');
  const own = /(^|[\s-])\p{Ll}/u.test(bare) ? `{${bare}}` : bare;
  const family = wholeFamily({ ...name, family: own });
  return [family, name.suffix, name.given]
    .filter(Boolean)
    .map((part) => part && (part === family ? part : escapeTex(part)))
    .join(', ');
}

/** BibLaTeX's option for names whose particle stays with the family name, such as "van IJzendoorn". */
function writeOptions(names: Name[] | undefined): string | undefined {
  return names?.some((name) => 'non-dropping-particle' in name) ? 'useprefix=true' : undefined;
}

const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text with TeX's own characters escaped; other characters stay as UTF-8. */
function escapeTex(value: string): string {
  return value.replace(/[&%$#_{}~^\\]/g, (char) => special[char] ?? `\\${char}`);
}

/**
 * A title in sentence case, its names and abbreviations in braces so that no style puts them in
 * lower case: "Infancy in {Uganda}: Infant care". CSL's inline HTML becomes TeX.
 */
function protectTitle(value: string): string {
  return value
    .split(/(<span class="nocase">.*?<\/span>|<\/?(?:i|b|sup|sub)>)/)
    .map((part, at) => (at % 2 === 0 ? protectWords(part, at === 0) : writeMarkup(part)))
    .join('');
}

const commands: Record<string, string> = {
  '<i>': '\\emph{',
  '<b>': '\\textbf{',
  '<sup>': '\\textsuperscript{',
  '<sub>': '\\textsubscript{',
};

function writeMarkup(part: string): string {
  const inner = /^<span[^>]*>(.*)<\/span>$/.exec(part)?.[1];
  return inner === undefined ? (commands[part] ?? '}') : `{${escapeTex(inner)}}`;
}

/** Only the first word, and one after a colon, keep their capital in every style unprotected. */
function protectWords(value: string, opens: boolean): string {
  let begins = opens;
  return value
    .split(/(\s+)/)
    .map((word) => {
      const [, before = '', core = '', after = ''] =
        /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word) ?? [];
      const capitals = /\p{Lu}/u.test(begins ? core.slice(1) : core);
      if (after.includes(':')) begins = true;
      else if (/\p{L}/u.test(core)) begins = false;
      const written = escapeTex(core);
      return `${escapeTex(before)}${capitals ? `{${written}}` : written}${escapeTex(after)}`;
    })
    .join('');
}
