import type { Reference } from '../../../schemas/reference.ts';

/** Words too common to tell a title by. */
const common = new Set(
  'a an and as at by does for from how in into is it its of on or out over that the their to what when where who why with'.split(
    ' ',
  ),
);

/** What a citation key may look like; keys that do are kept. */
export const citationKey = /^[a-z0-9]+$/;

/**
 * A citation key in this project's form, family name, year and first telling word of the title:
 * "adamson2003history". A letter follows where `taken` has it already.
 */
export function makeCitationKey(work: Reference, taken: ReadonlySet<string>): string {
  const [first] = work.author ?? work.editor ?? [];
  const name = first && ('family' in first ? first.family : first.literal);
  const year = work.issued?.['date-parts'][0]?.[0];
  const words = (work.title.match(/[\p{L}\p{N}]+/gu) ?? []).map(plain);
  const word = words.find((one) => !common.has(one)) ?? '';
  const who = name === undefined ? (words[0] ?? 'work') : plain(String(name));
  const key = `${who}${year === undefined ? '' : String(year)}${word}`;
  const free = ['', ...letters].find((letter) => !taken.has(key + letter));
  return key + (free ?? String(taken.size));
}

const letters = Array.from({ length: 25 }, (_, at) => String.fromCharCode(98 + at));

/** Lower-case letters and digits without accents. */
function plain(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/[^a-z0-9]/g, '');
}
