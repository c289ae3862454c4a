import type { Creator } from '@retorquere/bibtex-parser';
import { bibtex, dateFields, genres, nameFields, servers, typesBy } from '../csl.ts';
import { months } from '../dates.ts';
import { isOrganisation } from '../fields.ts';
import { readEntries, type RawEntry } from './bibtex-syntax.ts';
import {
  convert,
  hidden,
  fieldText,
  readVerbatim,
  technical,
  toName,
  valueOf,
  withXdata,
  type Converted,
} from './bibtex-values.ts';
import { Draft, type ReadRecord } from './draft.ts';
import { arxivId } from './forms.ts';

const [types, subtypes] = [typesBy('bibtex'), typesBy('subtype')];
/** Reads every entry of a BibTeX or BibLaTeX file. */
export function readBibtex(text: string): ReadRecord[] {
  const all = readEntries(text).filter(({ type }) => type !== 'set');
  const blocks = new Map(all.filter(({ type }) => type === 'xdata').map((one) => [one.key, one]));
  const entries = all.filter(({ type }) => type !== 'xdata').map((one) => withXdata(one, blocks));
  const converted = convert(entries);
  return entries.map((entry, at) => toRecord(entry, converted[at] ?? {}, at));
}

/** An entry and the draft that it is read into. */
interface Context {
  draft: Draft;
  entry: RawEntry;
  fields: Converted;
  /** Its type in CSL. */
  type: string;
  /** A field as text. */
  text: (name: string) => string;
}

function toRecord(entry: RawEntry, fields: Converted, at: number): ReadRecord {
  const draft = new Draft();
  const type = typeOf(entry, fields);
  const context: Context = { draft, entry, fields, type, text: (name) => fieldText(fields[name]) };
  Object.assign(draft.work, { id: entry.key, type });
  if (!types[entry.type])
    draft.change('@' + entry.type, entry.type, 'a type unknown here, read as “document”');
  const { damage, undefinedMacros } = entry;
  if (damage) {
    const why = 'repaired as far as possible; compare the record with its source';
    draft.change('syntax', damage, why);
  }
  for (const macro of undefinedMacros) {
    const why = 'the file does not define it; put its @string lines before the entries';
    draft.lose('@string', macro, why);
  }
  putTitles(context);
  putDates(context);
  const done = new Set('title subtitle year date month day type'.split(' ').concat(containers));
  for (const name of new Set([...entry.fields.keys(), ...Object.keys(fields)]))
    if (!done.has(name)) putField(context, name, entry.fields.get(name) ?? fieldText(fields[name]));
  putBook(context);
  if (entry.type !== 'inbook') draft.countPages();
  putGenre(context);
  return draft.finish(entry.key || `record ${String(at + 1)}`, entry.line);
}

const containers =
  'journal fjournal journaltitle booktitle journalsubtitle booksubtitle maintitle'.split(' ');

function typeOf(entry: RawEntry, fields: Converted): string {
  const given = types[entry.type] ?? 'document';
  const subtype = subtypes[fieldText(fields['entrysubtype']).toLowerCase()];
  if (subtype) return subtype;
  const isPreprint =
    servers[serverOf(entry) ?? '']?.[1] ||
    /preprint/i.test(fieldText(fields['pubstate'])) ||
    /arxiv|preprint/i.test(fieldText(fields['publisher']));
  if (
    isPreprint &&
    !containers.some((name) => fields[name]) &&
    ['document', 'webpage', 'article-journal', 'manuscript'].includes(given)
  )
    return 'article';
  const isOnline = valueOf(entry, 'howpublished')?.includes('http') || valueOf(entry, 'url');
  if (given === 'document' && isOnline) return 'webpage';
  if (given === 'manuscript' && fields['eventtitle']) return 'speech';
  return entry.type === 'inbook' && !fields['booktitle'] ? 'book' : given;
}

function putTitles({ draft, entry, type, text }: Context): void {
  const both = (main: string, sub: string) => {
    if (!main || !sub) return main || sub;
    return /[?!]$/.test(main) ? `${main} ${sub}` : `${main.replace(/:$/, '')}: ${sub}`;
  };
  draft.put('title', both(text('title'), text('subtitle')), 'title');
  // Words in braces keep their case; braces around the whole title, which Mendeley adds, do not count.
  for (const name of ['title', 'subtitle']) {
    const value = valueOf(entry, name) ?? '';
    for (const [, words = ''] of value.matchAll(/\{([^{}\\]+)\}/g))
      if (words.length < value.length - 4) draft.protectedWords.push(words);
  }
  // cspell:ignore fjournal
  // MathSciNet writes the abbreviation in `journal`, and the name in `fjournal`.
  const journal = text('journaltitle') || text('fjournal') || text('journal');
  if (text('fjournal')) draft.put('container-title-short', text('journal'), 'journal');
  else if (text('journal') !== journal) draft.lose('journal', text('journal'));
  const book = both(text('booktitle'), text('booksubtitle'));
  const container = both(journal, text('journalsubtitle')) || book;
  if (container) draft.put('container-title', container, journal ? 'journaltitle' : 'booktitle');
  if (journal && book !== text('title')) draft.lose('booktitle', book);
  const main = text('maintitle');
  if (type !== 'book') draft.lose('maintitle', main);
  else if (main) {
    draft.work['collection-title'] = main;
    draft.change('maintitle', main, 'kept as the series of the volume');
  }
}

