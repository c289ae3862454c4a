import type { Reference } from '../../../../content-model/schemas/reference.ts';
import { others, type Name } from '../csl.ts';
import { t } from '../../../../lib/i18n/t.ts';
import { escapeRegExp } from '../../../../lib/text/format.ts';
import { encodeDoi, encodeUrl, foldText, textOf, wholeFamily } from '../fields.ts';

/** Placeholder for "and others" in a list of names, replaced by finishHtml(). */
const othersMark = '\uE000';

/**
 * A work prepared for citeproc: what APA 7 requires and the style cannot do is written into the fields
 * that it prints. The record itself is unchanged.
 */
export function toPrintable(work: Reference): Reference {
  const printed: Record<string, unknown> = { ...withoutRepetition(work) };
  for (const role of ['author', 'editor', 'translator']) {
    const names = printed[role] as Name[] | undefined;
    printed[role] = names?.map((name) => (name.literal === others ? { family: othersMark } : name));
  }
  // citeproc does not escape URLs in HTML.
  if (work.DOI !== undefined) printed['DOI'] = encodeDoi(work.DOI);
  if (work.URL !== undefined) printed['URL'] = encodeUrl(work.URL);
  // citeproc would treat a hyphen in a number as a range.
  if (typeof work['number'] === 'string') printed['number'] = work['number'].replaceAll('-', '\\-');
  if (work.type === 'thesis') Object.assign(printed, asThesis(work));
  if (work.type === 'software') Object.assign(printed, asSoftware(work));
  if (work.type === 'motion_picture' && work['genre'] === undefined)
    printed['genre'] =
      work['director'] === undefined ? t('citations.print.video') : t('citations.print.film');
  return { ...printed, ...translatedTitle(work) } as Reference;
}

/** The work without a publisher or site that is also its author, as APA 7 §9.29 and §9.32 require. */
function withoutRepetition(work: Reference): Reference {
  const [only, ...more] = (work.author ?? []) as Name[];
  if (!only || more.length > 0 || only.literal === undefined) return work;
  const fields = ['publisher', 'container-title'].filter((field) => work[field] === only.literal);
  return { ...work, ...Object.fromEntries(fields.map((field) => [field, undefined])) };
}

/** §10.6: "(Publication No. 123456)"; a thesis without DOI, URL, archive and number is unpublished. */
function asThesis(work: Reference): object {
  const { genre = '' } = work as { genre?: string };
  const location = work.DOI ?? work.URL ?? work['archive'] ?? work['number'];
  const printed = { division: t('citations.print.publication') };
  if (location !== undefined || genre === '' || /unpublished/i.test(genre)) return printed;
  const lowered = `${genre.charAt(0).toLowerCase()}${genre.slice(1)}`;
  return { ...printed, genre: t('citations.print.unpublished', { genre: lowered }) };
}

/** §10.10: "(Version 2.1) [Computer software]". The style formats software as a book with a version. */
function asSoftware(work: Reference): object {
  const genre = work['genre'] ?? t('citations.print.software');
  const version = textOf(work['version']);
  if (!version || !/^v?\d/i.test(version)) return { type: 'book', genre };
  const number = version.replace(/^v/i, '');
  return { type: 'book', genre, version: t('citations.print.version', { version: number }) };
}

/** §9.38: a title is followed by its translation in brackets, not in italics. */
function translatedTitle(work: Reference): object {
  const [, title, translation] = /^(.+) \[([^\]]+)\]$/.exec(work.title) ?? [];
  const bare = ['genre', 'number', 'container-title', 'version'].every(
    (field) => work[field] === undefined,
  );
  return title && translation && work.type === 'book' && bare ? { title, genre: translation } : {};
}

/**
 * Corrects citeproc's HTML: "et al." where a list of names ends in "and others", and italics inside
 * italics as nested elements, since the Content Security Policy forbids style attributes.
 */
