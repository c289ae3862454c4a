import { t } from '../../../lib/i18n/t.ts';
import { site } from '../../../site/site.ts';
import { steerListbox, createFilters, fillTopics, setFilters } from './controls.ts';
import { element } from '../../reading/client/dom.ts';
import { linkTo } from './element.ts';
import { LoadError, openLibrary, type Library } from './library.ts';
import { showDefinition, showEntries, showHelp, showPages, type ResultGroup } from './results.ts';
import {
  formatCount,
  showCorrections,
  showGap,
  showFailure,
  showNearest,
  showTopics,
} from './messages.ts';
import { createSearcher, type Answer, type Query } from './searcher.ts';

/** How long a pause in typing starts a search, in milliseconds. */
const pause = 60;

/** Most results that are shown before more are asked for, then, and where the guide has no answer. */
const most = { first: 5, more: 25, gap: 3 };

/** Fewest characters that are searched. */
export const shortest = 2;

/** A search field with its results. */
export interface SearchBox {
  /** Everything, to be put into the page. */
  parts: HTMLElement[];
  input: HTMLInputElement;
  /** Starts loading what a search needs. */
  open: () => void;
  /** Searches as if the reader had typed and chosen. */
  search: (query: Query) => void;
}

/** What a place that holds a search field does with it. */
export interface SearchBoxOptions {
  root: URL;
  /** Whether it shows the topics before anything is typed. */
  hasTopics: boolean;
  /** The topics to choose from, where they are known before the search is opened. */
  parts?: readonly string[];
  /** Told what is searched for. */
  searched?: (query: Query) => void;
}

/** Makes a search field; nothing is loaded before it is opened. */
export function createSearchBox({
  root,
  hasTopics,
  parts = [],
  searched,
}: SearchBoxOptions): SearchBox {
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
  const said = element('p', { class: 'sb-search-said' });
  const status = element('p', { class: 'sb-search-status', role: 'status' });
  const listbox = element('div', {
    id: 'sb-search-results',
    role: 'listbox',
    'aria-label': t('search.results'),
  });
  const moreButton = element(
    'button',
    { type: 'button', class: 'sb-search-more' },
    t('search.more'),
  );
  moreButton.hidden = true;
  const browse = element('div', { class: 'sb-search-browse' });
  const filters = createFilters(() => {
    start(0);
  });
  fillTopics(filters, parts);
  const form = element(
    'form',
    {
      class: 'sb-search-form',
      role: 'search',
      action: linkTo(root, { path: `${site.pages.search}/`, anchor: '' }),
    },
    element('label', { for: input.id, class: 'sb-search-label' }, t('search.thisGuide')),
    input,
    filters.row,
  );
  const letGo = steerListbox(input, listbox);

  let library: Promise<Library> | undefined;
  let searcher: ReturnType<typeof createSearcher> | undefined;
  let current = new AbortController();
  let exactly: string | undefined;
  let asksMore = false;

  const open = () => {
    library ??= openLibrary(root).then((opened) => {
      searcher = createSearcher(opened);
      fillTopics(filters, opened.catalogue.parts);
      return opened;
    });
    return library;
  };

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
    const { kind, topic } = filters;
    const query = { text, exact: exactly === text, kind: kind.value, topic: topic.value };
    searched?.(query);
    try {
      const opened = await open();
      if (signal.aborted) return;
      if (text.trim().length < shortest) {
        show([], undefined, '', hasTopics ? showTopics(opened.catalogue, root) : undefined);
        return;
      }
      const answer = await searcher?.(query, signal);
      if (answer) await present(answer, opened, signal);
    } catch (error) {
      if (!signal.aborted) fail(error);
    }
    if (!signal.aborted) listbox.removeAttribute('aria-busy');
  };

  const present = async (answer: Answer, opened: Library, signal: AbortSignal) => {
    const limit = asksMore ? most.more : answer.isCovered ? most.first : most.gap;
    const pages = showPages(answer, root, limit);
    const help = showHelp(answer, root);
    const definition = await showDefinition(answer, root);
    if (signal.aborted) return;
    if (pages.options.length > 0) {
      const first = [help, definition, pages];
      show(first, answer, countOf(first));
    }
    const entries = answer.isCovered ? await showEntries(answer, root) : [];
    if (signal.aborted) return;
    const leads = entries.filter((group) => group.leads);
    const rest = entries.filter((group) => !group.leads);
    const groups = [help, definition, ...leads, pages, ...rest];
    const isEmpty = groups.every(({ options }) => options.length === 0);
    const nearest = isEmpty ? showNearest(answer.words, opened.catalogue, root) : undefined;
    show(groups, answer, countOf(groups), nearest);
    moreButton.hidden = pages.options.length < limit || asksMore;
  };

  const show = (groups: ResultGroup[], answer?: Answer, count = '', more?: HTMLElement) => {
    listbox.replaceChildren(...groups.flatMap(toGroup));
    // Terms and works come after the pages, among which the reader may have chosen already.
    letGo();
    listbox.querySelectorAll('[role=option]').forEach((option, index) => {
      option.id = `sb-result-${String(index)}`;
    });
    moreButton.hidden = true;
    const hasOptions = listbox.childElementCount > 0;
    listbox.hidden = !hasOptions;
    input.setAttribute('aria-expanded', String(hasOptions));
    status.textContent = count;
    browse.replaceChildren(...(more ? [more] : []));
    const typed = input.value;
    said.replaceChildren(
      ...(answer && !answer.isCovered && answer.pages.length > 0 ? showGap(root) : []),
      ...showCorrections(typed, answer?.corrections ?? [], () => {
        exactly = typed;
        input.focus();
        start(0);
      }),
    );
  };

  const fail = (error: unknown) => {
    if (!(error instanceof LoadError)) {
      show([], undefined, t('search.failed'), showFailure(root));
      reportError(error);
      return;
    }
    library = undefined;
    const more = showFailure(root, () => {
      start(0);
    });
    show([], undefined, t('search.notLoaded'), more);
  };

  input.addEventListener('input', () => {
    asksMore = false;
    start(pause);
  });
  moreButton.addEventListener('click', () => {
    asksMore = true;
    input.focus();
    start(0);
  });
  return {
    parts: [form, said, status, listbox, moreButton, browse],
    input,
    open: () => {
      if (input.value.trim().length < shortest) start(0);
      else open().catch(fail);
    },
    search: ({ text, kind = '', topic = '' }) => {
      input.value = text;
      setFilters(filters, kind, topic);
      start(0);
    },
  };
}

function toGroup({ label, options }: ResultGroup, index: number): HTMLElement[] {
  if (options.length === 0) return [];
  if (label === '') return options;
  const id = `sb-result-group-${String(index)}`;
  const heading = element('p', { id, class: 'sb-label', role: 'presentation' }, label);
  return [element('div', { role: 'group', 'aria-labelledby': id }, heading, ...options)];
}

function countOf(groups: readonly ResultGroup[]): string {
  const count = (kind: ResultGroup['kind']) =>
    groups
      .filter((group) => group.kind === kind)
      .reduce((sum, { options }) => sum + options.length, 0);
  return formatCount({ page: count('page'), term: count('term'), work: count('work') });
}
