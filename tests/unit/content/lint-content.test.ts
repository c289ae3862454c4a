import { expect, test } from 'vitest';
import { readContent } from '../../../src/content-model/build/read-content.ts';
import { readSite } from '../../../src/content-model/check/read-site.ts';
import { lintContent } from '../../../src/content-model/lint/lint-content.ts';
import { formatProblem } from '../../../src/content-model/model/problem.ts';

const small = readContent('tests/fixtures/small-site');

/** First lines of the faults in the small site, with texts replaced or files added. */
function faults(changes: Record<string, (text: string) => string> = {}): string[] {
  const known = new Set(small.map(({ path }) => path));
  const sources = [
    ...small.map(({ path, text }) => ({ path, text: changes[path]?.(text) ?? text })),
    ...Object.entries(changes)
      .filter(([path]) => !known.has(path))
      .map(([path, write]) => ({ path, text: write('') })),
  ];
  return lintContent(readSite(sources).site, sources).map(
    (problem) => formatProblem(problem).split('\n')[0] ?? '',
  );
}

const page = 'src/content/docs/harbours.mdx';
const quiz = 'src/content/quizzes/harbours.yaml';
const usual = faults();

/** Faults that a change adds. */
function added(changes: Record<string, (text: string) => string>): string[] {
  return faults(changes).filter(
    (fault) => !usual.includes(fault) && !/The page has \d+ words/.test(fault),
  );
}

test('topic pages are checked for length, links and components; other pages are not', () => {
  expect(usual).toEqual([
    `${page}: The page has 42 words.`,
    `${page}: The page links to 1 page.`,
    `${page}: The page has no <Try>.`,
    `${quiz}: The quiz has 2 questions.`,
    `${quiz}:17: The question "when-to-wait" names no work.`,
  ]);
  const long = faults({ [page]: (text) => `${text}\n${'word '.repeat(2400)}\n` });
  expect(long).toContain(`${page}: The page has 2442 words.`);
});

test.each([
  ['An avoidant person sails alone.', '"avoidant person" labels a person.'],
  ['The behavior of ships.', '"behavior" is American spelling.'],
  ['Ships sail!', '"!" is an exclamation mark.'],
  [`A ship ${'sails on '.repeat(15)}.`, 'The sentence "A ship sails on sails …" has 32 words.'],
  [
    'Over 13 harbours <Cite id="quay2010pooled" />.',
    'The number 13 is in no record of quay2010pooled: “Over 13 harbours.”',
  ],
])('%s', (sentence, message) => {
  expect(added({ [page]: (text) => text.replace('See also', `${sentence}\nSee also`) })).toEqual([
    `${page}:34: ${message}`,
  ]);
});

test('straight quotes are reported in data, where no Markdown processor converts them', () => {
  const found = (text: string) => text.replace('came back early', "didn't sink");
  expect(added({ 'src/content/evidence.yaml': found })).toEqual([
    'src/content/evidence.yaml:2: "\'" is a straight quote.',
  ]);
  expect(added({ [page]: (text) => text.replace('See also', "The ship's.\nSee also") })).toEqual(
    [],
  );
});

test('an exception suppresses a fault, and one without effect is reported', () => {
  const exceptions = (found: string) => () =>
    `- file: ${page}\n  rule: american\n  found: ${found}\n  reason: It is a name.\n`;
  const changes = { [page]: (text: string) => text.replace('See also', 'Center.\nSee also') };
  expect(added({ ...changes, 'src/content/exceptions.yaml': exceptions('Center') })).toEqual([]);
  expect(added({ 'src/content/exceptions.yaml': exceptions('Center') })).toEqual([
    'src/content/exceptions.yaml:1: The exception for “Center” is not needed.',
  ]);
});

test('many faults of one kind in a file are counted, not listed', () => {
  const many = (text: string) => text.replace('See also', `${'Go!\n'.repeat(8)}See also`);
  expect(added({ [page]: many })).toHaveLength(4);
  expect(added({ [page]: many }).at(-1)).toBe(
    `${page}:37: There are 5 more of this kind from here on.`,
  );
});

test('a quiz whose answers can be guessed is reported', () => {
  const question = (index: number) =>
    [
      `  - id: q-${String(index)}`,
      '    kind: one',
      '    stem: Which?',
      '    section: leaving',
      '    references: [moor2001harbours]',
      '    choices:',
      '      - { text: The long right one, correct: true, feedback: Yes. }',
      '      - { text: Short, feedback: No. }',
      '      - { text: Short too, feedback: No. }',
    ].join('\n');
  const questions = Array.from({ length: 6 }, (_, index) => question(index)).join('\n');
  const text = `title: Harbours\npage: harbours\nquestions:\n${questions}\n`;
  expect(added({ [quiz]: () => text })).toEqual([
    `${quiz}: In 6 of 6 questions the right answer is in place 1.`,
    `${quiz}: In 6 of 6 questions the right answer is the longest.`,
  ]);
  const lax = text.replace('Which?', 'Choose one.').replace('[moor2001harbours]', '[]');
  expect(added({ [quiz]: () => lax }).slice(2)).toEqual([
    `${quiz}:4: The question "q-0" names no work.`,
    `${quiz}:6: The question "q-0" says how to answer it.`,
  ]);
});

test('a quiz that no page shows is reported', () => {
  expect(added({ [page]: (text) => text.replace('<Quiz id="harbours" />', '') })).toContain(
    `${quiz}: No page shows the quiz "harbours".`,
  );
});

test('synonyms for stop words, and with words that are on no page, are reported', () => {
  const synonyms = 'src/content/synonyms.yaml';
  expect(
    added({
      [synonyms]: (text) =>
        text
          .replace('words: [gale]', 'words: [the, gale]')
          .replace('to: [storm]', 'to: [xylophone]'),
    }),
  ).toEqual([
    `${synonyms}:4: "the" is a stop word, which would change the results of most searches.`,
    `${synonyms}:5: "xylophone" is on no page, so the synonym finds nothing.`,
  ]);
});
