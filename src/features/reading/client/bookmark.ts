import { addStyle, element, toButton } from '../../../lib/dom.ts';
import { t } from '../../../lib/i18n/t.ts';
import style from '../bookmark.css?inline';
import type { Place } from './place.ts';

/** Shows a link back to a reading position, with a button that deletes it. */
export function showBookmark(
  { path, title, hash, section }: Place,
  isHome: boolean,
  clearPlace: () => void,
): HTMLElement {
  addStyle(style);
  const text = isHome ? t('reading.continue', { title }) : t('reading.continueAt', { section });
  const link = element('a', { href: path + hash }, text);
  const forget = toButton(t('reading.forget'), clearPlace);
  const attributes = { class: 'sb-bookmark', 'aria-label': t('reading.whereYouWere') };
  const bookmark = element('aside', attributes, link, forget);
  for (const control of [link, forget]) control.addEventListener('click', () => bookmark.remove());
  document.querySelector('main')?.append(bookmark);
  return bookmark;
}
