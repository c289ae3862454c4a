import { t } from '../../../lib/i18n/t.ts';
import style from '../bookmark.css?inline';
import type { Place } from './place.ts';

/** Shows a link back to a place, with a button that forgets it. */
export function offerPlace(
  { path, title, hash, section }: Place,
  isHome: boolean,
  forgetPlace: () => void,
): HTMLElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  const slip = document.createElement('aside');
  slip.className = 'sb-bookmark';
  slip.ariaLabel = t('reading.whereYouWere');
  const link = document.createElement('a');
  link.href = path + hash;
  link.textContent = isHome
    ? t('reading.continue', { title })
    : t('reading.continueAt', { section });
  const forget = document.createElement('button');
  forget.type = 'button';
  forget.textContent = t('reading.forget');
  forget.addEventListener('click', () => {
    forgetPlace();
    slip.remove();
  });
  link.addEventListener('click', () => {
    slip.remove();
  });
  slip.append(link, forget);
  document.querySelector('main')?.append(slip);
  return slip;
}
