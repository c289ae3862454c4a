import { addStyle, element, toButton } from '../../../lib/dom.ts';
import { t } from '../../../lib/i18n/t.ts';
import style from '../bookmark.css?inline';
import type { Place } from './place.ts';

/** Shows a link back to a place, with a button that forgets it. */
export function offerPlace(
  { path, title, hash, section }: Place,
  isHome: boolean,
  forgetPlace: () => void,
): HTMLElement {
  addStyle(style);
  const words = isHome ? t('reading.continue', { title }) : t('reading.continueAt', { section });
  const link = element('a', { href: path + hash }, words);
  const forget = toButton(t('reading.forget'), forgetPlace);
  const look = { class: 'sb-bookmark', 'aria-label': t('reading.whereYouWere') };
  const slip = element('aside', look, link, forget);
  for (const one of [link, forget]) one.addEventListener('click', () => slip.remove());
  document.querySelector('main')?.append(slip);
  return slip;
}
