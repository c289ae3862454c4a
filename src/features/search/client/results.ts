import { t } from '../../../lib/i18n/t.ts';
import { foundParameter, maxFound } from '../../../lib/url/page-path.ts';
import { site } from '../../../site/site.ts';
import { element, toButton } from '../../../lib/dom.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { applyCorrections, editDistance } from '../model/correct.ts';
import { excerptOf, lengths, type ExcerptSource } from '../model/excerpt.ts';
import { isCitationOf } from '../model/rank.ts';
import { isFunctionWord, splitWords, stemOf } from '../model/words.ts';
import type { Fragment } from './library.ts';
import type { Answer, FoundPage, FoundDocument, FoundSection } from './searcher.ts';

/** A group of results with its heading; the heading of the pages is empty. */
export interface ResultGroup {
  kind: 'page' | 'term' | 'work';
  label: string;
  options: HTMLAnchorElement[];
  /** Whether it is shown before the pages: a work that the query cites by author and year. */
  leads?: boolean;
}

/** Returns at most `most` sections to show: all of the first page, one of each other page. */
export function listSections(pages: readonly FoundPage[], most: number): FoundSection[] {
  return pages
    .flatMap(({ sections }, index) => (index === 0 ? sections : sections.slice(0, 1)))
    .slice(0, most);
}

/** Makes links to sections; each loads its excerpt when visible. The first excerpt is long, the others brief. */
export function showSections(
  label: string,
  sections: readonly FoundSection[],
  root: URL,
): ResultGroup {
  const options = sections.map((found, index) => {
    const { anchor, heading, page } = found.section;
    const excerpt = element('span', { class: 'sb-result-text' });
    const context = element('span', { class: 'sb-result-page' }, page.title);
    const href = linkTo(root, page.path, anchor, found.matched);
    const option = toOption(href, heading, anchor === '' ? [excerpt] : [context, excerpt]);
    whenSeen(option, async () => {
      // The link works without an excerpt, too.
      const fragment = await found.result.data().catch(() => undefined);
      const length = index === 0 ? lengths.full : lengths.brief;
      if (fragment) excerpt.replaceChildren(...toMarks(fragment, found, length));
    });
    return option;
  });
  return { kind: 'page', label, options };
}

/** Makes the result for the glossary entry that a query asks for; loads its text first. */
export async function showDefinition({ definition }: Answer, root: URL): Promise<ResultGroup> {
  const fragment = await definition?.result.data().catch(() => undefined);
  const options =
    definition && fragment ? [toEntryOption(definition, fragment, root, definition.matched)] : [];
  return { kind: 'term', label: t('search.fromGlossary'), options };
}

/** Maximum number of terms shown besides a definition, and of works. */
const mostEntries = 3;

/** Makes the groups of terms and of works of an answer; loads their texts first. */
export async function showEntries(answer: Answer, root: URL): Promise<ResultGroup[]> {
  const entries = answer.entries.filter(({ id }) => id !== answer.definition?.id);
  const settled = await Promise.allSettled(
    entries.map(async (entry) => ({ entry, fragment: await entry.result.data() })),
  );
  const read = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const isCited = ({ fragment }: (typeof read)[0]) =>
    isCitationOf(answer.words, fragment.meta['title'] ?? '');
  read.sort((a, b) => Number(isCited(b)) - Number(isCited(a)));
  const toGroup = (kind: 'term' | 'work', label: string): ResultGroup => {
    const own = read.filter(({ fragment }) => fragment.filters['kind']?.includes(kind));
    const options = own
      .slice(0, mostEntries)
      .map(({ entry, fragment }) => toEntryOption(entry, fragment, root));
    return { kind, label, options, leads: kind === 'work' && own.slice(0, 1).some(isCited) };
  };
  return [
    toGroup('term', answer.definition ? t('search.moreFromGlossary') : t('search.fromGlossary')),
    toGroup('work', t('search.works')),
  ];
}

function toEntryOption(
  entry: FoundDocument,
  fragment: Fragment,
  root: URL,
  found: readonly string[] = [],
): HTMLAnchorElement {
  const [path = '', anchor] = fragment.raw_url.slice(1).split('#');
  // A definition or citation is shown whole.
  const text = toMarks(fragment, entry, lengths.full);
  return toOption(linkTo(root, path, anchor, found), fragment.meta['title'] ?? '', [
    element('span', { class: 'sb-result-text' }, ...text),
  ]);
}

function toOption(href: string, title: string, more: Node[]): HTMLAnchorElement {
  const name = element('span', { class: 'sb-result-title' }, title);
  return element('a', { class: 'sb-result', href, role: 'option', tabindex: '-1' }, name, ...more);
}

/** Calls `act` once an element is in the viewport, so that excerpts out of view are not loaded. */
function whenSeen(seen: Element, act: () => Promise<void>): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    void act();
  });
  observer.observe(seen);
}

function toMarks({ content }: Fragment, source: ExcerptSource, length: number): (Node | string)[] {
  return excerptOf(content, source, length).map(({ text, marked }) =>
    marked ? element('mark', {}, text) : text,
  );
}

/** Formats the number of results of each kind, for the live region. */
export function formatCount(groups: readonly ResultGroup[]): string {
  const counts = { page: 0, term: 0, work: 0 };
  for (const { kind, options } of groups) counts[kind] += options.length;
  const { page, term, work } = counts;
  const said = [
    page > 0 ? t('search.count.page', { count: page }) : '',
    term > 0 ? t('search.count.term', { count: term }) : '',
    work > 0 ? t('search.count.work', { count: work }) : '',
  ];
  return said.filter(Boolean).join(', ') || t('search.nothing');
}

