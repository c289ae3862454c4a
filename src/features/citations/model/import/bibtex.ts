import type { Creator } from '@retorquere/bibtex-parser';
import { isOrganisation } from '../fields.ts';
import { readEntries, type RawEntry, type RawField } from './bibtex-syntax.ts';
import {
  dates,
  genres,
  hidden,
  languages,
  roles,
  servers,
  subtypes,
  technical,
  texts,
  types,
  convert,
  countNames,
  joined,
  nameLists,
  readVerbatim,
  toName,
  valueOf,
  withData,
  type Converted,
} from './bibtex-values.ts';
import { Draft, type ReadRecord } from './draft.ts';

/** Reads every entry of a BibTeX or BibLaTeX file. */
export function readBibtex(text: string): ReadRecord[] {
  const all = readEntries(text).filter(({ type }) => type !== 'set');
  const blocks = new Map(all.filter(({ type }) => type === 'xdata').map((one) => [one.key, one]));
  const entries = all.filter(({ type }) => type !== 'xdata').map((one) => withData(one, blocks));
  const parsed = convert(entries);
  return entries.map((entry, at) => toRecord(entry, parsed[at] ?? {}, at));
}

function toRecord(entry: RawEntry, fields: Converted, at: number): ReadRecord {
  const draft = new Draft();
  const raw = new Map(entry.fields.map((field) => [field.name, field]));
  const text = (name: string) => joined(fields[name]);
  const type = typeOf(entry, fields);
  draft.work['id'] = entry.key;
  draft.work['type'] = type;
  if (!types[entry.type])
    draft.change('@' + entry.type, entry.type, 'a type unknown here, read as “document”');
  if (entry.damage)
    draft.change(
      'syntax',
      entry.damage,
      'read as well as can be; compare the record with its source',
    );
  for (const macro of entry.undefinedMacros)
    draft.lose(
      '@string',
      macro,
      'the file does not define it; put its @string lines before the entries',
    );

  putTitles(draft, type, text, raw);
  if (!fields['author'] && !fields['editor'] && raw.has('author'))
    draft.lose('author', raw.get('author')?.value ?? '');
  putDates(draft, text);
  const done = new Set(['title', 'subtitle', 'year', 'date', 'month', 'day', ...containers]);
  for (const name of new Set([...raw.keys(), ...Object.keys(fields)])) {
    if (done.has(name)) continue;
    putField(draft, name, { entry, type, raw: raw.get(name), value: fields[name], all: fields });
  }
  if (entry.type === 'book' && draft.work['container-title'] === draft.work['title'])
    delete draft.work['container-title'];
  putGenre(draft, entry, type, text);
  return draft.finish(entry.key || `record ${String(at + 1)}`, entry.line);
}

function typeOf(entry: RawEntry, fields: Converted): string {
  const given = types[entry.type] ?? 'document';
  const subtype = subtypes[joined(fields['entrysubtype']).toLowerCase()];
  if (subtype) return subtype;
  const hasContainer = containers.some((name) => fields[name]);
  const server = serverOf(entry) ?? '';
  const isPreprint =
    servers[server]?.[0] ||
    /preprint/i.test(joined(fields['pubstate'])) ||
    /arxiv|preprint/i.test(joined(fields['publisher']));
  if (
    isPreprint &&
    !hasContainer &&
    ['document', 'webpage', 'article-journal', 'manuscript'].includes(given)
  )
    return 'article';
  if (given === 'document' && valueOf(entry, 'howpublished')?.includes('http')) return 'webpage';
  if (given === 'document' && valueOf(entry, 'url')) return 'webpage';
  if (given === 'manuscript' && fields['eventtitle']) return 'speech';
  if (entry.type === 'inbook' && !fields['booktitle']) return 'book';
  return given;
}

const containers = 'journal journaltitle booktitle journalsubtitle booksubtitle maintitle'.split(
  ' ',
);

function putTitles(
  draft: Draft,
  type: string,
  text: (name: string) => string,
  raw: Map<string, RawField>,
): void {
  const both = (main: string, sub: string) => {
    if (!main || !sub) return main || sub;
    return /[?!]$/.test(main) ? `${main} ${sub}` : `${main.replace(/:$/, '')}: ${sub}`;
  };
  draft.put('title', both(text('title'), text('subtitle')), 'title');
  // Words in braces keep their case; braces round the whole title, which Mendeley adds, mean nothing.
  for (const name of ['title', 'subtitle']) {
    const value = raw.get(name)?.value ?? '';
    for (const [, words = ''] of value.matchAll(/\{([^{}\\]+)\}/g))
      if (words.length < value.length - 4) draft.keepsCase.push(words);
  }
  const journal = text('journaltitle') || text('journal');
  if (text('journaltitle') && text('journal') && text('journal') !== journal)
    draft.lose('journal', text('journal'));
  const book = both(text('booktitle'), text('booksubtitle'));
  const container = both(journal, text('journalsubtitle')) || book;
  if (container) draft.put('container-title', container, journal ? 'journaltitle' : 'booktitle');
  if (journal && book && book !== text('title')) draft.lose('booktitle', book);
  const main = text('maintitle');
  if (main && type === 'book') {
    draft.work['collection-title'] = main;
    draft.change('maintitle', main, 'kept as the series of the volume');
  } else if (main) draft.lose('maintitle', main);
}

