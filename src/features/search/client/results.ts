import { t } from '../../../lib/i18n/t.ts';
import { isCitationOf } from '../model/intent.ts';
import { excerptOf, lengths, type ExcerptSource } from '../model/excerpt.ts';
import { element } from '../../reading/client/dom.ts';
import { linkTo } from './element.ts';
import type { Fragment } from './library.ts';
import type { FoundRecord } from './finder.ts';
import { listSections, toExcerptSource, type Answer, type FoundSection } from './searcher.ts';

/** Most terms that are shown beside a definition, and most works. */
const mostEntries = 3;

/** A group of results with its heading; that of the pages has none. */
export interface ResultGroup {
  kind: 'page' | 'term' | 'work';
  label: string;
  options: HTMLAnchorElement[];
  /** Whether it stands before the pages: a work that was asked for by author and year. */
  leads?: boolean;
}

/** Where to turn for help; empty for a query that does not sound like it. */
export function showHelp({ help }: Answer, root: URL): ResultGroup {
  const options = help.map((found, index) => toSectionOption(found, root, index));
  return { kind: 'page', label: t('search.help'), options };
}

/** The sections of an answer as links, a page's own side by side; each gets its excerpt when seen. */
export function showPages({ pages }: Answer, root: URL, most: number): ResultGroup {
  const sections = listSections(pages, most);
  return {
    kind: 'page',
    label: '',
    options: sections.map((found, index) => toSectionOption(found, root, index)),
  };
}

/** The first of a group has room for an answer; the others are to be told apart. */
function toSectionOption(found: FoundSection, root: URL, index: number): HTMLAnchorElement {
  const { section, record } = found;
  const { anchor, heading, page } = section;
  const excerpt = element('span', { class: 'sb-result-text' });
  const context = element('span', { class: 'sb-result-page' }, page.title);
  const href = linkTo(root, { path: page.path, anchor }, record.matched);
  const option = toOption(href, heading, anchor === '' ? [excerpt] : [context, excerpt]);
  const length = index === 0 ? lengths.full : lengths.brief;
  whenSeen(option, () => void fillExcerpt(excerpt, found, length));
  return option;
}

/** The glossary entry that a query asks for; waits for its text. */
export async function showDefinition({ definition }: Answer, root: URL): Promise<ResultGroup> {
  const fragment = await definition?.result.data().catch(() => undefined);
  return {
    kind: 'term',
    label: t('search.fromGlossary'),
    options:
      definition && fragment ? [toEntryOption(definition, fragment, root, definition.matched)] : [],
  };
}

/** Terms and works of an answer, each in a group; waits for their texts. */
export async function showEntries(answer: Answer, root: URL): Promise<ResultGroup[]> {
  const entries = answer.entries.filter(({ id }) => id !== answer.definition?.id);
  const settled = await Promise.allSettled(
    entries.map(async (record) => ({ record, fragment: await record.result.data() })),
  );
  const read = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const isCited = ({ fragment }: (typeof read)[0]) =>
    isCitationOf(answer.words, fragment.meta['title'] ?? '');
  read.sort((a, b) => Number(isCited(b)) - Number(isCited(a)));
  const groups: Pick<ResultGroup, 'kind' | 'label'>[] = [
    {
      kind: 'term',
      label: answer.definition ? t('search.moreFromGlossary') : t('search.fromGlossary'),
    },
    { kind: 'work', label: t('search.works') },
  ];
  return groups.flatMap(({ kind, label }) => {
    const own = read.filter(({ fragment }) => fragment.filters['kind']?.includes(kind));
    const options = own
      .slice(0, mostEntries)
      .map(({ record, fragment }) => toEntryOption(record, fragment, root));
    const leads = kind === 'work' && own.slice(0, 1).some(isCited);
    return options.length > 0 ? [{ kind, label, options, leads }] : [];
  });
}

function toEntryOption(
  record: FoundRecord,
  fragment: Fragment,
  root: URL,
  found: readonly string[] = [],
): HTMLAnchorElement {
  const [path = '', anchor = ''] = fragment.raw_url.slice(1).split('#');
  // A definition and a citation have room to stand whole.
  const excerpt = element(
    'span',
    { class: 'sb-result-text' },
    ...toMarks(fragment, record, lengths.full),
  );
  return toOption(linkTo(root, { path, anchor }, found), fragment.meta['title'] ?? '', [excerpt]);
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

async function fillExcerpt(
  excerpt: HTMLElement,
  found: FoundSection,
  length: number,
): Promise<void> {
  try {
    const fragment = await found.record.result.data();
    excerpt.replaceChildren(...toMarks(fragment, toExcerptSource(found), length));
  } catch {
    // The link leads there without an excerpt, too.
  }
}

function toMarks({ content }: Fragment, source: ExcerptSource, length: number): (Node | string)[] {
  return excerptOf(content, source, length).map(({ text, marked }) =>
    marked ? element('mark', {}, text) : text,
  );
}
