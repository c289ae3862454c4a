import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatProblem } from '../../src/lib/content/problem.ts';
import { collectProse } from '../../src/lib/content/prose/collect-prose.ts';
import { lintProse } from '../../src/lib/content/prose/lint-prose.ts';
import { site, sources } from './sources.ts';

/** Words that may break a rule, and why. */
interface Exception {
  file: string;
  rule: string;
  /** As the fault gives them. */
  found: string;
  reason: string;
}

const exceptions = parse(
  readFileSync('tests/content/prose-exceptions.yaml', 'utf8'),
) as Exception[];

const prose = collectProse(site, sources);
const faults = prose.flatMap((piece) =>
  lintProse(piece.text).map((fault) => ({ ...fault, file: piece.file, line: piece.line })),
);

const files = [...new Set(prose.map(({ file }) => file))].sort();

test.each(files)('%s is written as we write', (file) => {
  const open = faults.filter(
    (fault) =>
      fault.file === file &&
      !exceptions.some(
        (known) => known.file === file && known.rule === fault.rule && known.found === fault.found,
      ),
  );
  expect(open.map(formatProblem)).toEqual([]);
});

test('every exception still excuses something', () => {
  const idle = exceptions.filter(
    ({ file, rule, found }) =>
      !faults.some((fault) => fault.file === file && fault.rule === rule && fault.found === found),
  );
  expect(idle).toEqual([]);
});
