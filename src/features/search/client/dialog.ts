import { t } from '../../../lib/i18n/t.ts';
import { siteRoot } from '../../../lib/url/page-path.ts';
import { element } from '../../reading/client/dom.ts';
import { addSearchStyle } from './element.ts';
import { createSearchBox, shortest, type SearchBox } from './search-box.ts';
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
  const close = element('button', { type: 'button', class: 'sb-search-close' }, t('search.close'));
  const made = element(
    'dialog',
    { class: 'sb-search', 'aria-label': t('search.button') },
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
  return element('label', { class: 'sb-search-slash' }, box, ` ${t('search.slashOpens')}`);
}

/** Puts the search field on the search page; the address keeps what is searched. */
export function mountSearchPage(place: HTMLElement, topics: HTMLElement): void {
  const root = siteRoot(document);
  if (!root) return;
  addSearchStyle();
  const box = createSearchBox({
    root,
    hasTopics: false,
    parts: [...topics.querySelectorAll('h2')].map(({ textContent }) => textContent.trim()),
    searched: (query) => {
      keepInAddress({ q: query.text, kind: query.kind ?? '', topic: query.topic ?? '' });
      topics.hidden = query.text.trim().length >= shortest;
    },
  });
  place.append(...box.parts);
  const asked = new URLSearchParams(location.search);
  const query = {
    text: (asked.get('q') ?? '').slice(0, 2000),
    kind: asked.get('kind') ?? '',
    topic: asked.get('topic') ?? '',
  };
  if (Object.values(query).some(Boolean)) box.search(query);
  else place.addEventListener('focusin', box.open, { once: true });
  box.input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    box.search({ text: box.input.value });
  });
}

function keepInAddress(values: Record<string, string>): void {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value.trim() === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}
