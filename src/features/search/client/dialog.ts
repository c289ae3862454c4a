import { siteRoot } from '../../../lib/url/site-root.ts';
import { element, addSearchStyle } from './element.ts';
import { createSearchBox, type SearchBox } from './search-box.ts';
import { keepSlash, slashOpens } from './shortcut.ts';

let dialog: HTMLDialogElement | undefined;
let box: SearchBox | undefined;

/** Opens the search dialog; on a page that has not found its site, leads nowhere and says so. */
export function openDialog(): boolean {
  const root = siteRoot(document);
  if (!root) return false;
  if (!dialog || !box) {
    addSearchStyle();
    box = createSearchBox({ root, hasTopics: true });
    dialog = createDialog(box);
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
  box.input.focus();
  box.input.select();
  box.open();
  return true;
}

function createDialog({ parts }: SearchBox): HTMLDialogElement {
  const close = element('button', { type: 'button', class: 'sb-search-close' }, 'Close');
  const made = element(
    'dialog',
    { class: 'sb-search', 'aria-label': 'Search' },
    element('div', { class: 'sb-search-inside' }, ...parts, slashChoice(), close),
  );
  close.addEventListener('click', () => {
    made.close();
  });
  made.addEventListener('click', (event) => {
    const isLink = event.target instanceof Element && event.target.closest('a');
    // A click beside the box, or on a link to this very page, closes it.
    if (event.target === made || isLink) made.close();
  });
  return made;
}

/** Lets readers turn the one-key shortcut off: speech input and slips of the hand press it unmeant. */
function slashChoice(): HTMLElement {
  const box = element('input', { type: 'checkbox' });
  box.checked = slashOpens();
  box.addEventListener('change', () => {
    keepSlash(box.checked);
  });
  return element('label', { class: 'sb-search-slash' }, box, ' The / key opens search');
}
