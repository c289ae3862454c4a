import { excerptOf } from '../lib/search/excerpt.ts';
import { element } from './element.ts';
import type { Fragment } from './engine.ts';
import { linkTo } from './link.ts';
import type { Answer, FoundRecord } from './searcher.ts';

/** Most pages that are shown, and most terms and most works. */
const mostPages = 12;
const mostEntries = 3;

/** A group of results with its heading; the first has none. */
export interface ResultGroup {
  label: string;
  options: HTMLAnchorElement[];
}

/** The pages of an answer as links; each gets its excerpt when the text is there. */
export function showPages({ pages }: Answer, root: URL): ResultGroup {
  const options = pages.slice(0, mostPages).map(({ page, section, record }) => {
    const place = { path: page.path, anchor: section.anchor };
    const excerpt = element('span', { class: 'sb-result-text' });
    const more = section.anchor === '' ? [] : [toContext(page.title)];
    const href = linkTo(root, place, record.matched);
    const option = toOption(href, section.heading, [...more, excerpt]);
    whenSeen(option, () => void fillExcerpt(excerpt, record));
    return option;
  });
  return { label: '', options };
}

/** Terms and works of an answer, each in a group; waits for their texts. */
export async function showEntries({ entries }: Answer, root: URL): Promise<ResultGroup[]> {
  const settled = await Promise.allSettled(
    entries.map(async (record) => ({ record, fragment: await record.result.data() })),
  );
  const read = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const groups = [
    { kind: 'term', label: 'From the glossary' },
    { kind: 'work', label: 'Works cited' },
  ];
  return groups.flatMap(({ kind, label }) => {
    const own = read.filter(({ fragment }) => fragment.filters['kind']?.includes(kind));
    const options = own.slice(0, mostEntries).map(({ record, fragment }) => {
      const [path = '', anchor = ''] = fragment.raw_url.slice(1).split('#');
      const excerpt = element('span', { class: 'sb-result-text' }, ...toMarks(fragment, record));
      return toOption(linkTo(root, { path, anchor }), fragment.meta['title'] ?? '', [excerpt]);
    });
    return options.length > 0 ? [{ label, options }] : [];
  });
}

function toContext(page: string): HTMLElement {
  return element('span', { class: 'sb-result-page' }, page);
}

function toOption(href: string, title: string, more: Node[]): HTMLAnchorElement {
  const name = element('span', { class: 'sb-result-title' }, title);
  return element('a', { class: 'sb-result', href, role: 'option', tabindex: '-1' }, name, ...more);
}

/** Does something once an element comes into view, so that what nobody sees is not loaded. */
function whenSeen(seen: Element, act: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    act();
  });
  observer.observe(seen);
}

async function fillExcerpt(excerpt: HTMLElement, record: FoundRecord): Promise<void> {
  try {
    excerpt.replaceChildren(...toMarks(await record.result.data(), record));
  } catch {
    // The link leads there without an excerpt, too.
  }
}

function toMarks({ content }: Fragment, { places }: FoundRecord): (Node | string)[] {
  return excerptOf(content, places).map(({ text, marked }) =>
    marked ? element('mark', {}, text) : text,
  );
}
