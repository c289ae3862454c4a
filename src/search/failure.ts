import { element } from './element.ts';
import { linkTo } from './link.ts';

/** What is offered when search cannot be loaded: another try, and the contents of the page. */
export function showFailure(root: URL, retry: () => void): HTMLElement {
  const again = element('button', { type: 'button', class: 'sb-search-retry' }, 'Try again');
  again.addEventListener('click', retry);
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.sb-contents a')];
  const items = links.map(({ href, textContent }) =>
    element('li', {}, element('a', { href }, textContent.trim())),
  );
  const index = linkTo(root, { path: 'search/', anchor: '' });
  return element(
    'div',
    { class: 'sb-search-failure' },
    element(
      'p',
      {},
      'Its files did not arrive, perhaps because the connection broke. The topics are here all the same, and in the ',
      element('a', { href: index }, 'topic index'),
      '.',
    ),
    element('p', {}, again),
    element('ul', { role: 'list' }, ...items),
  );
}
