import type { Root } from 'hast';
import { select } from 'hast-util-select';
import { h, s } from 'hastscript';
import { expect, test } from 'vitest';
import { flattenCss, paintDrawings } from '../../../src/features/editions/model/figure-style.ts';

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

test('a drawing keeps its colours and lines where an e-reader leaves out the style', () => {
  const root: Root = {
    type: 'root',
    children: [h('div', s('svg.sb-fig', s('path.sb-line'), s('circle.sb-line.sb-tint')))],
  };
  const painted = `.sb-fig { display: block; fill: none; stroke: #123; }
.sb-fig .sb-line { stroke-width: 3; transform: none; }
.sb-fig .sb-tint, .sb-fig .sb-tint-2 { fill: #eccd7f; stroke: none; }`;
  paintDrawings(root, painted);
  expect(select('svg', root)?.properties).toMatchObject({ fill: 'none', stroke: '#123' });
  expect(select('path', root)?.properties).toEqual({ className: ['sb-line'], strokeWidth: '3' });
  expect(select('circle', root)?.properties).toMatchObject({ fill: '#eccd7f', strokeWidth: '3' });
});
