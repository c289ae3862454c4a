import { editDistance } from '../model/correct.ts';
import { isFunctionWord, splitWords } from '../model/words.ts';
import { stemOf } from '../model/lexicon.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { element, linkTo, type Place } from './element.ts';

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
  const glossary = catalogue.pages.find(({ path }) => path === 'glossary/');
  const terms = [...catalogue.terms.values()]
    .map((term) => ({ ...term, distance: distanceTo(term.term, words) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostTerms)
    .map(({ anchor, term }) => ({ path: glossary?.path ?? '', anchor, label: term }));
  const topics = showTopics(catalogue, root);
  if (glossary && terms.length > 0) {
    topics.prepend(
      showChoices('Nearest words in the glossary', terms, root),
      element(
        'p',
        {},
        element('a', { href: linkTo(root, { path: glossary.path, anchor: '' }) }, 'Whole glossary'),
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
