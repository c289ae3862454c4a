import { element } from './element.ts';
import { linkTo } from './link.ts';

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
  return element(
    'div',
    { class: 'sb-search-failure' },
    element(
      'p',
      {},
      `${reason} The topics are here all the same, and in the `,
      element('a', { href: index }, 'topic index'),
      '.',
    ),
    ...(retry ? [element('p', {}, toButton(retry))] : []),
    element('ul', { role: 'list' }, ...items),
  );
}

function toButton(retry: () => void): HTMLElement {
  const again = element('button', { type: 'button', class: 'sb-search-retry' }, 'Try again');
  again.addEventListener('click', retry);
  return again;
}
