import { t } from '../../../lib/i18n/t.ts';
import { foundParameter, maxFound } from '../../../lib/url/page-path.ts';
import { normalise, splitWords, stemOf } from '../model/words.ts';
import { addStyle, element, toButton } from '../../../lib/dom.ts';
import style from './search.css?inline';

/** Maximum number of marks on a page. */
const mostMarks = 300;

/** Marks the words of a search on the page that its result links to, and offers to clear the marks. */
export function markFound(): void {
  const address = new URL(location.href);
  const phrases = parseFound(address.searchParams.get(foundParameter) ?? '');
  const main = document.querySelector('[data-pagefind-body]');
  if (!main || phrases.length === 0) return;
  const marks = textsOf(main)
    .flatMap((text) => markText(text, phrases))
    .slice(0, mostMarks);
  if (marks.length === 0) return;
  addStyle(style);
  document.getElementById(decodeURIComponent(address.hash.slice(1)))?.scrollIntoView();
  offerToClear(marks, main);
}

/** Returns the text nodes to mark: none in islands, which hydration would break, or in drawings. */
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
  // From the end, so that earlier offsets stay valid.
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
  const clear = toButton(t('search.clearMarks'), () => {
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    main.normalize();
    note.remove();
    const address = new URL(location.href);
    address.searchParams.delete(foundParameter);
    history.replaceState(history.state, '', address);
  });
  const said = `${t('search.marked', { count: marks.length })} `;
  const note = element('p', { class: 'sb-found-note', role: 'status' }, said, clear);
  document.body.append(note);
}

/** Maximum characters of a phrase that are read. */
const longest = 60;

/** Parses the phrases in the parameter's value, each as the stems of its words. */
export function parseFound(value: string): string[][] {
  return value
    .split(',')
    .slice(0, maxFound)
    .map((phrase) => splitWords(phrase.slice(0, longest)).map(stemOf))
    .filter((stems) => stems.length > 0);
}

/** Returns the character ranges of the phrases in a text, in order and without overlap. */
export function findPhrases(text: string, phrases: readonly string[][]) {
  const words = [
    ...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+|(?<=\d)[.,](?=\d)\d+)*/gu),
  ].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    stem: stemOf(normalise(match[0]).replace(/'s$/, '').replace(/['.,]/g, '')),
  }));
  const ranges: { start: number; end: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    const phrase = phrases.find((stems) => stems.every((stem, i) => words[at + i]?.stem === stem));
    const last = phrase && words[at + phrase.length - 1];
    const first = words[at];
    if (!first || !last) continue;
    ranges.push({ start: first.start, end: last.end });
    at += phrase.length - 1;
  }
  return ranges;
}