/** Shows the corrected query, with a button that searches for the query as typed. */
export function showCorrections(
  typed: string,
  { corrections }: Answer,
  searchExactly: () => void,
): (Node | string)[] {
  if (corrections.length === 0) return [];
  return [
    `${t('search.showing')} `,
    element('strong', {}, applyCorrections(typed.trim(), corrections)),
    `. ${t('search.instead')} `,
    toButton(typed.trim(), searchExactly, 'sb-search-exact'),
  ];
}

/** Says that the guide does not cover a query, and links to help if it does not or if things may be hard. */
export function showNotes({ isCovered, mayNeedHelp, pages }: Answer, root: URL): (Node | string)[] {
  const isGap = !isCovered && pages.length > 0;
  const said = isGap ? [`${t('search.notCovered')} `] : [];
  const help: string | undefined = site.links.help;
  if (help === undefined || !(isGap || mayNeedHelp)) return said;
  const [path = '', anchor] = help.slice(1).split('#');
  const link = toLink(linkTo(root, path, anchor), t('search.whereToTurn'));
  const about = mayNeedHelp ? t('search.ifHard') : t('search.aboutHealth');
  return [...said, `${about} `, link, '. '];
}

/** Shown to authors, by the development server only. */
const needsBuild = 'Here search reads the last build, and there is none. Fix: npm run build, once.';

/**
 * Shows links to the site's contents in place of results and, if files failed to load, a button to retry. Without
 * `retry`, the cause is an error in search itself, which would only recur.
 */
export function showFailure(root: URL, retry?: () => void): HTMLElement {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.sb-contents a')];
  const whyNotLoaded = import.meta.env.DEV ? needsBuild : t('search.whyNotLoaded');
  const why = element('span', {}, retry ? whyNotLoaded : t('search.whyFailed'));
  if (retry) void explainIfRefused(root, why);
  const index = toLink(linkTo(root, `${site.pages.search}/`), t('search.topicIndex'));
  return element(
    'div',
    { class: 'sb-search-failure' },
    element('p', {}, why, ` ${t('search.topicsHere')} `, index),
    ...(retry ? [element('p', {}, toButton(t('search.again'), retry))] : []),
    toList(links.map(({ href, textContent }) => toLink(href, textContent.trim()))),
  );
}

/** Explains the failure if the server refuses files of unknown types, as IIS does. */
async function explainIfRefused(root: URL, why: HTMLElement): Promise<void> {
  const language: string = site.language;
  const file = new URL(`pagefind/wasm.${language.toLowerCase()}.pagefind`, root);
  const response = await fetch(file, { method: 'HEAD' }).catch(() => undefined);
  if (response?.status === 403 || response?.status === 404) why.textContent = t('search.refused');
}

/** Lists the pages about the subject, by part. */
export function showTopics({ parts, pages }: Catalogue, root: URL): HTMLElement {
  const lists = parts.flatMap((part, index) => {
    const own = pages.filter((page) => page.part === index && !page.aside);
    const links = own.map(({ path, title }) => toLink(linkTo(root, path), title));
    return links.length > 0 ? [toChoices(part, links)] : [];
  });
  return element('div', { class: 'sb-search-topics' }, ...lists);
}

/** Maximum number of glossary terms shown without results. */
const mostTerms = 6;

/** Shows alternatives when there are no results: the glossary terms nearest to the query, then the topics. */
export function showNearest(
  words: readonly string[],
  catalogue: Catalogue,
  root: URL,
): HTMLElement {
  const path = `${site.pages.glossary ?? ''}/`;
  const nearest = [...catalogue.terms.values()]
    .map((term) => ({ ...term, distance: distanceTo(term.term, words) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostTerms)
    .map(({ anchor, term }) => toLink(linkTo(root, path, anchor), term));
  const topics = showTopics(catalogue, root);
  if (nearest.length > 0 && catalogue.pages.some((page) => page.path === path)) {
    const whole = toLink(linkTo(root, path), t('search.wholeGlossary'));
    topics.prepend(toChoices(t('search.nearestTerms'), nearest), element('p', {}, whole));
  }
  return topics;
}

/** Minimum edit distance between a word of a term and one of the query, as a share of the longer one, 0–1. */
function distanceTo(term: string, words: readonly string[]): number {
  const content = words.filter((word) => !isFunctionWord(word)).map(stemOf);
  const distances = splitWords(term).flatMap((one) =>
    content.map((word) => editDistance(stemOf(one), word) / Math.max(one.length, word.length)),
  );
  return Math.min(1, ...distances);
}

function toChoices(label: string, links: readonly Node[]): HTMLElement {
  return element('section', {}, element('h2', { class: 'sb-label' }, label), toList(links));
}

function toList(links: readonly Node[]): HTMLElement {
  return element('ul', { role: 'list' }, ...links.map((link) => element('li', {}, link)));
}

function toLink(href: string, label: string): HTMLAnchorElement {
  return element('a', { href }, label);
}

/**
 * Makes the URL of a place on the site from the path of its page, such as "faq/", an anchor, and the words to mark
 * there. In the double-click edition (`file:`), it names the page's file.
 */
export function linkTo(
  root: URL,
  path: string,
  anchor = '',
  found: readonly string[] = [],
): string {
  const url = new URL(root.protocol === 'file:' ? `${path}index.html` : path, root);
  const phrases = [...new Set(found)].slice(0, maxFound);
  if (phrases.length > 0) url.searchParams.set(foundParameter, phrases.join(','));
  url.hash = anchor;
  return url.href;
}
