import type { Reference } from '../../schemas/reference.ts';

/** RIS types; what is not here is "GEN". */
const types: Record<string, string> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  chapter: 'CHAP',
  'paper-conference': 'CONF',
  speech: 'CONF',
  manuscript: 'UNPB',
  thesis: 'THES',
  report: 'RPRT',
  webpage: 'ELEC',
  'post-weblog': 'BLOG',
  dataset: 'DATA',
  software: 'COMP',
};

type Line = [tag: string, value: string | undefined];

/**
 * A work as one RIS record. What RIS has no tag for, such as the first publication of a reprint,
 * stands in a note as "original-date: 1969", the form that Zotero and CSL readers know.
 */
export function formatRis(work: Reference): string {
  const type = types[work.type] ?? 'GEN';
  const [first, last] = pages(text(work['page']) ?? '');
  const lines: Line[] = [
    ['TY', type],
    ['ID', work.id],
    ...names('AU', work.author),
    ['TI', strip(work.title)],
    ['T2', text(work['event-title']) ?? strip(text(work['container-title']))],
    ...names(work.type === 'book' ? 'A3' : 'A2', work.editor),
    ...names('A4', work['translator'] as Reference['editor']),
    ['PY', date(work.issued)?.[0]],
    ['DA', date(work.issued)?.join('/')],
    ['VL', text(work['volume'])],
    [work.type === 'article-magazine' ? 'M1' : 'IS', text(work['issue'])],
    [work.type === 'article-journal' ? 'C7' : 'M1', text(work['number'])],
    ['SP', first],
    ['EP', last],
    ['ET', text(work['edition'])],
    ['PB', text(work['publisher'])],
    ['CY', text(work['publisher-place']) ?? text(work['event-place'])],
    ['M3', type === 'CONF' ? undefined : text(work['genre'])],
    ['DO', work.DOI],
    ['UR', work.URL],
    ['Y2', date(work['accessed'])?.join('/')],
    ['LA', text(work['language'])],
    ...notes(work, type),
  ];
  const written = lines.flatMap(([tag, value]) => (value ? `${tag}  - ${value}\r\n` : []));
  return `${written.join('')}ER  - \r\n`;
}

/** Lines of CSL fields that the record's tags cannot carry. */
function notes(work: Reference, type: string): Line[] {
  const original = date(work['original-date'])?.[0];
  const genre = type === 'CONF' ? text(work['genre']) : undefined;
  return [
    ['N1', original && `original-date: ${original}`],
    ['N1', work.type === 'speech' ? 'type: speech' : undefined],
    ['N1', genre && `genre: ${genre}`],
  ];
}

function names(tag: string, people: Record<string, unknown>[] | undefined): Line[] {
  return (people ?? []).map((name) => {
    const part = (key: string) => text(name[key]) ?? '';
    const particle = part('non-dropping-particle') || part('dropping-particle');
    const family = [particle, part('family')].filter(Boolean).join(' ');
    const whole = [family, part('given'), part('suffix')].filter(Boolean).join(', ');
    return [tag, part('literal') || whole];
  });
}

function date(value: unknown): string[] | undefined {
  const parts = (value as { 'date-parts'?: number[][] } | undefined)?.['date-parts']?.[0];
  return parts?.map((part) => String(part).padStart(2, '0'));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** First and last page; all of it as the first where it is no simple range. */
function pages(range: string): string[] {
  return /^[^\s,-]+[-–][^\s,-]+$/.test(range) ? range.split(/[-–]/) : [range];
}

/** RIS knows no markup. */
function strip(title: string | undefined): string | undefined {
  return title?.replace(/<[^>]+>/g, '');
}
