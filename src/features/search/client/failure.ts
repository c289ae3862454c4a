import { element, linkTo } from './element.ts';
import { applyCorrections, type Correction } from '../model/correct-query.ts';

/**
 * What is offered in place of results: the contents of the page and, where files did not arrive,
 * another try. Without `retry` the fault is the search's own, and would only come again.
 */
export function showFailure(root: URL, retry?: () => void): HTMLElement {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.sb-contents a')];
  const items = links.map(({ href, textContent }) =>
    element('li', {}, element('a', { href }, textContent.trim())),
  );
  const index = linkTo(root, { path: 'search/', anchor: '' });
  const reason = retry
    ? 'Perhaps the connection broke, or this browser is too old for it.'
    : 'An error in the search itself stopped it; the connection is not to blame.';
  const why = element('span', {}, reason);
  if (retry) void tellIfRefused(root, why);
  return element(
    'div',
    { class: 'sb-search-failure' },
    element(
      'p',
      {},
      why,
      ` The topics are here all the same, and in the `,
      element('a', { href: index }, 'topic index'),
      '.',
    ),
    ...(retry ? [element('p', {}, toButton(retry))] : []),
    element('ul', { role: 'list' }, ...items),
  );
}

/** Some servers, such as IIS, answer files of types that they do not know with an error. */
async function tellIfRefused(root: URL, why: HTMLElement): Promise<void> {
  const file = new URL('pagefind/wasm.en-gb.pagefind', root);
  const status = await fetch(file, { method: 'HEAD' }).then(
    (response) => response.status,
    () => 0,
  );
  if (status === 403 || status === 404) {
    why.textContent =
      'This server gives out pages and refuses the files of search, whose types it does not know. Whoever runs it can allow them.';
  }
}

function toButton(retry: () => void): HTMLElement {
  const again = element('button', { type: 'button', class: 'sb-search-retry' }, 'Try again');
  again.addEventListener('click', retry);
  return again;
}

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