function putDates(draft: Draft, text: (name: string) => string): void {
  const [date, year] = [text('date'), text('year')];
  const month = monthWords(text('month'));
  if (date) {
    draft.putDate('issued', ['date', date], { ranges: true });
    if (year && !date.includes(year)) draft.lose('year', year, `the date “${date}” is taken`);
    return;
  }
  if (!year) {
    if (month) draft.lose('month', text('month'), 'there is no year');
    return;
  }
  const rest = [month, text('day')].filter(Boolean).join(' ');
  draft.putDate('issued', ['year', year], rest ? { more: ['month', rest] } : {});
}

/** "5" and "05" as "May", words as they are. */
function monthWords(month: string): string {
  const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  return /^\d{1,2}$/.test(month) ? (names[Number(month) - 1] ?? month) : month;
}

interface FieldContext {
  entry: RawEntry;
  type: string;
  raw: RawField | undefined;
  value: Converted[string];
  all: Converted;
}

/** Puts one field where its name says, or names it. */
function putField(
  draft: Draft,
  name: string,
  { entry, type, raw, value, all }: FieldContext,
): void {
  const text = joined(value);
  const plain = raw?.value ?? text;
  const isArticle = type.startsWith('article');
  if (nameLists.has(name) && Array.isArray(value)) {
    const role = name === 'editor' ? editorRole(joined(all['editortype'])) : roles[name];
    if (!role) {
      draft.lose(name, plain);
      return;
    }
    const inverted = (plain.match(/,/g)?.length ?? 0) >= value.length;
    for (const creator of value as Creator[]) {
      const { prefix, firstName, lastName } = creator;
      const whole = [firstName, prefix, lastName].filter(Boolean).join(' ');
      if (!inverted && isOrganisation(whole)) {
        draft.change(name, whole, 'taken for an organisation; give it braces if it is one');
        draft.addName(role, { literal: whole }, name);
      } else draft.addName(role, toName(creator), name);
    }
    countNames(draft, name, plain, value as Creator[]);
    return;
  }
  if (name === 'doi') draft.putDoi(readVerbatim(plain), name);
  else if (name === 'url' || name === 'urls') draft.putUrl(readVerbatim(plain), name);
  else if (name === 'howpublished') putHowPublished(draft, plain, text);
  else if (name === 'note' || name === 'notes') putNote(draft, name, plain, type);
  else if (name === 'eprinttype' && type === 'thesis' && !valueOf(entry, 'eprint'))
    draft.put('archive', text, name);
  else if (hidden.test(name)) draft.hide(name, plain);
  else if (name === 'crossref' && all['crossref'] === undefined)
    draft.lose(name, plain, 'the entry that it takes fields from is not in the file');
  else if (dates[name]) draft.putDate(dates[name], [name, text], { ranges: true });
  else if (name === 'eprint' || name === 'arxivid') putEprint(draft, entry, readVerbatim(plain));
  else if (name === 'number' || name === 'issue') {
    if (isArticle) draft.put('issue', text, name);
    else if (name === 'issue') draft.lose(name, text);
    else
      draft.put(
        ['book', 'chapter', 'pamphlet'].includes(type) && all['series']
          ? 'collection-number'
          : 'number',
        text,
        name,
      );
  } else if (name === 'eid') draft.put(isArticle ? 'number' : 'page', text, name);
  else if (name === 'publisher' || name === 'institution' || name === 'school')
    putPublisher(draft, name, text, type, all);
  else if (name === 'organization') putOrganization(draft, text, type);
  else if (name === 'language' || name === 'langid') {
    if (draft.work['language'] === undefined)
      draft.put('language', languages[text.toLowerCase()] ?? text, name);
  } else if (name === 'pubstate') {
    if (!/preprint|prepublished/i.test(text) || type !== 'article') draft.putStatus(text, name);
  } else if (texts[name]) draft.put(texts[name], text, name);
  else if (name === 'type' || name === 'entrysubtype') {
    if (name === 'entrysubtype' && !subtypes[text.toLowerCase()]) draft.skip(name, text);
  } else if (technical.test(name)) draft.skip(name, plain);
  else draft.lose(name, plain);
}

function editorRole(type: string): string {
  return type === 'director' || type === 'compiler' ? type : 'editor';
}

function putPublisher(
  draft: Draft,
  name: string,
  text: string,
  type: string,
  all: Converted,
): void {
  if (type === 'thesis' && name === 'publisher' && (all['school'] ?? all['institution'])) {
    // APA 7 prints the university with the kind of thesis, and a database such as ProQuest after the title.
    draft.put('archive', text, name);
    return;
  }
  draft.put('publisher', text, name);
}

