import { t } from '../../../lib/i18n/t.ts';
import { element } from '../../reading/client/dom.ts';

/** The kinds of result, as the index has them, in a reader's words. */
const kinds: [value: string, label: string][] = [
  ['', t('search.kind.everything')],
  ['page', t('search.kind.page')],
  ['question', t('search.kind.question')],
  ['term', t('search.kind.term')],
  ['work', t('search.works')],
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
  topic.append(element('option', { value: '' }, t('search.allTopics')));
  for (const select of [kind, topic]) select.addEventListener('change', changed);
  const row = element(
    'div',
    { class: 'sb-search-filters' },
    element('label', {}, `${t('search.kind')} `, kind),
    element('label', {}, `${t('search.topic')} `, topic),
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

/**
 * Moves through the options of a listbox with the keys of its input (the combobox pattern of the ARIA
 * Authoring Practices): arrows move, Enter follows the chosen option. Escape lets go of it, then
 * clears the input, then closes the dialog that the input stands in; by script, since WebKit spends
 * every Escape in a search field on the field.
 */
export function steerListbox(input: HTMLInputElement, listbox: HTMLElement): () => void {
  let chosen: HTMLElement | undefined;

  const choose = (option: HTMLElement | undefined) => {
    chosen?.setAttribute('aria-selected', 'false');
    chosen = option;
    if (!option) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };

  const move = (step: number) => {
    const options = [...listbox.querySelectorAll<HTMLElement>('[role=option]')];
    const at = chosen ? options.indexOf(chosen) : step > 0 ? -1 : options.length;
    choose(options[at + step]);
  };

  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      move(event.key === 'ArrowDown' ? 1 : -1);
      event.preventDefault();
    } else if (event.key === 'Enter' && chosen) {
      chosen.click();
      event.preventDefault();
    } else if (event.key === 'Escape') {
      if (chosen) choose(undefined);
      else if (input.value) {
        input.value = '';
        input.dispatchEvent(new Event('input'));
      } else input.closest('dialog')?.close();
      event.preventDefault();
      event.stopPropagation();
    }
  });

  return () => {
    if (!chosen?.isConnected) choose(undefined);
  };
}
