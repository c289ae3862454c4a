import style from '../bookmark.css?inline';
import type { Place } from './place.ts';

/** Puts a slip on the page that leads back to a place, and may have it forgotten. */
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
  slip.ariaLabel = 'Where you were';
  const link = document.createElement('a');
  link.href = path + hash;
  link.textContent = isHome ? `Continue reading “${title}”` : `Continue at “${section}”`;
  const forget = document.createElement('button');
  forget.type = 'button';
  forget.textContent = 'Forget';
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
