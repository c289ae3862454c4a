import { expect, test } from 'vitest';
import { findProblems } from '../../src/integrations/content-checks.ts';
import { formatProblem } from '../../src/lib/content/problem.ts';
import { sources } from './sources.ts';

const file = 'src/content/quizzes/attunement.yaml';

test.each<[string, string, string, RegExp]>([
  [
    'an unknown kind',
    'kind: order',
    'kind: ordre',
    /:\d+: Question "sterns-steps-in-order" .*"ordre".*\n.*order/,
  ],
  [
    'an unknown section',
    'section: sterns-three-steps',
    'section: sterns-steps',
    /"sterns-steps".*\n.*sterns-three-steps/,
  ],
  [
    'an unknown work',
    'stern1985affect]',
    'stern1986affect]',
    /"stern1986affect".*\n.*stern1985affect/,
  ],
  ['a field that no schema knows', 'kind: order', 'kind: order\n    points: 3', /points/],
])(
  'a quiz with %s stops the build with one message',
  (_, from, to, said) => {
    const spoilt = sources.map(({ path, text }) => ({
      path,
      text: path === file ? text.replace(from, to) : text,
    }));
    const problems = findProblems(spoilt)
      .problems.filter((problem) => problem.file === file)
      .map(formatProblem);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(said);
    expect(problems[0]).toMatch(/^src\/content\/quizzes\/attunement\.yaml:\d+: /);
  },
  60_000,
);
