import type { Reference } from '../../../content-model/schemas/reference.ts';
import {
  bibtex,
  dateFields,
  itemTypes,
  nameFields,
  others,
  ris,
  typesBy,
  writeType,
} from '../model/csl.ts';
import type { CslDate, Name } from '../model/csl.ts';
import { dateOf, formatEdtf, yearOf } from '../model/dates.ts';
import { formatName, stripTags, textOf, wholeFamily } from '../model/fields.ts';
import { extras } from '../model/import/ris.ts';
import words from '../model/names.json' with { type: 'json' };

/**
 * BibLaTeX's fields by variable, those of the container and the publisher by entry type, names of languages
 * in babel, which `langid` takes, and publication states.
 */
const { containers, publishers, languages, states } = words.bibtex as Record<
  'containers' | 'publishers' | 'languages' | 'states',
  Record<string, string>
>;

type Field = [name: string, value: string | false | undefined];

/**
 * A work as one BibLaTeX entry, its fields named as BibLaTeX's data model names them (Lehman et al.,
 * *The biblatex package*, §2): `journaltitle`, `date`, `location`, `institution`.
 */
export function formatBibtex(work: Reference): string {
  const type = writeType(work.type, 'bibtex') ?? 'misc';
  const isArticle = work.type.startsWith('article-');
  const isThesis = work.type === 'thesis';
  const isFilmed = work.editor === undefined && work['director'] !== undefined;
  const text = (variable: string) => escapeTex(textOf(work[variable]) ?? '');
  const title = (variable: string) => protectTitle(textOf(work[variable]) ?? '');
  const names = (role: string) => (work[role] as Name[] | undefined)?.map(writeName).join(' and ');
  /** Text of a list field: braces keep "Health and Care" one item. */
  const list = (variable: string) => text(variable).replace(/^.*\sand\s.*$/i, '{$&}');
  // Journals keep their capitals in every style; books do not.
  const writeContainer = { article: text, online: list }[type] ?? title;
  const isOnSite = type === 'online' && work['container-title'] !== undefined;
  const [language] = languages[String(work['language'])]?.split(' ') ?? [];
  const fields: Field[] = [
    ['author', names('author')],
    // The particle stays with the family name, as in "van IJzendoorn".
    ['options', work.author?.some((name) => 'non-dropping-particle' in name) && 'useprefix=true'],
    ['title', title('title')],
    [containers[type] ?? 'booktitle', writeContainer('container-title')],
    ['editor', names(isFilmed ? 'director' : 'editor')],
    ['editortype', isFilmed && 'director'],
    ['editora', names('contributor')],
    ['translator', names('translator')],
    ['bookauthor', names('container-author')],
    ['date', formatEdtf(work.issued)],
    ['origdate', formatEdtf(work['original-date'])],
    ['eventtitle', title('event-title')],
    ['eventdate', formatEdtf(work['event-date'])],
    ['series', title('collection-title')],
    // `number` is an article's issue, or the number of a report or in a series. A thesis has its number in `eprint`.
    ['number', isArticle && text('issue')],
    ['number', !isArticle && !isThesis && (text('collection-number') || text('number'))],
    ['eid', isArticle && text('number')],
    ['pages', text('page').replace(/[-–]+/g, '--')],
    [(!isOnSite && publishers[type]) || 'publisher', list('publisher')],
    ['eprinttype', isThesis && text('archive')],
    ['eprint', isThesis && text('number')],
    ['location', list('publisher-place')],
    ...words.bibtex.simple
      .split(' ')
      .map((variable): Field => [bibtex.fieldOf(variable, work.type) ?? '', text(variable)]),
    ['pubstate', states[String(work['status'])]],
    ['langid', language],
    ['language', !language && text('language')],
    ['entrysubtype', itemTypes[work.type]?.subtype],
    ['doi', work.DOI],
    ['url', work.URL],
    ['urldate', formatEdtf(work['accessed'])],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? `  ${name} = {${value}},\n` : []));
  return `@${type}{${work.id},\n${lines.join('')}}\n`;
}

/** A name as BibTeX splits it: "van IJzendoorn, Marinus H.", "{World Health Organization}". */
function writeName(name: Name): string {
  if (name.literal === others) return others;
  if (name.literal !== undefined) return `{${escapeTex(name.literal)}}`;
  // BibTeX treats lower-case words as particles; braces keep "Gojman-de-Millán" whole.
  const bare = escapeTex(name.family ?? '');
  const own = /(^|[\s-])\p{Ll}/u.test(bare) ? `{${bare}}` : bare;
  const rest = [name.suffix, name.given].map((part) => escapeTex(part ?? ''));
  const written = [wholeFamily({ ...name, family: own }), ...rest].filter(Boolean).join(', ');
  // Without a comma, the last word alone would be read as the family name.
  return /\s/.test(name.family ?? '') && !written.includes(',') ? `${written},` : written;
}

