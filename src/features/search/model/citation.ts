import { splitWords } from './words.ts';

const year = /^(1[89]|20)\d\d$/;

/** Whether a query's words name a work by an author and its year: "Groh 2014", "Tronick et al. 1978". */
export function isCitationOf(words: readonly string[], shortCitation: string): boolean {
  const cited = new Set(splitWords(shortCitation));
  const own = words.filter((word) => word.length > 2 && word !== 'and');
  const years = own.filter((word) => year.test(word));
  const names = own.filter((word) => !year.test(word));
  return (
    years.some((one) => cited.has(one)) && names.some((name) => cited.has(name)) && own.length <= 6
  );
}
