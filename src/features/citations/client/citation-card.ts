import { t } from '../../../lib/i18n/t.ts';
import { placeCard } from '../../reading/client/place-card.ts';

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
      addCopyButton(item.firstElementChild, item.lastElementChild, t('citations.copyReference'));
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

/** A button that copies an element's text, with its italics for programs that take them. */
export function addCopyButton(source: Element | null, before: Element | null, words: string) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sb-copy';
  button.ariaLive = 'polite';
  button.textContent = words;
  button.onclick = () => {
    document.getSelection()?.selectAllChildren(source as Element);
    // Without this, browsers copy the page's colours and fonts too. The older way to copy is the
    // only one that works over http: and file:.
    document.addEventListener('copy', setClipboard, { once: true });
    button.textContent = document.execCommand('copy')
      ? t('citations.copied')
      : t('citations.selected');
  };
  if (before) before.before(button);
  else source?.after(button);

  function setClipboard(event: ClipboardEvent) {
    event.clipboardData?.setData('text/plain', source?.textContent ?? '');
    event.clipboardData?.setData('text/html', source?.outerHTML ?? '');
    event.preventDefault();
  }
}
