import { expect, test } from 'vitest';
import { readReadingOrder } from '../../src/integrations/read-contents.ts';
import { pageText } from './page-text.ts';
import { site } from './sources.ts';

const readingOrder = readReadingOrder();
/** Pages that teach, in reading order. */
const topics = readingOrder.slice(0, readingOrder.indexOf('quiz'));
const pages = new Map(site.pages.map((page) => [page.slug, page]));

/** Slugs that a page's prose links to, its own aside. */
function linksOf(slug: string): Set<string> {
  const links = pages.get(slug)?.outline?.links ?? [];
  const slugs = links.flatMap(({ url }) => /^\/([a-z-]+)\//.exec(url)?.[1] ?? []);
  return new Set(slugs.filter((target) => target !== slug));
}

test('ten topics are taught', () => {
  expect(topics).toHaveLength(10);
});

test.each(topics)('%s has 700 to 1,600 words', (slug) => {
  // Answers to questions are short each; there may be as many as readers ask.
  const most = slug === 'faq' ? 2000 : 1600;
  const words = pageText(slug).match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  expect(words).toBeGreaterThanOrEqual(700);
  expect(words).toBeLessThanOrEqual(most);
});

test.each(topics)('%s leads on to three pages and is reached from two', (slug) => {
  expect(linksOf(slug).size).toBeGreaterThanOrEqual(3);
  const from = readingOrder.filter((other) => linksOf(other).has(slug));
  expect(from.length, `linked from ${from.join(', ')}`).toBeGreaterThanOrEqual(2);
});

test.each(topics)('%s says in short, tests the reader and lists its works', (slug) => {
  const names = pages.get(slug)?.outline?.uses.map(({ name }) => name);
  for (const name of ['KeyPoints', 'Quiz', 'ReferenceList', 'Cite', 'Research'])
    expect(names).toContain(name);
});

test.each(topics.filter((slug) => pages.get(slug)?.frontMatter?.data['plain'] === true))(
  '%s gives something to do today',
  (slug) => {
    expect(pages.get(slug)?.outline?.uses.some(({ name }) => name === 'Try')).toBe(true);
  },
);

test('each answer of the FAQ has 80 to 200 words', () => {
  const answers = (pages.get('faq')?.outline?.sections ?? []).filter(({ text }) =>
    text.endsWith('?'),
  );
  expect(answers.length).toBeGreaterThanOrEqual(8);
  const text = pageText('faq');
  for (const [index, { text: question }] of answers.entries()) {
    const next = answers[index + 1]?.text ?? 'Check your understanding';
    const answer = text.slice(text.indexOf(question) + question.length, text.indexOf(`## ${next}`));
    const words = answer.trim().split(/\s+/).length;
    expect(words, question).toBeGreaterThanOrEqual(80);
    expect(words, question).toBeLessThanOrEqual(200);
  }
});

test('every work of the list is cited', () => {
  const cited = new Set([
    ...site.pages.flatMap(({ outline }) => outline?.citations.flatMap(({ ids }) => ids) ?? []),
    ...(site.myths ?? []).flatMap(({ data }) => data['works'] as string[]),
    ...[...(site.effects ?? []), ...(site.prevalence ?? [])].map(({ data }) =>
      String(data['work']),
    ),
  ]);
  expect(site.references?.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([]);
});
