import { addStyle, element, toButton } from '../../../lib/dom.ts';
import { t } from '../../../lib/i18n/t.ts';
import style from '../cards.css?inline';

let card: HTMLElement | undefined;
let opener: HTMLElement | undefined;

/** Opens the card of a citation, filled from the page's list of references; false where it has no work. */
export function openWorks(link: HTMLAnchorElement): boolean {
  const ids = link.dataset['cite']?.split(' ') ?? [];
  const works = ids.flatMap((id) => document.getElementById(`ref-${id}`) ?? []);
  if (works.length === 0) return false;
  const items = works.map((work) => {
    const item = element('div');
    item.innerHTML = work.innerHTML;
    const copy = copyButton(item.firstElementChild, t('citations.copyReference'));
    item.lastElementChild?.before(copy);
    return item;
  });
  openCard(link, 'sb-cited', t('citations.citedWorks'), items);
  return true;
}

/** Opens the definition of a glossary term. */
export function openDefinition(word: HTMLAnchorElement): void {
  const { name = '', term = '' } = word.dataset;
  openCard(word, 'sb-definition', name, [
    element('p', { class: 'sb-label' }, name),
    element('p', {}, term),
    element('a', { href: word.href }, t('reading.moreInGlossary')),
  ]);
  word.classList.add('sb-term-open');
}

/** Shows the one card of the page beside the link that opens it. */
function openCard(link: HTMLElement, kind: string, name: string, content: HTMLElement[]): void {
  card ??= makeCard();
  const close = toButton(t('site.close'), () => card?.hidePopover(), 'sb-close');
  card.className = `sb-popover ${kind}`;
  card.setAttribute('aria-label', name);
  card.replaceChildren(...content, close);
  opener?.classList.remove('sb-term-open');
  opener = link;
  if (!card.matches(':popover-open')) card.showPopover();
  placeCard(card, link);
  card.scrollTop = 0;
  card.focus();
}

function makeCard(): HTMLElement {
  addStyle(style);
  const made = element('div', { popover: '', role: 'dialog', tabindex: '-1' });
  made.addEventListener('toggle', () => {
    if (made.matches(':popover-open')) return;
    opener?.classList.remove('sb-term-open');
    const { activeElement } = document;
    if (activeElement === document.body || made.contains(activeElement)) {
      opener?.focus({ preventScroll: true });
    }
  });
  document.querySelector('main')?.append(made);
  return made;
}

/** A button that copies an element's text, with its italics for programs that take them. */
export function copyButton(source: Element | null, words: string): HTMLButtonElement {
  const button = toButton(words, copy, 'sb-copy');
  button.setAttribute('aria-live', 'polite');
  return button;

  function copy() {
    document.getSelection()?.selectAllChildren(source as Element);
    // Without this, browsers copy the page's colours and fonts too. The older way to copy is the
    // only one that works over http: and file:.
    document.addEventListener('copy', setClipboard, { once: true });
    button.textContent = document.execCommand('copy')
      ? t('citations.copied')
      : t('citations.selected');
  }

  function setClipboard(event: ClipboardEvent) {
    event.clipboardData?.setData('text/plain', source?.textContent ?? '');
    event.clipboardData?.setData('text/html', source?.outerHTML ?? '');
    event.preventDefault();
  }
}

/** Distances in px: between a card and its link, and between a card and the window's edge. */
const gap = 4;
const edge = 12;

/**
 * Measures where an open card has room beside the link that opened it: below, else above; cards.css
 * puts it there in windows that are large enough. Anchor positioning in style would do the same, but
 * Safari 26.0 takes the link's place in a scrolled page for its place in the window.
 */
function placeCard(card: HTMLElement, link: HTMLElement): void {
  const lines = [...link.getClientRects()];
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return;
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = card;
  const below = last.bottom + gap;
  const above = first.top - gap - offsetHeight;
  const isBelow = below + offsetHeight <= clientHeight || above < 0;
  const top = within(isBelow ? below : above, clientHeight - offsetHeight);
  const left = within((isBelow ? last : first).left, clientWidth - offsetWidth);
  card.style.setProperty('--sb-card-top', `${top + scrollY}px`);
  card.style.setProperty('--sb-card-left', `${left + scrollX}px`);
}

/** A place of at least `edge` and, where that leaves room, at most `edge` below `most`. */
function within(place: number, most: number): number {
  return Math.max(edge, Math.min(place, most - edge));
}
