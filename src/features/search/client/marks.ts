import { findPhrases, parseFound } from '../model/landing.ts';
import { foundParameter } from './shortcut.ts';
import { element, addSearchStyle } from './element.ts';

/** Most words that are marked on a page. */
const most = 300;

/** Marks the words that a search found on the page it led to, and offers to take the marks away. */
export function markFound(): void {
  const address = new URL(location.href);
  const phrases = parseFound(address.searchParams.get(foundParameter) ?? '');
  const main = document.querySelector('[data-pagefind-body]');
  if (!main || phrases.length === 0) return;
  const marks = textsOf(main)
    .flatMap((text) => markText(text, phrases))
    .slice(0, most);
  if (marks.length === 0) return;
  addSearchStyle();
  document.getElementById(decodeURIComponent(address.hash.slice(1)))?.scrollIntoView();
  offerToClear(marks, main);
}

/** The texts that are read: none of islands, whose scripts own them, and none of drawings. */
function textsOf(main: Element): Text[] {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('astro-island, svg, script, style, [data-pagefind-ignore]')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

function markText(text: Text, phrases: readonly string[][]): HTMLElement[] {
  const ranges = findPhrases(text.data, phrases);
  // From the end, so that earlier places stay where they are.
  return ranges.reverse().map(({ start, end }) => {
    const found = text.splitText(start);
    found.splitText(end - start);
    const mark = element('mark', { class: 'sb-found' });
    found.replaceWith(mark);
    mark.append(found);
    const closed = mark.closest('details');
    if (closed) closed.open = true;
    return mark;
  });
}

function offerToClear(marks: HTMLElement[], main: Element): void {
  const number = marks.length;
  const clear = element('button', { type: 'button' }, 'Clear the marks');
  const note = element(
    'p',
    { class: 'sb-found-note', role: 'status' },
    `${String(number)} ${number === 1 ? 'match' : 'matches'} marked. `,
    clear,
  );
  clear.addEventListener('click', () => {
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    main.normalize();
    note.remove();
    const address = new URL(location.href);
    address.searchParams.delete(foundParameter);
    history.replaceState(history.state, '', address);
  });
  document.body.append(note);
}
