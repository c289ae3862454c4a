import { t } from '../../../lib/i18n/t.ts';
import { site } from '../../../site/site.ts';
import { element } from '../../reading/client/dom.ts';
import { linkTo, type Place } from './element.ts';
import { applyCorrections, editDistance, type Correction } from '../model/correct.ts';
import { isFunctionWord, splitWords, stemOf } from '../model/words.ts';

import type { Catalogue } from '../model/catalogue.ts';

/** For authors alone: only the development server shows it. */
const needsBuild = 'Here search reads the last build, and there is none. Fix: npm run build, once.';

/**
 * What is offered in place of results: the contents of the page and, where files did not arrive,
 * another try. Without `retry` the fault is the search's own, and would only come again.
 */
export function showFailure(root: URL, retry?: () => void): HTMLElement {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.sb-contents a')];
  const items = links.map(({ href, textContent }) =>
    element('li', {}, element('a', { href }, textContent.trim())),
  );
  const index = linkTo(root, { path: `${site.pages.search}/`, anchor: '' });
  const whyNotLoaded = import.meta.env.DEV ? needsBuild : t('search.whyNotLoaded');
  const reason = retry ? whyNotLoaded : t('search.whyFailed');
  const why = element('span', {}, reason);
  if (retry) void tellIfRefused(root, why);
  return element(
    'div',
    { class: 'sb-search-failure' },
    element(
      'p',
      {},
      why,
      ` ${t('search.topicsHere')} `,
      element('a', { href: index }, t('search.topicIndex')),
    ),
    ...(retry ? [element('p', {}, toButton(retry))] : []),
    element('ul', { role: 'list' }, ...items),
  );
}

/** Some servers, such as IIS, answer files of types that they do not know with an error. */
async function tellIfRefused(root: URL, why: HTMLElement): Promise<void> {
  const language: string = site.language;
  const file = new URL(`pagefind/wasm.${language.toLowerCase()}.pagefind`, root);
  const status = await fetch(file, { method: 'HEAD' }).then(
    (response) => response.status,
    () => 0,
  );
  if (status === 403 || status === 404) {
    why.textContent = t('search.refused');
  }
}

function toButton(retry: () => void): HTMLElement {
  const again = element('button', { type: 'button', class: 'sb-search-retry' }, t('search.again'));
  again.addEventListener('click', retry);
  return again;
}

/** What was searched in place of what was typed, with a way back to the letter. */
export function showCorrections(
  typed: string,
  corrections: readonly Correction[],
  searchExactly: () => void,
): Node[] {
  if (corrections.length === 0) return [];
  const meant = applyCorrections(typed.trim(), corrections);
  const back = element('button', { type: 'button', class: 'sb-search-exact' }, typed.trim());
  back.addEventListener('click', searchExactly);
  return [
    document.createTextNode(`${t('search.showing')} `),
    element('strong', {}, meant),
    document.createTextNode(`. ${t('search.instead')} `),
    back,
  ];
}

/** Says that the guide has no answer, and where to turn about health or safety. */
export function showGap(root: URL): Node[] {
  const said = document.createTextNode(`${t('search.notCovered')} `);
  const help: string | undefined = site.links.help;
  if (help === undefined) return [said];
  const [path = '', anchor = ''] = help.slice(1).split('#');
  return [
    said,
    document.createTextNode(`${t('search.aboutHealth')} `),
    element('a', { href: linkTo(root, { path, anchor }) }, t('search.whereToTurn')),
    document.createTextNode('. '),
  ];
}

/** How many results of each kind there are, in words, for the live region. */
export function formatCount(count: Record<'page' | 'term' | 'work', number>): string {
  const said = [
    count.page > 0 && t('search.count.page', { count: count.page }),
    count.term > 0 && t('search.count.term', { count: count.term }),
    count.work > 0 && t('search.count.work', { count: count.work }),
  ].filter((one) => one !== false);
  return said.length > 0 ? said.join(', ') : t('search.nothing');
}

/** Most glossary terms that are offered when nothing fits. */
const mostTerms = 6;

interface Choice extends Place {
  label: string;
}

/** The pages about the subject, by part. */
export function showTopics({ parts, pages }: Catalogue, root: URL): HTMLElement {
  const lists = parts.flatMap((part, index) => {
    const own = pages.filter((page) => page.part === index && !page.aside);
    const choices = own.map(({ path, title }) => ({ path, anchor: '', label: title }));
    return choices.length > 0 ? [showChoices(part, choices, root)] : [];
  });
  return element('div', { class: 'sb-search-topics' }, ...lists);
}

/** What comes nearest when nothing fits: glossary terms like the words, then the topics. */
export function showNearest(
  words: readonly string[],
  catalogue: Catalogue,
  root: URL,
): HTMLElement {
  const glossary = catalogue.pages.find(({ path }) => path === `${site.pages.glossary ?? ''}/`);
  const terms = [...catalogue.terms.values()]
    .map((term) => ({ ...term, distance: distanceTo(term.term, words) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostTerms)
    .map(({ anchor, term }) => ({ path: glossary?.path ?? '', anchor, label: term }));
  const topics = showTopics(catalogue, root);
  if (glossary && terms.length > 0) {
    topics.prepend(
      showChoices(t('search.nearestTerms'), terms, root),
      element(
        'p',
        {},
        element(
          'a',
          { href: linkTo(root, { path: glossary.path, anchor: '' }) },
          t('search.wholeGlossary'),
        ),
      ),
    );
  }
  return topics;
}

function showChoices(label: string, choices: readonly Choice[], root: URL): HTMLElement {
  const items = choices.map((choice) =>
    element('li', {}, element('a', { href: linkTo(root, choice) }, choice.label)),
  );
  return element(
    'section',
    {},
    element('h2', { class: 'sb-label' }, label),
    element('ul', { role: 'list' }, ...items),
  );
}

/** How far the nearest word of a term is from the nearest word of the query, by its length. */
function distanceTo(term: string, words: readonly string[]): number {
  const content = words.filter((word) => !isFunctionWord(word)).map(stemOf);
  const distances = splitWords(term).flatMap((one) =>
    content.map((word) => editDistance(stemOf(one), word) / Math.max(one.length, word.length)),
  );
  return Math.min(1, ...distances);
}
