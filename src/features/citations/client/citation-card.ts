import { placeCard } from '../../reading/client/place-card.ts';
import { addCopyButton } from './copy-button.ts';

const card = document.getElementById('sb-cited');
const list = card?.firstElementChild;
let opener: HTMLElement | undefined;

/** Opens the card of a citation, filled from the page's list of references; false where it has no work. */
export function openCard(link: HTMLAnchorElement): boolean {
  const ids = link.dataset['cite']?.split(' ') ?? [];
  const works = ids.flatMap((id) => document.getElementById(`ref-${id}`) ?? []);
  if (!card || !list || works.length === 0) return false;
  opener = link;
  list.replaceChildren(
    ...works.map((work) => {
      const item = document.createElement('div');
      item.innerHTML = work.innerHTML;
      addCopyButton(item.firstElementChild, item.lastElementChild, 'Copy reference');
      return item;
    }),
  );
  card.showPopover();
  placeCard(card, link);
  card.scrollTop = 0;
  card.focus();
  return true;
}

card?.addEventListener('toggle', () => {
  if (card.matches(':popover-open')) return;
  const { activeElement } = document;
  if (activeElement === document.body || card.contains(activeElement)) {
    opener?.focus({ preventScroll: true });
  }
});
