import { t } from '../../../lib/i18n/t.ts';
import type { createStore } from '../../../lib/storage/store.ts';
import { siteRoot } from '../../../lib/url/page-path.ts';
import { addStyle, element, toButton } from '../../../lib/dom.ts';
import { createSearchBox, shortest } from './search-box.ts';
import style from './search.css?inline';

/** Where it is kept whether the "/" key opens search: it does unless that is false. */
type SlashStore = ReturnType<typeof createStore<boolean>>;

let made: ReturnType<typeof makeDialog> | undefined;

/** Opens the search dialog; on a page that has not found its site, leads nowhere and says so. */
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
    // A click beside the box, or on a link to this very page, closes it.
    if (event.target === dialog || isLink) close();
  });
  document.body.append(dialog);
  return { box, dialog };
}

/** Lets readers turn the one-key shortcut off: speech input and slips of the hand press it unmeant. */
function slashChoice(slash: SlashStore): HTMLElement {
  const box = element('input', { type: 'checkbox' });
  box.checked = slash.read() !== false;
  box.addEventListener('change', () => {
    if (box.checked) slash.clear();
    else slash.write(false);
  });
  return element('label', { class: 'sb-search-slash' }, box, ` ${t('search.slashOpens')}`);
}

/** Puts the search field on the search page; the address keeps what is searched. */
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