/** A book has no container: one makes it a chapter, or is for the papers that inherit it from proceedings. */
function putBook({ draft, entry, type, text }: Context): void {
  const { title, 'container-title': container } = draft.work;
  if (type !== 'book' || typeof container !== 'string') return;
  if (entry.type === 'book' && container !== title) {
    draft.work['type'] = 'chapter';
    return draft.change('booktitle', container, 'read as a chapter of this book');
  }
  delete draft.work['container-title'];
  if (title === undefined) draft.work['title'] = container;
  else if (container !== title) draft.skip('booktitle', text('booktitle'));
}

function putDates({ draft, text }: Context): void {
  const [date, year, month] = [text('date'), text('year'), text('month')];
  if (date) {
    draft.putDate('issued', ['date', date], { ranges: true });
    if (!date.includes(year)) draft.lose('year', year, `the date “${date}” is taken`);
  } else if (year) {
    const word = /^\d{1,2}$/.test(month) ? (months[Number(month) - 1] ?? month) : month;
    const rest = [word, text('day')].filter(Boolean).join(' ');
    draft.putDate('issued', ['year', year], rest ? { more: ['month', rest] } : {});
  } else draft.lose('month', month, 'there is no year');
}

/** Adds a field to the draft by its name, or reports it; `plain` is its value in the file. */
function putField(context: Context, name: string, plain: string): void {
  const { draft, entry, type, fields } = context;
  const value = fields[name];
  const text = fieldText(value);
  const variable = bibtex.variableOf(name, type);
  if (name === 'howpublished') {
    const rest = putAddress(draft, name, plain);
    if (rest === plain) draft.put('genre', text, name);
    else putAccessed(draft, name, rest);
  } else if (name === 'note' || name === 'notes') putNote(context, name, plain);
  else if (name === 'eprinttype' && type === 'thesis' && !valueOf(entry, 'eprint'))
    draft.put('archive', text, name);
  else if (hidden.test(name)) draft.hide(name, plain);
  else if (name === 'crossref' && value === undefined)
    draft.lose(name, plain, 'the entry that it takes fields from is not in the file');
  else if (name === 'eprint' || name === 'arxivid') putEprint(context, readVerbatim(plain));
  else if (name === 'publisher') {
    // APA 7 prints the university with the kind of thesis, and a database such as ProQuest after the title.
    const university = fields['school'] ?? fields['institution'];
    draft.put(type === 'thesis' && university ? 'archive' : 'publisher', text, name);
  } else if (name === 'organization') {
    const isSite = ['webpage', 'post-weblog', 'post'].includes(type);
    const isFree = draft.work['container-title'] === undefined;
    if (/^https?:/.test(plain)) draft.putUrl(readVerbatim(plain), name);
    else if (!isSite && fields['publisher']) draft.lose(name, text, 'the publisher is taken');
    else draft.put(isSite && isFree ? 'container-title' : 'publisher', text, name);
  } else if (name === 'location' && type === 'paper-conference' && fields['address']) {
    // The ACM writes the place of the conference in `location`, and of the publisher in `address`.
    draft.put('event-place', text, name);
  } else if (name === 'language' || name === 'langid') {
    if (draft.work['language'] === undefined) draft.put('language', text, name);
  } else if (name === 'pubstate') {
    if (!/preprint|prepublished/i.test(text) || type !== 'article') draft.put('status', text, name);
  } else if (variable === 'DOI' || variable === 'URL')
    draft.put(variable, readVerbatim(plain), name);
  else if (variable && nameFields.has(variable) && Array.isArray(value))
    putNames(context, name, plain, value as Creator[]);
  else if (variable && dateFields.has(variable))
    draft.putDate(variable, [name, text], { ranges: true });
  else if (variable) draft.put(variable, text, name);
  else if (name === 'entrysubtype' && !subtypes[text.toLowerCase()]) draft.skip(name, text);
  else if (technical.test(name)) draft.skip(name, plain);
  else if (name !== 'entrysubtype') draft.lose(name, plain);
}

