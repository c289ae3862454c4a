import type { Reference } from '../../../../content-model/schemas/reference.ts';
import type { Name } from '../csl.ts';
import { wholeFamily } from '../names.ts';
import { foldText } from '../text.ts';

/** Types whose month and day are printed, so that their order shows. */
const dated = new Set(
  'article-magazine article-newspaper broadcast motion_picture pamphlet post post-weblog song speech webpage'.split(
    ' ',
  ),
);

/** What a work is sorted by. Each part is compared by itself, the shorter of two first. */
interface SortKey {
  /** Names, each as family and initials; the title where there is nobody. */
  names: string[];
  /** 0 undated, 1 dated, 2 in press. */
  group: number;
  date: number[];
  title: string;
}

/**
 * Works in the order of an APA 7 list (§9.44 to §9.49): by authors, letter by letter, "nothing" before
 * something; then undated, by year, in press; then by title, its first article left out.
 */
export function sortForList(works: Reference[]): Reference[] {
  const keyed = works.map((work) => ({ work, key: keyOf(work) }));
  return keyed.sort((a, b) => compareKeys(a.key, b.key)).map(({ work }) => work);
}

/**
 * Works in the order of one citation in the text: as in the list, but works whose authors are shortened
 * to "et al." stand by year behind their first author, since the others are not seen.
 */
export function sortForCitation(works: Reference[]): Reference[] {
  const inList = sortForList(works).map((work, rank) => ({ work, rank, key: keyOf(work) }));
  for (const { key } of inList) if (key.names.length > 4) key.names.splice(2);
  return inList.sort((a, b) => compareKeys(a.key, b.key, a.rank - b.rank)).map(({ work }) => work);
}

function keyOf(work: Reference): SortKey {
  const leads = leaders(work);
  const title = titleKey(work.title);
  const date = work.issued?.['date-parts'][0]?.map(Number) ?? [];
  return {
    names: leads.length > 0 ? leads.flatMap(nameKey) : [title, ''],
    group: work['status'] !== undefined ? 2 : date.length > 0 ? 1 : 0,
    date: dated.has(work.type) ? date : date.slice(0, 1),
    title,
  };
}

/** Those whose names begin the reference. */
function leaders(work: Reference): Name[] {
  const inBook =
    work.type === 'chapter' || work.type.startsWith('entry') || work.type.startsWith('article');
  const roles = ['composer', 'author', 'illustrator', 'director', ...(inBook ? [] : ['editor'])];
  const role = roles.find((one) => Array.isArray(work[one]) && work[one].length > 0);
  return role === undefined ? [] : (work[role] as Name[]);
}

/** Family name without spaces and marks, then initials; an organisation without its article. */
function nameKey(name: Name): string[] {
  if (name.literal !== undefined) return [titleKey(name.literal), ''];
  const given = foldText((name.given ?? '').replace(/[.-]/g, ' '));
  const initials = given
    .split(' ')
    .map((part) => part.charAt(0))
    .join('');
  return [letters(wholeFamily(name)), `${initials} ${letters(name.suffix ?? '')}`.trim()];
}

function titleKey(title: string): string {
  return letters(foldText(title).replace(/^(a|an|the) (?=\S)/, ''));
}

function letters(text: string): string {
  return foldText(text).replaceAll(' ', '');
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** @param last decides instead of the title, where it is given. */
function compareKeys(a: SortKey, b: SortKey, last?: number): number {
  return (
    compareLists(a.names, b.names, (one, other) => collator.compare(one, other)) ||
    a.group - b.group ||
    compareLists(a.date, b.date, (one, other) => one - other) ||
    (last ?? collator.compare(a.title, b.title))
  );
}

function compareLists<T>(a: T[], b: T[], compare: (a: T, b: T) => number): number {
  for (const [at, one] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    const order = compare(one, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
