import { z } from 'astro/zod';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { toDraftKind } from '../../../src/cli/draft-entry.ts';
import { findProblems } from '../../../src/content-model/build/find-problems.ts';
import { readContent, readDeclared } from '../../../src/content-model/build/read-content.ts';
import { collections, type Collection } from '../../../src/content-model/collections.ts';
import { lintContent } from '../../../src/content-model/lint/lint-content.ts';
import { formatProblem } from '../../../src/content-model/model/problem.ts';
import { readYaml } from '../../../src/lib/text/read-yaml.ts';

const small = readContent('tests/fixtures/small-site');

/** A collection that only this test declares. */
const recipes: Collection = {
  files: 'recipes/*.yaml',
  shape: 'list',
  schema: z.strictObject({
    id: z.string(),
    title: z.string(),
    course: z.enum(['first', 'second']),
    minutes: z.number(),
    steps: z.array(z.string()).min(1),
  }),
  noun: 'The recipe',
  id: 'id',
  isProse: true,
};
const declared = { ...collections, recipes };
const path = 'src/content/recipes/soups.yaml';
const soup = `- id: leek
  title: Leek soup
  course: first
  minutes: 20
  steps: [Cut the leeks.]
`;

const check = (text: string) => {
  const sources = [...small, { path, text }];
  const { problems, site } = findProblems(sources, undefined, declared);
  return {
    read: site.collections.find(({ name }) => name === 'recipes')?.entries?.map(({ id }) => id),
    mistakes: problems.filter(({ file }) => file === path).map(formatProblem),
    faults: lintContent(site, sources)
      .filter(({ file }) => file === path)
      .map(formatProblem),
  };
};

test('a declared collection is read', () => {
  expect(check(soup)).toEqual({ read: ['leek'], mistakes: [], faults: [] });
});

test('a folder without a declared collection is reported', () => {
  const { problems } = findProblems([...small, { path, text: soup }]);
  expect(problems.map(formatProblem).join('\n')).toContain('Nothing reads this folder.');
});

test('its entries are checked against its schema, and their ids must be unique', () => {
  const { mistakes } = check(`${soup}${soup.replace('minutes: 20', 'minutes: soon')}`);
  expect(mistakes).toEqual([
    `${path}:6: "leek" occurs twice; the first is on line 1.\n  Fix: Rename one of them, or take it out.`,
    `${path}:9: The recipe "leek" has “soon” in "minutes", which is not a number.\n  Fix: Write a number.`,
  ]);
});

test('its prose is checked for house style and for unfinished text', () => {
  const { mistakes, faults } = check(
    soup.replace('Leek soup', 'Gray soup').replace('Cut the leeks.', 'TODO'),
  );
  expect(mistakes.join('\n')).toContain(`${path}:5: `);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(`${path}:2: "Gray" is American spelling.`);
});

test('npm run new drafts an entry of it', () => {
  const kind = toDraftKind('recipes', recipes);
  expect(kind?.prompts.map(([id]) => id)).toEqual(['file', 'id', 'title']);
  const answers = { file: 'soups', id: 'onion', title: 'Onion soup' };
  const draft = kind?.draft(answers, (one) => (one === path ? soup : undefined));
  expect(Object.keys(draft?.files ?? {})).toEqual([path]);
  expect(check(draft?.files[path] ?? '')).toMatchObject({
    read: ['leek', 'onion'],
    mistakes: [],
  });
});

test('a collection without files is empty', () => {
  expect(readDeclared('helplines', 'tests/fixtures/small-site/src/content')).toEqual([]);
  expect(readDeclared('asked', 'tests/fixtures/small-site/src/content').length).toBeGreaterThan(0);
});

test.each([
  'day: 2024-05-01',
  'answer: yes\nother: no\nnothing: ~\nempty:',
  'count: 012\nshare: .25\nhex: 0x1f\nlarge: 1e3',
  '<<: { a: 1 }\nb: "<<"',
  'folded: >-\n  one\n  two\n\nkept: |\n  one\n  two\n',
  '# Only a note.',
])('the fast YAML parser reads %j as the slow one does', (text) => {
  expect(readYaml(text)).toEqual(parse(text));
});
