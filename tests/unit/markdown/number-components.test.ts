import { mdxToJs } from 'satteri';
import { expect, test } from 'vitest';
import { outlineOf, parsePage } from '../../../src/content-model/model/read-page.ts';
import { numberComponents } from '../../../src/markdown/plugins.ts';

const page = `
import A from './A.astro';

<A one="1">
Text <B two={2} /> and <C /> in a line.

<D>

- deep <E />

</D>
</A>

## Heading <F />

| a | b |
| - | - |
| <G /> | *<H />* |

> <I>quoted <J /></I>

<K /> <L />
`;

test('components are numbered in reading order, as the outline lists them', async () => {
  const { code } = await mdxToJs(page, { mdastPlugins: [numberComponents] });
  const written = [...code.matchAll(/_jsx\w?\((\w+), \{([^{}]*?)\buse: "(\d+)"/g)];
  const order = written
    .map(([, name, , use]) => ({ name, use: Number(use) }))
    .sort((a, b) => a.use - b.use);
  expect(order.map(({ name }) => name)).toEqual([...'ABCDEFGHIJKL']);
  expect(order.map(({ use }) => use)).toEqual(order.map((_, index) => index));
  expect(outlineOf(parsePage(page)).uses.map(({ name }) => name)).toEqual(
    order.map(({ name }) => name),
  );
});

test('each page begins anew', async () => {
  const plugins = { mdastPlugins: [numberComponents] };
  expect((await mdxToJs('<A />', plugins)).code).toContain('use: "0"');
  expect((await mdxToJs('<B />', plugins)).code).toContain('use: "0"');
});
