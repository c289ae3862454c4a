import type { Reference } from '../../../content-model/schemas/reference.ts';
import { itemTypes, others, typesBy, writeType, type CslDate, type Name } from '../model/csl.ts';
import { dateOf, formatEdtf, yearOf } from '../model/dates.ts';
import { formatName, stripTags, textOf, wholeFamily } from '../model/fields.ts';
import { extras } from '../model/import/ris.ts';
import words from '../model/names.json' with { type: 'json' };

type Tables = Record<keyof typeof words.bibtex, Record<string, string>>;

/**
 * BibLaTeX's fields by variable, those of the container and the publisher by entry type, names of languages
 * in babel, which `langid` takes, and publication states.
 */
const { texts, containers, publishers, languages, states }: Tables = words.bibtex;

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
    ...Object.entries(texts).map(([variable, name]): Field => [name, text(variable)]),
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
  return [wholeFamily({ ...name, family: own }), ...rest].filter(Boolean).join(', ');
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

type Line = [tag: string, value: string | undefined, variable?: string];

/**
 * A work as one RIS record. Variables without a RIS tag, such as the first publication of a
 * reprint, are written as notes, "original-date: 1969". This is the form of Zotero's Extra field, and
 * refs:import reads it.
 */
export function formatRis(work: Reference): string {
  const isFilm = work.type === 'motion_picture' && work['director'] !== undefined;
  const isVideo = work.type === 'motion_picture' && !isFilm;
  const type = isVideo ? 'VIDEO' : (writeType(work.type, 'ris') ?? 'GEN');
  const tagged = tagsOf(work, type);
  const lines: Line[] = [
    ['TY', type],
    ['ID', work.id],
    ...names('AU', isFilm ? work['director'] : work.author),
    ...names(work.type === 'book' ? 'A3' : 'A2', work.editor),
    ...names('A4', work['translator']),
    ...tagged,
    // Several CSL types share one RIS type.
    ['N1', risTypes[type] === work.type ? undefined : `type: ${work.type}`],
    ...notes(work, new Set(tagged.map(([, , variable]) => variable))),
  ];
  const written = lines.flatMap(([tag, value]) => (value ? `${tag}  - ${value}\r\n` : []));
  return `${written.join('')}ER  - \r\n`;
}

/** Lines of the variables that have a tag in a record of this type. */
function tagsOf(work: Reference, type: string): Line[] {
  const given = (variable: string | false, tag: string): Line =>
    variable ? [tag, textIn(work, variable), variable] : [tag, undefined];
  const isPaper = work.type === 'paper-conference';
  const isArticle = work.type.startsWith('article-');
  const isReport = work.type === 'report';
  const hasPlaces =
    isPaper && work['event-place'] !== undefined && work['publisher-place'] !== undefined;
  const issued = isAncient(work) ? undefined : dateOf(work);
  const page = textIn(work, 'page');
  // Pages that are not a simple range are written as the first page.
  const [first, last] = page?.match(/^[^\s,-]+[-–][^\s,-]+$/) ? page.split(/[-–]/) : [page];
  return [
    given('title', 'TI'),
    given(type === 'CONF' ? 'event-title' : 'container-title', 'T2'),
    given(isPaper && 'container-title', 'C3'),
    given('collection-title', 'T3'),
    given('container-title-short', 'J2'),
    given('title-short', 'ST'),
    ['PY', issued?.split('-')[0]],
    ['DA', issued?.replaceAll('-', '/')],
    given('volume', 'VL'),
    given(
      (isArticle || work.type === 'periodical') && 'issue',
      work.type === 'article-magazine' ? 'M1' : 'IS',
    ),
    // EndNote writes article numbers in C7; the specification puts report numbers in SN.
    given('number', isArticle ? 'C7' : isReport ? 'SN' : 'M1'),
    given('collection-number', 'SV'),
    given('number-of-volumes', 'NV'),
    ['SP', first],
    ['EP', last],
    given(type === 'DATA' || type === 'COMP' ? 'version' : 'edition', 'ET'),
    given('publisher', 'PB'),
    // EndNote and Zotero write the place of a conference in CY, and of its publisher in C1.
    given(work.type === 'speech' || hasPlaces ? 'event-place' : 'publisher-place', 'CY'),
    given(hasPlaces && 'publisher-place', 'C1'),
    // For articles and books, databases use M3 for labels of their own.
    given(!isArticle && !['BOOK', 'CHAP', 'CONF', 'CLSWK'].includes(type) && 'genre', 'M3'),
    given(!isReport && (isArticle ? 'ISSN' : 'ISBN'), 'SN'),
    ['DO', work.DOI],
    ['UR', work.URL],
    ['Y2', dateOf({ issued: work['accessed'] })?.replaceAll('-', '/')],
    given('language', 'LA'),
  ];
}

/** Note lines of CSL variables that have no tag in the record. */
function notes(work: Reference, tagged: ReadonlySet<unknown>): Line[] {
  const { circa, season } = (work.issued ?? {}) as Partial<CslDate>;
  const isRange = (work.issued?.['date-parts'].length ?? 0) > 1;
  const isSpecial = circa || season || isRange || isAncient(work);
  const left = [...extras].filter((variable) => !tagged.has(variable));
  const lines: Line[] = [
    ['issued', isSpecial ? formatEdtf(work.issued) : undefined],
    ['original-date', formatEdtf(work['original-date'])],
    ...['status', ...left].map((variable): Line => [variable, textIn(work, variable)]),
  ];
  return lines.map(([variable, value]) => ['N1', value && `${variable}: ${value}`]);
}

/** Whether a work is from before the common era, of which RIS has no years. */
function isAncient(work: Reference): boolean {
  return (yearOf(work.issued) ?? 1) < 1;
}

function names(tag: string, people: unknown): Line[] {
  return ((people ?? []) as Name[]).map((name) => {
    // Without a comma, "Plato" would be read as an organisation.
    const alone = name.family !== undefined && !name.given && !name.suffix;
    return [tag, `${formatName(name)}${alone ? ',' : ''}`];
  });
}

function textIn(work: Reference, variable: string): string | undefined {
  return stripTags(textOf(work[variable]) ?? '') || undefined;
}
