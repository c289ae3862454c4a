import type { Reference } from '../../../content-model/schemas/reference.ts';
import { itemTypes, others, writeType, type Name } from '../model/csl.ts';
import { formatEdtf } from '../model/dates.ts';
import { textOf, wholeFamily } from '../model/fields.ts';
import words from '../model/names.json' with { type: 'json' };

const texts = Object.entries(words.bibtex.texts);

/** Names of languages in babel, which `langid` takes. */
const languages: Record<string, string> = words.bibtex.languages;

const states: Record<string, string> = words.bibtex.states;

/** Fields for the container and the publisher by entry type, if not `booktitle` and `publisher`. */
const containers: Record<string, string> = { article: 'journaltitle', online: 'organization' };
const publishers: Record<string, string> = {
  ...{ thesis: 'institution', report: 'institution' },
  ...{ misc: 'organization', software: 'organization', online: 'organization' },
};

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
    ...texts.map(([variable, name]): Field => [name, text(variable)]),
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
