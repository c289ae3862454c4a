import { applyCorrections, type Correction } from '../lib/search/mend.ts';
import { element } from './element.ts';
import { linkTo } from './link.ts';

/** What was searched in place of what was typed, with a way back to the letter. */
export function showCorrections(
  typed: string,
  corrections: readonly Correction[],
  searchExactly: () => void,
): Node[] {
  if (corrections.length === 0) return [];
  const meant = applyCorrections(typed.trim(), corrections);
  const back = element('button', { type: 'button', class: 'sb-search-exact' }, typed.trim());
  back.addEventListener('click', searchExactly);
  return [
    document.createTextNode('Showing results for '),
    element('strong', {}, meant),
    document.createTextNode('. Search instead for '),
    back,
  ];
}

/** Says that the guide has no answer, and where to turn about health or safety. */
export function showGap(root: URL): Node[] {
  const help = linkTo(root, { path: 'about/', anchor: 'where-to-turn-for-help' });
  return [
    document.createTextNode(
      'The guide does not cover this. The nearest pages are below. About health or safety, see ',
    ),
    element('a', { href: help }, 'where to turn for help'),
    document.createTextNode('. '),
  ];
}

/** How many results there are, in words, for the live region. */
export function formatCount(
  counts: readonly [number: number, one: string, many: string][],
): string {
  const said = counts
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${String(number)} ${number === 1 ? one : many}`);
  return said.length > 0 ? said.join(', ') : 'Nothing found';
}
