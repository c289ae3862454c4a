import { mdxToJs } from 'satteri';
import { expect, test } from 'vitest';
import { scrollableTables } from '../../../src/markdown/plugins.ts';

test('a table stands in a box that can be focused and says what it is', async () => {
  const { code } = await mdxToJs('| Point | For *it* |\n| --- | --- |\n| a | b |\n', {
    hastPlugins: [scrollableTables],
  });
  expect(code).toContain('sb-table');
  expect(code).toMatch(/tabindex"?: "0"/i);
  expect(code).toContain('Table: Point, For it');
  expect(code.match(/sb-table/g)).toHaveLength(1);
});
