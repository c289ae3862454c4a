import style from '../cards.css?inline';

/** Distances in px: between a card and its link, and between a card and the window's edge. */
const gap = 4;
const edge = 12;

/**
 * Measures where an open card has room beside the link that opened it: below, else above; cards.css
 * puts it there in windows that are large enough. Anchor positioning in style would do the same, but
 * Safari 26.0 takes the link's place in a scrolled page for its place in the window.
 */
export function placeCard(card: HTMLElement, link: HTMLElement): void {
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

/** Cards open on demand, so that their style comes with them and not with the page. */
function addStyle(): void {
  if (isStyled) return;
  isStyled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}
