import { addStyle, element, toButton } from '../../../lib/dom.ts';
import { t } from '../../../lib/i18n/t.ts';
import style from '../popover.css?inline';

let popover: HTMLElement | undefined;
let opener: HTMLElement | undefined;

/** Opens the popover of a citation with its works from the page's references; false where none is there. */
export function openCitation(link: HTMLAnchorElement): boolean {
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
  openPopover(link, 'sb-cited', t('citations.citedWorks'), items);
  return true;
}

/** Opens the definition of a glossary term. */
export function openDefinition(word: HTMLAnchorElement): void {
  const { name = '', term = '' } = word.dataset;
  openPopover(word, 'sb-definition', name, [
    element('p', { class: 'sb-label' }, name),
    element('p', {}, term),
    element('a', { href: word.href }, t('reading.moreInGlossary')),
  ]);
  word.classList.add('sb-term-open');
}

/** Shows the page's single popover beside the link that opens it. */
function openPopover(link: HTMLElement, kind: string, name: string, content: HTMLElement[]): void {
  popover ??= makePopover();
  const close = toButton(t('site.close'), () => popover?.hidePopover(), 'sb-close');
  popover.className = `sb-popover ${kind}`;
  popover.setAttribute('aria-label', name);
  popover.replaceChildren(...content, close);
  opener?.classList.remove('sb-term-open');
  opener = link;
  if (!popover.matches(':popover-open')) popover.showPopover();
  positionPopover(popover, link);
  popover.scrollTop = 0;
  popover.focus();
}

function makePopover(): HTMLElement {
  addStyle(style);
  const created = element('div', { popover: '', role: 'dialog', tabindex: '-1' });
  created.addEventListener('toggle', () => {
    if (created.matches(':popover-open')) return;
    opener?.classList.remove('sb-term-open');
    const { activeElement } = document;
    if (activeElement === document.body || created.contains(activeElement)) {
      opener?.focus({ preventScroll: true });
    }
  });
  document.querySelector('main')?.append(created);
  return created;
}

/** Returns a button that copies an element as plain text and as HTML, which keeps its italics. */
export function copyButton(source: Element | null, words: string): HTMLButtonElement {
  const button = toButton(words, copy, 'sb-copy');
  button.setAttribute('aria-live', 'polite');
  return button;

  function copy() {
    document.getSelection()?.selectAllChildren(source as Element);
    // The listener leaves out the page's colours and fonts. The Clipboard API needs a secure context;
    // execCommand also works over http: and file:.
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

/** Distances in px: from the popover to its link, and to the edge of the viewport. */
const gap = 4;
const edge = 12;

/**
 * Positions the open popover below its link, or above where there is no room below; popover.css uses the
 * position in large viewports. CSS anchor positioning would do the same, but Safari 26.0 ignores the
 * page's scroll offset.
 */
function positionPopover(popover: HTMLElement, link: HTMLElement): void {
  const lines = [...link.getClientRects()];
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return;
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = popover;
  const below = last.bottom + gap;
  const above = first.top - gap - offsetHeight;
  const isBelow = below + offsetHeight <= clientHeight || above < 0;
  const top = clamp(isBelow ? below : above, clientHeight - offsetHeight);
  const left = clamp((isBelow ? last : first).left, clientWidth - offsetWidth);
  popover.style.setProperty('--sb-popover-top', `${top + scrollY}px`);
  popover.style.setProperty('--sb-popover-left', `${left + scrollX}px`);
}

/** Clamps a position to between `edge` and `max - edge`; `edge` wins where both do not fit. */
function clamp(position: number, max: number): number {
  return Math.max(edge, Math.min(position, max - edge));
}
