import { element } from './element.ts';

/** The kinds of result, as the index has them, in a reader's words. */
const kinds: [value: string, label: string][] = [
  ['', 'Everything'],
  ['page', 'Pages'],
  ['question', 'Questions'],
  ['term', 'Glossary terms'],
  ['work', 'Works cited'],
];

/** The two choices that narrow a search. */
export interface FilterRow {
  row: HTMLElement;
  kind: HTMLSelectElement;
  topic: HTMLSelectElement;
}

/** Makes the choices; `changed` is called when the reader changes one. */
export function createFilters(changed: () => void): FilterRow {
  const kind = element('select', { name: 'kind' });
  const topic = element('select', { name: 'topic' });
  kind.append(...kinds.map(([value, label]) => element('option', { value }, label)));
  topic.append(element('option', { value: '' }, 'All topics'));
  for (const select of [kind, topic]) select.addEventListener('change', changed);
  const row = element(
    'div',
    { class: 'sb-search-filters' },
    element('label', {}, 'Kind ', kind),
    element('label', {}, 'Topic ', topic),
  );
  return { row, kind, topic };
}

/** Fills in the topics once they are known. */
export function fillTopics({ topic }: FilterRow, parts: readonly string[]): void {
  const known = new Set([...topic.options].map(({ value }) => value));
  const missing = parts.filter((part) => !known.has(part));
  topic.append(...missing.map((part) => element('option', { value: part }, part)));
}

/** Sets both choices; a topic may be chosen before the topics are known. */
export function setFilters(filters: FilterRow, kind: string, topic: string): void {
  if (topic) fillTopics(filters, [topic]);
  filters.kind.value = kinds.some(([value]) => value === kind) ? kind : '';
  filters.topic.value = topic;
}