export function finishHtml(html: string, getTerm: (term: string) => string): string {
  const plain = html.replace(/<span style="font-style:normal;">(.*?)<\/span>/g, '<i>$1</i>');
  const others = getTerm('et-al');
  return plain
    .replace(
      new RegExp(`(,?) (?:&#38;|${escapeRegExp(getTerm('and'))}|…) ${othersMark}\\.?`, 'g'),
      `$1 ${others}`,
    )
    .replace(new RegExp(`,? ?${othersMark}\\.?`, 'g'), ` ${others}`);
}

/** Article at the beginning of a title, ignored for sorting. */
const article = new RegExp(`^(${t('citations.articles').replaceAll(' ', '|')}) (?=\\S)`);

/** Types that are sorted by month and day too, since these are printed. */
const dated =
  /^(article-magazine|article-newspaper|broadcast|motion_picture|pamphlet|post|post-weblog|song|speech|webpage)$/;

/**
 * Works in the order of an APA 7 list (§9.44 to §9.49): by authors, letter by letter, a shorter name
 * first; then undated, by year, in press; then by title, its first article left out.
 */
export function sortForList(works: Reference[], language: string): Reference[] {
  return sortBy(works, language, ({ names, date, title }) => [...names, end, ...date, end, title]);
}

/**
 * Works in the order of one citation in the text: as in the list, but works whose authors are shortened
 * to "et al." are sorted by year after their first author, since the others are not printed.
 */
export function sortForCitation(works: Reference[], language: string): Reference[] {
  return sortBy(sortForList(works, language), language, ({ names, date }) => {
    return [...(names.length > 4 ? names.slice(0, 2) : names), end, ...date];
  });
}

/** Ends a list in a sort key. It sorts before the end of a part, a space and any letter. */
const end = '\t';

function sortBy(
  works: Reference[],
  language: string,
  partsOf: (key: ReturnType<typeof sortKeyOf>) => (string | number)[],
): Reference[] {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  const keyed = works.map((work) => ({ work, key: partsOf(sortKeyOf(work)).join('\n') }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ work }) => work);
}

/**
 * Parts of a work's sort key: its names, each as family and initials, or the title where there are none;
 * 0 undated, 1 dated, 2 in press; its date, with years offset so that those B.C.E. are positive; its title.
 */
function sortKeyOf(work: Reference) {
  const names = namesAtStart(work);
  const title = titleKey(work.title);
  const date = work.issued?.['date-parts'][0]?.map((part) => Number(part) + 10_000) ?? [];
  const group = work['status'] !== undefined ? 2 : date.length > 0 ? 1 : 0;
  return {
    names: names.length > 0 ? names.flatMap(nameKey) : [title, ''],
    date: [group, ...(dated.test(work.type) ? date : date.slice(0, 1))],
    title,
  };
}

/** Names that begin the reference. */
function namesAtStart(work: Reference): Name[] {
  const inBook =
    work.type === 'chapter' || work.type.startsWith('entry') || work.type.startsWith('article');
  const roles = ['composer', 'author', 'illustrator', 'director', ...(inBook ? [] : ['editor'])];
  const role = roles.find((one) => Array.isArray(work[one]) && work[one].length > 0);
  return role === undefined ? [] : (work[role] as Name[]);
}

/** Family name without spaces and punctuation, then initials; an organisation without its article. */
function nameKey(name: Name): string[] {
  if (name.literal !== undefined) return [titleKey(name.literal), ''];
  const given = foldText((name.given ?? '').replace(/[.-]/g, ' '));
  const initials = given.replace(/(\S)\S* ?/g, '$1');
  return [foldLetters(wholeFamily(name)), `${initials} ${foldLetters(name.suffix ?? '')}`.trim()];
}

function titleKey(title: string): string {
  return foldLetters(foldText(title).replace(article, ''));
}

function foldLetters(text: string): string {
  return foldText(text).replaceAll(' ', '');
}
