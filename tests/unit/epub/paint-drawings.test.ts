import type { Root } from 'hast';
import { select } from 'hast-util-select';
import { h, s } from 'hastscript';
import { expect, test } from 'vitest';
import { paintDrawings } from '../../../src/lib/epub/paint-drawings.ts';

test('a drawing keeps its colours and lines where an e-reader leaves out the style', () => {
  const root: Root = {
    type: 'root',
    children: [h('div', s('svg.sb-fig', s('path.sb-line'), s('circle.sb-line.sb-tint')))],
  };
  const sheet = `.sb-fig { display: block; fill: none; stroke: #123; }
.sb-fig .sb-line { stroke-width: 3; transform: none; }
.sb-fig .sb-tint, .sb-fig .sb-tint-2 { fill: #eccd7f; stroke: none; }`;
  paintDrawings(root, sheet);
  expect(select('svg', root)?.properties).toMatchObject({ fill: 'none', stroke: '#123' });
  expect(select('path', root)?.properties).toEqual({ className: ['sb-line'], strokeWidth: '3' });
  expect(select('circle', root)?.properties).toMatchObject({ fill: '#eccd7f', strokeWidth: '3' });
});