/** The site of a web page; elsewhere who publishes or holds the conference. */
function putOrganization(draft: Draft, text: string, type: string): void {
  const site = ['webpage', 'post-weblog', 'post'].includes(type);
  if (site && draft.work['container-title'] === undefined)
    draft.put('container-title', text, 'organization');
  else draft.put('publisher', text, 'organization');
}

/** "Available at \url{…} (accessed 2 May 2020)" as an address and a day; else the form of the work. */
function putHowPublished(draft: Draft, plain: string, text: string): void {
  const url = /\\url\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}|(https?:\/\/[^\s{}]+)/.exec(plain);
  if (!url) {
    draft.put('genre', text, 'howpublished');
    return;
  }
  draft.putUrl(readVerbatim(url[1] ?? url[2] ?? ''), 'howpublished');
  putAccessed(draft, 'howpublished', plain.replace(url[0], ''));
}

function putAccessed(draft: Draft, field: string, text: string): boolean {
  const day =
    /\b(?:accessed|retrieved|last (?:checked|visited))\b:?\s*(?:on\s+)?([^()]*\d{4}(?:-\d\d-\d\d)?)/i.exec(
      text,
    )?.[1];
  if (!day) return false;
  draft.putDate('accessed', [field, day.replace(/[(),;]/g, ' ').trim()]);
  return true;
}

/** Notes are not published; an address, a day of access or a publication status in one is kept. */
function putNote(draft: Draft, name: string, plain: string, type: string): void {
  const url = /\\url\s*\{([^{}]*)\}|(https?:\/\/[^\s{}]+)/.exec(plain);
  const rest = plain.replace(url?.[0] ?? '', '').trim();
  if (url) draft.putUrl(readVerbatim(url[1] ?? url[2] ?? ''), name);
  if (
    /^[\s(]*(accessed|retrieved|last (checked|visited))\b/i.test(rest) &&
    putAccessed(draft, name, rest)
  )
    return;
  if (type === 'manuscript' && /^(unpublished )?manuscript\b/i.test(rest))
    draft.put('genre', rest, name);
  else draft.hide(name, rest);
}

function serverOf(entry: RawEntry): string | undefined {
  const name = valueOf(entry, 'eprinttype') ?? valueOf(entry, 'archiveprefix');
  if (name) return name.toLowerCase().replace(/[^a-z]/g, '');
  const id = (valueOf(entry, 'eprint') ?? valueOf(entry, 'arxivid') ?? '').replace(/^arxiv:/i, '');
  return /^\d{4}\.\d{4,5}(v\d+)?$|^[a-z-]+\/\d{7}$/.test(id) ? 'arxiv' : undefined;
}

function putEprint(draft: Draft, entry: RawEntry, id: string): void {
  if (draft.work['type'] === 'thesis' && !/^https?:/.test(id)) {
    draft.put('number', id, 'eprint');
    draft.put('archive', valueOf(entry, 'eprinttype') ?? '', 'eprinttype');
    return;
  }
  const name = serverOf(entry) ?? '';
  const server = servers[name];
  if (/^https?:/.test(id)) draft.putUrl(id, 'eprint');
  else if (name === 'pubmed' || name === 'pmid') draft.put('PMID', id, 'eprint');
  else if (servers[id.toLowerCase()]?.[0])
    draft.put('publisher', servers[id.toLowerCase()]?.[0] ?? '', 'eprint');
  else if (!server && valueOf(entry, 'arxivid') === id) draft.skip('arxivid', id);
  else if (!server)
    draft.lose(
      'eprint',
      [name, id].filter(Boolean).join(': '),
      'a server unknown here; give its address as url',
    );
  else {
    const [publisher, address] = server;
    const bare = id.replace(/^arxiv:/i, '');
    const inServer = draft.work['type'] === 'article';
    if (publisher && inServer) {
      draft.work['publisher'] ??= publisher;
      if (name === 'arxiv') draft.work['number'] ??= `arXiv:${bare}`;
    }
    if (draft.work['DOI'] === undefined && !valueOf(entry, 'url') && !valueOf(entry, 'doi'))
      draft.putUrl(address(bare), 'eprint');
    else if (!inServer || name !== 'arxiv') draft.skip('eprint', id);
  }
}

/** The kind of a thesis or report in words, never as a key. */
function putGenre(
  draft: Draft,
  entry: RawEntry,
  type: string,
  text: (name: string) => string,
): void {
  const key =
    text('type') || (entry.type.endsWith('thesis') && entry.type !== 'thesis' ? entry.type : '');
  if (!key) return;
  const known = key.toLowerCase().replace(/[^a-z]/g, '');
  if (known in genres) {
    if (genres[known] !== undefined) draft.put('genre', genres[known], 'type');
  } else if (/^[a-z]+$/.test(key) && ['nonacademic', 'newseries', 'oldseries'].includes(key))
    draft.skip('type', key);
  else if (
    ['article-journal', 'book'].includes(type) &&
    /^(journal )?(article|book|review)$/i.test(key)
  )
    draft.skip('type', key);
  else draft.put('genre', key, 'type');
}