/** Adds a list of names, and reports it if some of them could not be read. */
function putNames(
  { draft, text }: Context,
  name: string,
  plain: string,
  creators: Creator[],
): void {
  const editors = /^(director|compiler)$/.exec(text('editortype'))?.[0] ?? 'editor';
  const role = name === 'editor' ? editors : (bibtex.variableOf(name, '') ?? '');
  const parts = plain.split(/\s+and\s+(?![^{}]*\})/i).filter((one) => /[\p{L}\p{N}]/u.test(one));
  const isInverted = (plain.match(/,/g)?.length ?? 0) >= creators.length;
  for (const [at, creator] of creators.entries()) {
    const { prefix, firstName, lastName } = creator;
    const whole = [firstName, prefix, lastName].filter(Boolean).join(' ');
    const part = parts.length === creators.length ? (parts[at] ?? '') : '';
    const pieces = part.split(',').filter((one) => one.trim());
    // The parser drops what follows a third comma.
    if (pieces.length > 3 && !/[{=]/.test(part)) draft.addName(role, part, name);
    else if (!isInverted && isOrganisation(whole)) {
      draft.change(name, whole, 'taken for an organisation; give it braces if it is one');
      draft.addName(role, { literal: whole }, name);
    } else draft.addName(role, toName(creator), name);
  }
  if (parts.length > creators.length) {
    const counts = `${String(creators.length)} of ${String(parts.length)}`;
    draft.lose(name, plain, `${counts} names could be read`);
  }
}

/** Adds the URL in a text such as "Available at \url{…} (accessed 2 May 2020)"; returns the rest. */
function putAddress(draft: Draft, name: string, plain: string): string {
  const [found = '', inTex, bare = ''] =
    /\\url\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}|(https?:\/\/[^\s{}]+)/.exec(plain) ?? [];
  draft.putUrl(readVerbatim(inTex ?? bare), name);
  return plain.replace(found, '');
}

function putAccessed(draft: Draft, field: string, text: string): boolean {
  const [, day] =
    /\b(?:accessed|retrieved|last (?:checked|visited))\b:?\s*(?:on\s+)?([^()]*\d{4}(?:-\d\d-\d\d)?)/i.exec(
      text,
    ) ?? [];
  if (day) draft.putDate('accessed', [field, day.replace(/[(),;]/g, ' ').trim()]);
  return day !== undefined;
}

/** Notes are not published, except a URL, a date of access or the genre of a manuscript. */
function putNote({ draft, type }: Context, name: string, plain: string): void {
  const rest = putAddress(draft, name, plain).trim();
  const isDay = /^[\s(]*(accessed|retrieved|last (checked|visited))\b/i.test(rest);
  if (isDay && putAccessed(draft, name, rest)) return;
  if (type === 'manuscript' && /^(unpublished )?manuscript\b/i.test(rest))
    draft.put('genre', rest, name);
  else draft.hide(name, rest);
}

function serverOf(entry: RawEntry): string | undefined {
  const name = valueOf(entry, 'eprinttype') ?? valueOf(entry, 'archiveprefix');
  if (name) return name.toLowerCase().replace(/[^a-z]/g, '');
  const id = (valueOf(entry, 'eprint') ?? valueOf(entry, 'arxivid') ?? '').replace(/^arxiv:/i, '');
  return id !== '' && arxivId.exec(id)?.[0] === id ? 'arxiv' : undefined;
}

function putEprint({ draft, entry, type }: Context, id: string): void {
  const name = serverOf(entry) ?? '';
  const [address, publisher] = servers[name] ?? [];
  const site = servers[id.toLowerCase()]?.[1];
  if (/^https?:/.test(id)) draft.putUrl(id, 'eprint');
  else if (type === 'thesis') {
    draft.put('number', id, 'eprint');
    draft.put('archive', valueOf(entry, 'eprinttype') ?? '', 'eprinttype');
  } else if (name === 'pubmed' || name === 'pmid') draft.put('PMID', id, 'eprint');
  else if (site) draft.put('publisher', site, 'eprint');
  else if (address) {
    const bare = id.replace(/^arxiv:/i, '');
    if (publisher && type === 'article') draft.work['publisher'] ??= publisher;
    if (name === 'arxiv' && type === 'article') draft.work['number'] ??= `arXiv:${bare}`;
    if (draft.work['DOI'] === undefined && !valueOf(entry, 'url') && !valueOf(entry, 'doi'))
      draft.putUrl(address + bare, 'eprint');
    else if (draft.work['number'] !== `arXiv:${bare}`) draft.skip('eprint', id);
  } else if (valueOf(entry, 'arxivid') === id) draft.skip('arxivid', id);
  else {
    const written = [name, id].filter(Boolean).join(': ');
    draft.lose('eprint', written, 'a server unknown here; give its address as url');
  }
}

/** Adds the genre of a thesis or report in words, not as BibTeX's key. */
function putGenre({ draft, entry, type, text }: Context): void {
  const isKind = genres[entry.type] !== undefined && type === 'thesis';
  const key = text('type') || (isKind ? entry.type : '');
  const isOfDatabase =
    ['article-journal', 'book'].includes(type) && /^(journal )?(article|book|review)$/i.test(key);
  if (isOfDatabase) draft.skip('type', key);
  else draft.put('genre', key, 'type');
}
