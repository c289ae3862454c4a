import { t } from '../../../lib/i18n/t.ts';
import { site } from '../../../site/site.ts';
import { element, toButton } from '../../../lib/dom.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { LoadError, openLibrary } from './library.ts';
import {
  formatCount,
  linkTo,
  listSections,
  showCorrections,
  showDefinition,
  showEntries,
  showFailure,
  showNotes,
  showNearest,
  showSections,
  showTopics,
  type ResultGroup,
} from './results.ts';
import { createSearcher, type Answer, type Query } from './searcher.ts';

/** Pause in typing that starts a search, in milliseconds. */
const pause = 60;

/** Maximum number of results: at first, after "Show more", and for queries that the guide does not cover. */
const most = { first: 5, more: 25, gap: 3 };

/** Minimum characters of a query. */
export const shortest = 2;

/** The kinds of result: values of the index's filter, and labels. */
const kinds: [value: string, label: string][] = [
  ['', t('search.kind.everything')],
  ['page', t('search.kind.page')],
  ['question', t('search.kind.question')],
  ['term', t('search.kind.term')],
  ['work', t('search.works')],
];

/** Options of a search field. */
export interface SearchBoxOptions {
  root: URL;
  /** The topics, if the page around lists them; else the search box lists them before anything is typed. */
  parts?: readonly string[];
  /** Called with each query. */
  searched?: (query: Query) => void;
}

