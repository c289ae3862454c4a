import { t } from '../../../lib/i18n/t.ts';
import type { createStore } from '../../../lib/storage/store.ts';
import { siteRoot } from '../../../lib/url/page-path.ts';
import { addStyle, element, toButton } from '../../../lib/dom.ts';
import { createSearchBox, shortest } from './search-box.ts';
import style from './search.css?inline';

/** Stores whether the "/" key opens search; it does unless the value is false. */
type SlashStore = ReturnType<typeof createStore<boolean>>;

let made: ReturnType<typeof makeDialog> | undefined;

/** Opens the search dialog; returns false if the page has not found the root of its site. */
export function openDialog(slash: SlashStore): boolean {
  const root = siteRoot(document);
  if (!root) return false;
  made ??= makeDialog(root, slash);
  const { box, dialog } = made;
  if (!dialog.open) dialog.showModal();
  box.input.focus();
  box.input.select();
  box.open();
  return true;
}

function makeDialog(root: URL, slash: SlashStore) {
  addStyle(style);
  const box = createSearchBox({ root });
  const close = () => {
    dialog.close();
  };
  const closeButton = toButton(t('search.close'), close, 'sb-search-close');
  const parts = [...box.parts, slashChoice(slash), closeButton];
  const inside = element('div', { class: 'sb-search-inside' }, ...parts);
  const attributes = { class: 'sb-search', 'aria-label': t('search.button') };
  const dialog = element('dialog', attributes, inside);
  dialog.addEventListener('click', (event) => {
    const isLink = event.target instanceof Element && event.target.closest('a');
    // A click on the backdrop or on a link, even to this page, closes it.
    if (event.target === dialog || isLink) close();
  });
  document.body.append(dialog);
  return { box, dialog };
}

/** Makes the checkbox that turns off the "/" shortcut, which speech input and mistyping can trigger. */
function slashChoice(slash: SlashStore): HTMLElement {
  const box = element('input', { type: 'checkbox' });
  box.checked = slash.read() !== false;
  box.addEventListener('change', () => {
    if (box.checked) slash.clear();
    else slash.write(false);
  });
  return element('label', { class: 'sb-search-slash' }, box, ` ${t('search.slashOpens')}`);
}

/** Adds the search field to the search page; the query is kept in the address. */
export function mountSearchPage(place: HTMLElement, topics: HTMLElement): void {
  const root = siteRoot(document);
  if (!root) return;
  addStyle(style);
  const box = createSearchBox({
    root,
    parts: [...topics.querySelectorAll('h2')].map(({ textContent }) => textContent.trim()),
    searched: ({ text, kind = '', topic = '' }) => {
      updateAddress({ q: text, kind, topic });
      topics.hidden = text.trim().length >= shortest;
    },
  });
  place.append(...box.parts);
  const asked = new URLSearchParams(location.search);
  const valueOf = (name: string) => (asked.get(name) ?? '').slice(0, 2000);
  const query = { text: valueOf('q'), kind: valueOf('kind'), topic: valueOf('topic') };
  if (Object.values(query).some(Boolean)) box.search(query);
  else place.addEventListener('focusin', box.open, { once: true });
  box.input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    box.search({ text: box.input.value });
  });
}

function updateAddress(values: Record<string, string>): void {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value.trim() === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}
