import type { Reference } from '../../schemas/reference.ts';
import { writeDate, writeNames, writeOptions } from './bibtex-fields.ts';
import { escapeTex, protectTitle } from './bibtex-text.ts';

/** Entry types of BibTeX and BibLaTeX; what is not here is "misc". */
const types: Record<string, string> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  'paper-conference': 'inproceedings',
  speech: 'unpublished',
  manuscript: 'unpublished',
  thesis: 'thesis',
  report: 'report',
  webpage: 'online',
  'post-weblog': 'online',
  dataset: 'dataset',
  software: 'software',
};

const subtypes: Record<string, string> = {
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
};

/** CSL fields that a BibTeX field takes as they are, apart from escaping. */
const plain: Record<string, string> = {
  volume: 'volume',
  edition: 'edition',
  publisher: 'publisher',
  'publisher-place': 'address',
  'event-place': 'venue',
  genre: 'type',
  'collection-title': 'series',
  version: 'version',
  ISBN: 'isbn',
  ISSN: 'issn',
  language: 'langid',
};

/**
 * A work as one BibTeX entry. It uses the fields that every BibTeX reader knows (`journal`, `year`,
 * `address`) and BibLaTeX's where BibTeX has none (`date`, `origdate`, `eventtitle`, `entrysubtype`).
 */
export function formatBibtex(work: Reference): string {
  const type = types[work.type] ?? 'misc';
  const fields: [string, string | undefined][] = [
    ['author', writeNames(work.author)],
    ['options', writeOptions(work.author)],
    ['title', protectTitle(work.title)],
    container(work, type),
    ['editor', writeNames(work.editor)],
    ['translator', writeNames(work['translator'] as Reference['editor'])],
    ...writeDate(work.issued),
    ['origdate', writeDate(work['original-date']).find(([name]) => name === 'date')?.[1]],
    ['eventtitle', title(work['event-title'])],
    ['number', numberOf(work)],
    ['eid', work.type.startsWith('article') ? text(work['number']) : undefined],
    ['pages', text(work['page'])?.replace(/[-–]+/g, '--')],
    ...Object.entries(plain).map(([from, to]): [string, string | undefined] => [
      to,
      text(work[from]),
    ]),
    ['entrysubtype', subtypes[work.type]],
    ['doi', work.DOI],
    ['url', work.URL],
    ['urldate', writeDate(work['accessed']).find(([name]) => name === 'date')?.[1]],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? `  ${name} = {${value}},\n` : []));
  return `@${type}{${work.id},\n${lines.join('')}}\n`;
}

/** Journals keep their capitals in every style; books do not. */
function container(work: Reference, type: string): [string, string | undefined] {
  const name = work['container-title'];
  return type === 'article' ? ['journal', text(name)] : ['booktitle', title(name)];
}

function title(value: unknown): string | undefined {
  return typeof value === 'string' ? protectTitle(value) : undefined;
}

/** An article's `number` is its own, an `eid`; elsewhere it is the report's or series'. */
function numberOf(work: Reference): string | undefined {
  if (work.type.startsWith('article')) return text(work['issue']);
  return text(work['collection-number']) ?? text(work['number']);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? escapeTex(String(value))
    : undefined;
}
