import { expect, test } from 'vitest';
import { draftKinds } from '../../src/cli/drafts.ts';
import { findProblems } from '../../src/content-model/build/find-problems.ts';
import { readSurroundings } from '../../src/content-model/build/read-content.ts';
import { formatProblem } from '../../src/content-model/model/problem.ts';
import { site, sources } from './sources.ts';

const read = (path: string) => sources.find((source) => source.path === path)?.text;
const [finding] = site.findings ?? [];
const [work] = (finding?.data['works'] ?? []) as string[];
const home = site.pages.find(({ slug }) => read(`src/content/quizzes/${slug}.yaml`));
const heading = home?.outline?.sections.find(({ depth }) => depth === 2);

/** Answers to each kind's prompts that fit the content as it is today. */
const answers: Record<string, Record<string, string>> = {
  page: {
    title: 'A page “nobody” wrote: on naps',
    part: 'with-a-child',
    description: 'How short sleeps by day fit in with feeling safe, and what to do when they fail.',
  },
  question: {
    page: home?.slug ?? '',
    section: heading?.slug ?? '',
    stem: 'What comes first: one thing, or another?',
  },
  term: { term: 'nap nest', short: 'A place where a child naps.' },
  reference: { title: 'Naps and nests in nurseries', author: 'Éclair, Zoë', year: '2001' },
  finding: {
    page: home?.slug ?? '',
    statement: 'Naps are nice: they rest you.',
    works: work ?? '',
  },
  myth: { says: 'Naps: a waste of time.', finding: finding?.id ?? '', page: home?.slug ?? '' },
};

test.each(Object.entries(draftKinds))('a new %s has no mistake', (name, kind) => {
  const { changes, next } = kind.draft(answers[name] ?? {}, read);
  const after = [
    ...sources.filter(({ path }) => !changes.some((change) => change.path === path)),
    ...changes,
  ];
  const { problems } = findProblems(after, readSurroundings());
  expect(problems.map(formatProblem)).toEqual([]);
  expect(next).toMatch(/\w/);
});

test.each([
  ['page', { title: 'Bonding', part: 'with-a-child' }, 'is there already'],
  ['page', { title: 'Naps', part: 'nowhere' }, 'There is no part'],
  ['page', { title: 'Naps', part: 'start', description: 'Short.' }, '6 characters'],
  ['question', { page: 'no-such-page' }, 'There is no page'],
  ['reference', { title: 'A', author: 'B', year: 'soon' }, 'is no year'],
  ['term', { term: '…' }, 'no letter'],
])('%s with %j is refused, and says how to fix it', (name, given, words) => {
  const attempt = () => draftKinds[name]?.draft(given, read);
  expect(attempt).toThrow(words);
  expect(attempt).toThrow('Fix:');
});
