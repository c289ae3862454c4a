import { t } from '../../../lib/i18n/t.ts';
import style from '../cards.css?inline';

const card = document.getElementById('sb-cited');
const list = card?.firstElementChild;
let opener: HTMLElement | undefined;

/** Opens the card of a citation, filled from the page's list of references; false where it has no work. */
export function openWorks(link: HTMLAnchorElement): boolean {
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

let definition: HTMLElement | undefined;
let explained: HTMLElement | undefined;

/** Opens the popover with the definition of a glossary term beside it. */
export function openDefinition(word: HTMLAnchorElement): void {
  definition ??= makeDefinition();
  const { name = '', term = '' } = word.dataset;
  definition.ariaLabel = name;
  const close = Object.assign(element('button', 'sb-close', t('site.close')), { type: 'button' });
  close.addEventListener('click', () => definition?.hidePopover());
  definition.replaceChildren(
    element('p', 'sb-label', name),
    element('p', '', term),
    Object.assign(element('a', '', t('reading.moreInGlossary')), { href: word.href }),
    close,
  );
  explained?.classList.remove('sb-term-open');
  explained = word;
  word.classList.add('sb-term-open');
  definition.showPopover();
  placeCard(definition, word);
  definition.focus();
}

function makeDefinition(): HTMLElement {
  const made = element('div', 'sb-definition', '');
  made.popover = 'auto';
  made.role = 'dialog';
  made.tabIndex = -1;
  made.addEventListener('toggle', () => {
    if (!made.matches(':popover-open')) explained?.classList.remove('sb-term-open');
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

/** Distances in px: between a card and its link, and between a card and the window's edge. */
const gap = 4;
const edge = 12;

/**
 * Measures where an open card has room beside the link that opened it: below, else above; cards.css
 * puts it there in windows that are large enough. Anchor positioning in style would do the same, but
 * Safari 26.0 takes the link's place in a scrolled page for its place in the window.
 */
function placeCard(card: HTMLElement, link: HTMLElement): void {
  addStyle();
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
  card.style.setProperty('--sb-card-top', `${String(top + scrollY)}px`);
  card.style.setProperty('--sb-card-left', `${String(left + scrollX)}px`);
}

/** A place of at least `edge` and, where that leaves room, at most `edge` below `most`. */
function within(place: number, most: number): number {
  return Math.max(edge, Math.min(place, most - edge));
}

let isStyled = false;

/** Adds the style of popovers when the first one opens, so that pages do not carry it. */
function addStyle(): void {
  if (isStyled) return;
  isStyled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}
