import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { findProblems } from '../../src/content-model/build/find-problems.ts';
import { readContent, readSurroundings } from '../../src/content-model/build/read-content.ts';
import { type Source, formatProblem } from '../../src/content-model/model/problem.ts';
import { makeMistake, type Mistake } from '../mistakes.ts';

const small = readContent('tests/fixtures/small-site');
const { components } = readSurroundings();
const mistakes = parse(readFileSync('tests/fixtures/mistakes.yaml', 'utf8')) as Mistake[];

const around = {
  components,
  files: new Set(['/ship.svg']),
  address: 'https://harbours.example/guide/',
  today: new Date('2026-06-01'),
};

const check = (sources: Source[]) => findProblems(sources, around).problems.map(formatProblem);

test('the small site has no mistake', () => {
  expect(check(small)).toEqual([]);
});

test('Windows line ends are no mistake', () => {
  const windows = small.map(({ path, text }) => ({ path, text: text.replaceAll('\n', '\r\n') }));
  expect(check(windows)).toEqual([]);
});

/** File, line if there is one, whole sentences, and a hint. */
const wellFormed = /^src\/content\/\S[^:]*(:\d+)?: [A-Z“"<].*[.”]\n {2}\S.*$/s;

test.each(mistakes)('$name', (mistake) => {
  const messages = check(makeMistake(small, mistake));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(wellFormed);
  expect(messages[0]).toMatchSnapshot();
});