const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Escapes TeX's special characters; other characters stay as UTF-8. */
function escapeTex(value: string): string {
  return value.replace(/[&%$#_{}~^\\]/g, (char) => special[char] ?? `\\${char}`);
}

const commands: Record<string, string> = {
  '<i>': '\\emph{',
  '<b>': '\\textbf{',
  '<sup>': '\\textsuperscript{',
  '<sub>': '\\textsubscript{',
};

/**
 * A title in sentence case, its names and abbreviations in braces so that no style puts them in
 * lower case: "Infancy in {Uganda}: Infant care". CSL's inline HTML becomes TeX.
 */
function protectTitle(value: string): string {
  // Only the first word, and one after a colon, keep their capital in every style unprotected.
  let begins = true;
  return value
    .split(/(<span class="nocase">.*?<\/span>|<\/?(?:i|b|sup|sub)>|\s+)/)
    .map((part, at) => {
      if (at % 2 === 1 && part.startsWith('<')) {
        begins = false;
        const [, kept] = /^<span[^>]*>(.*)<\/span>$/.exec(part) ?? [];
        return kept === undefined ? (commands[part] ?? '}') : `{${escapeTex(kept)}}`;
      }
      const [, before = '', core = '', after = ''] =
        /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(part) ?? [];
      const written = escapeTex(core);
      const hasCapitals = /\p{Lu}/u.test(begins ? core.slice(1) : core);
      if (after.includes(':')) begins = true;
      else if (/\p{L}/u.test(core)) begins = false;
      return escapeTex(before) + (hasCapitals ? `{${written}}` : written) + escapeTex(after);
    })
    .join('');
}

/** CSL types by RIS type. */
const risTypes = typesBy('ris');

type Line = [tag: string, value: string | undefined];

/**
 * A work as one RIS record. A variable is written with the first tag that our import reads as this variable,
 * or else as a note, "original-date: 1969", which is the form of Zotero's Extra field.
 */
export function formatRis(work: Reference): string {
  const isFilm = work.type === 'motion_picture' && work['director'] !== undefined;
  const isVideo = work.type === 'motion_picture' && !isFilm;
  const type = isVideo ? 'VIDEO' : (writeType(work.type, 'ris') ?? 'GEN');
  const hasPlaces =
    work.type === 'paper-conference' &&
    [work['event-place'], work['publisher-place']].every((place) => place !== undefined);
  const special: Record<string, string> = {
    ...(isFilm && { director: 'AU', author: '' }),
    // EndNote and Zotero write the place of a conference in CY, and of its publisher in C1.
    ...(hasPlaces && { 'event-place': 'CY', 'publisher-place': 'C1' }),
  };
  const noted = new Set(['issued', ...extras]);
  const tagged = (variables: string): Line[] =>
    variables.split(' ').flatMap((variable) => {
      const tag = special[variable] ?? ris.fieldOf(variable, work.type);
      if (!tag) return [];
      noted.delete(variable);
      return textsIn(work, variable).map((text): Line => [tag, text]);
    });

  const { issued, DOI: doi, URL: url } = work;
  const { circa, season } = (issued ?? {}) as Partial<CslDate>;
  // RIS has no years before the common era.
  const isAncient = (yearOf(issued) ?? 1) < 1;
  const isSpecial = circa || season || isAncient || (issued?.['date-parts'].length ?? 0) > 1;
  if (!isSpecial) noted.delete('issued');
  const date = isAncient ? undefined : dateOf(work);
  const [page] = textsIn(work, 'page');
  // Pages that are not a simple range are written as the first page, which in a book is their number.
  const [first, last] = page?.match(/^[^\s,-]+[-–][^\s,-]+$/) ? page.split(/[-–]/) : [page];
  const isCounted = last === undefined && ['book', 'thesis', 'report'].includes(work.type);
  if (!isCounted) noted.delete('page');
  const accessed = doi || url ? dateOf({ issued: work['accessed'] }) : undefined;
  if (accessed) noted.delete('accessed');

  const lines: Line[] = [
    ['TY', type],
    ['ID', work.id],
    ...tagged('author director editor translator title event-title container-title'),
    ...tagged('collection-title container-title-short title-short'),
    ['PY', date?.split('-')[0]],
    ['DA', date?.replaceAll('-', '/')],
    ...tagged('volume issue number collection-number number-of-volumes'),
    ...(isCounted ? [] : [['SP', first] as Line, ['EP', last] as Line]),
    ...tagged('edition version publisher event-place publisher-place genre section'),
    ...tagged('chapter-number original-publisher collection-editor ISSN ISBN'),
    ['DO', doi],
    ['UR', url],
    ['Y2', accessed?.replaceAll('-', '/')],
    ...tagged('language'),
    // Several CSL types share one RIS type.
    ['N1', risTypes[type] === work.type ? undefined : `type: ${work.type}`],
    ...[...noted].flatMap((variable) =>
      textsIn(work, variable).map((text): Line => ['N1', `${variable}: ${text}`]),
    ),
  ];
  const written = lines.flatMap(([tag, value]) => (value ? `${tag}  - ${value}\r\n` : []));
  return `${written.join('')}ER  - \r\n`;
}

/** The names of a variable, or its date or text without markup; empty if the work lacks it. */
function textsIn(work: Reference, variable: string): string[] {
  const value = work[variable];
  if (nameFields.has(variable))
    return ((value ?? []) as Name[]).map((name) => {
      // Without a comma, "Plato" would be read as an organisation.
      const alone = name.family !== undefined && !name.given && !name.suffix;
      return `${formatName(name)}${alone ? ',' : ''}`;
    });
  const text = dateFields.has(variable) ? formatEdtf(value) : stripTags(textOf(value) ?? '');
  return text ? [text] : [];
}
