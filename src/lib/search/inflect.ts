/** Endings that make another form of an English word, longest first. */
const endings = [
  'ations',
  'ation',
  'nesses',
  'ness',
  'ments',
  'ingly',
  'ings',
  'ing',
  'edly',
  'ers',
  'ies',
  'ied',
  'ed',
  'er',
  'es',
  'ly',
  'al',
  's',
  'y',
  'e',
  'd',
];

/**
 * The part of a word that its forms share ("cuddles", "cuddling" and "cuddled" give "cuddl"). A
 * rough cut, only to tell whether two spellings may be forms of one word; Pagefind stems properly.
 */
export function stemOf(word: string): string {
  for (const ending of endings) {
    const stem = word.slice(0, -ending.length);
    if (stem.length >= 3 && word.endsWith(ending)) return undouble(stem.replace(/[iey]$/, ''));
  }
  return undouble(word);
}

function undouble(stem: string): string {
  return stem.replace(/([bdgklmnprt])\1$/, '$1');
}
