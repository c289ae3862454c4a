import { t } from '../../../lib/i18n/t.ts';
import { placeCard } from './place-card.ts';

let card: HTMLElement | undefined;
let open: HTMLElement | undefined;

/** Opens the definition of a word of the glossary beside it. */
export function openCard(word: HTMLAnchorElement): true {
  card ??= makeCard();
  const { name = '', term = '' } = word.dataset;
  card.ariaLabel = name;
  const close = Object.assign(element('button', 'sb-close', t('site.close')), { type: 'button' });
  close.addEventListener('click', () => card?.hidePopover());
  card.replaceChildren(
    element('p', 'sb-label', name),
    element('p', '', term),
    Object.assign(element('a', '', t('reading.moreInGlossary')), { href: word.href }),
    close,
  );
  open?.classList.remove('sb-term-open');
  open = word;
  word.classList.add('sb-term-open');
  card.showPopover();
  placeCard(card, word);
  card.focus();
  return true;
}

function makeCard(): HTMLElement {
  const made = element('div', 'sb-definition', '');
  made.popover = 'auto';
  made.role = 'dialog';
  made.tabIndex = -1;
  made.addEventListener('toggle', () => {
    if (!made.matches(':popover-open')) open?.classList.remove('sb-term-open');
  });
  document.querySelector('main')?.append(made);
  return made;
}

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
