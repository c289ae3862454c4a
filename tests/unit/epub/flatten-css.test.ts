import { expect, test } from 'vitest';
import { flattenCss } from '../../../src/lib/epub/flatten-css.ts';

const sheet = `
@layer a, b;
@layer a { :root { --ink: light-dark(#111, #eee); --line: var(--ink); } }
@layer b {
  .sb-fig { stroke: var(--line); }
  .sb-fig .sb-x { fill: light-dark(red, blue); }
  .other { color: red; }
  @media print { .sb-fig { stroke: black; } }
  @container (width < 3em) { .sb-fig .sb-x { fill: none; } }
}`;

test('keeps the rules of a selector, with plain light values and without conditions', () => {
  expect(flattenCss(sheet, '.sb-fig').replace(/\s+/g, ' ')).toBe(
    '.sb-fig { stroke: #111; } .sb-fig .sb-x { fill: red; }',
  );
});
