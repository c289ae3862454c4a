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