/** Makes a search field with its results; nothing is loaded before it is opened. */
export function createSearchBox({ root, parts, searched }: SearchBoxOptions) {
  const input = element('input', {
    type: 'search',
    name: 'q',
    id: 'sb-search-input',
    role: 'combobox',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    enterkeyhint: 'search',
    maxlength: '2000',
    'aria-autocomplete': 'list',
    'aria-controls': 'sb-search-results',
    'aria-expanded': 'false',
  });
  const said = element('p', { class: 'sb-search-said', 'aria-live': 'polite' });
  const status = element('p', { class: 'sb-search-status', role: 'status' });
  const listbox = element('div', {
    id: 'sb-search-results',
    role: 'listbox',
    'aria-label': t('search.results'),
  });
  const browse = element('div', { class: 'sb-search-browse' });
  const again = () => {
    input.focus();
    start(0);
  };
  const showMore = () => {
    asksMore = true;
    again();
  };
  const moreButton = toButton(t('search.more'), showMore, 'sb-search-more');
  moreButton.hidden = true;
  const choices = kinds.map(([value, label]) => new Option(label, value));
  const kind = element('select', { name: 'kind' }, ...choices);
  const topic = element('select', { name: 'topic' }, new Option(t('search.allTopics'), ''));
  addTopics(topic, parts ?? []);
  const filters = element(
    'div',
    { class: 'sb-search-filters' },
    element('label', {}, `${t('search.kind')} `, kind),
    element('label', {}, `${t('search.topic')} `, topic),
  );
  const form = element(
    'form',
    { class: 'sb-search-form', role: 'search', action: linkTo(root, `${site.pages.search}/`) },
    element('label', { for: input.id, class: 'sb-search-label' }, t('search.thisGuide')),
    input,
    filters,
  );
  const clearChoice = addListboxKeys(input, listbox);

  let opened: ReturnType<typeof load> | undefined;
  let current = new AbortController();
  let exactly: string | undefined;
  let asksMore = false;

  const load = async () => {
    const library = await openLibrary(root);
    addTopics(topic, library.catalogue.parts);
    return { catalogue: library.catalogue, answer: createSearcher(library) };
  };
  const open = () => (opened ??= load());

  const start = (delay: number) => {
    current.abort();
    current = new AbortController();
    listbox.setAttribute('aria-busy', 'true');
    const { signal } = current;
    setTimeout(() => {
      if (!signal.aborted) void run(signal);
    }, delay);
  };

  const run = async (signal: AbortSignal) => {
    const text = input.value;
    const query = { text, exact: exactly === text, kind: kind.value, topic: topic.value };
    searched?.(query);
    try {
      const { catalogue, answer } = await open();
      signal.throwIfAborted();
      if (text.trim().length < shortest)
        show([], '', undefined, parts ? undefined : showTopics(catalogue, root));
      else await present(await answer(query, signal), catalogue, signal);
    } catch (error) {
      if (!signal.aborted) fail(error);
    }
    if (!signal.aborted) listbox.removeAttribute('aria-busy');
  };

  const present = async (answer: Answer, catalogue: Catalogue, signal: AbortSignal) => {
    const limit = asksMore ? most.more : answer.isCovered ? most.first : most.gap;
    const pages = showSections('', listSections(answer.pages, limit), root);
    const help = showSections(t('search.help'), answer.help, root);
    const definition = await showDefinition(answer, root);
    signal.throwIfAborted();
    const first = [help, definition, pages];
    if (pages.options.length > 0) show(first, formatCount(first), answer);
    const entries = answer.isCovered ? await showEntries(answer, root) : [];
    signal.throwIfAborted();
    const leads = entries.filter((group) => group.leads);
    const groups = [...new Set([help, definition, ...leads, pages, ...entries])];
    const isEmpty = groups.every(({ options }) => options.length === 0);
    const nearest = isEmpty ? showNearest(answer.words, catalogue, root) : undefined;
    show(groups, formatCount(groups), answer, nearest);
    moreButton.hidden = pages.options.length < limit || asksMore;
  };

  const show = (groups: ResultGroup[], count: string, answer?: Answer, more?: HTMLElement) => {
    listbox.replaceChildren(...groups.flatMap(toGroup));
    // Terms and works are added after the pages, among which the reader may already have selected one.
    clearChoice();
    listbox.querySelectorAll('[role=option]').forEach((option, index) => {
      option.id = `sb-result-${String(index)}`;
    });
    moreButton.hidden = true;
    listbox.hidden = listbox.childElementCount === 0;
    input.setAttribute('aria-expanded', String(!listbox.hidden));
    status.textContent = count;
    browse.replaceChildren(...(more ? [more] : []));
    const typed = input.value;
    const searchExactly = () => {
      exactly = typed;
      again();
    };
    const notes = answer ? showNotes(answer, root) : [];
    const corrections = answer ? showCorrections(typed, answer, searchExactly) : [];
    said.replaceChildren(...notes, ...corrections);
  };

  const fail = (error: unknown) => {
    const isLost = error instanceof LoadError;
    const count = isLost ? t('search.notLoaded') : t('search.failed');
    show([], count, undefined, showFailure(root, isLost ? again : undefined));
    if (isLost) opened = undefined;
    else reportError(error);
  };

  input.addEventListener('input', () => {
    asksMore = false;
    start(pause);
  });
  filters.addEventListener('change', () => {
    start(0);
  });
  return {
    /** All elements, to be added to the page. */
    parts: [form, said, status, listbox, moreButton, browse],
    input,
    /** Starts to load the data of search. */
    open: () => {
      if (input.value.trim().length < shortest) start(0);
      else open().catch(fail);
    },
    /** Searches as if the reader had typed the text and chosen the filters. */
    search: (query: Query) => {
      input.value = query.text;
      // A topic may be chosen before the topics are loaded.
      if (query.topic) addTopics(topic, [query.topic]);
      topic.value = query.topic ?? '';
      kind.value = kinds.find(([value]) => value === query.kind)?.[0] ?? '';
      start(0);
    },
  };
}

/** Adds topics to a select element, except those that it has. */
function addTopics(topic: HTMLSelectElement, parts: readonly string[]): void {
  const known = new Set([...topic.options].map(({ value }) => value));
  const missing = parts.filter((part) => !known.has(part));
  topic.append(...missing.map((part) => new Option(part, part)));
}

function toGroup({ label, options }: ResultGroup, index: number): HTMLElement[] {
  if (options.length === 0 || label === '') return options;
  const id = `sb-result-group-${String(index)}`;
  const heading = element('p', { id, class: 'sb-label', role: 'presentation' }, label);
  return [element('div', { role: 'group', 'aria-labelledby': id }, heading, ...options)];
}

/**
 * Adds keyboard control of a listbox to its input (the combobox pattern of the ARIA Authoring Practices): arrows
 * move, Enter follows the selected option. Escape deselects it, then clears the input, then closes the dialog
 * around it; by script, since WebKit's search fields consume every Escape. Returns a function that deselects an
 * option that was removed.
 */
function addListboxKeys(input: HTMLInputElement, listbox: HTMLElement): () => void {
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
