import { describe, expect, test } from 'vitest';
import { readDeclared } from '../../src/content-model/build/read-content.ts';
import type { CollectionName } from '../../src/content-model/collections.ts';
import { pages } from '../pages.ts';
import { attribute, readBuiltPage, textOf } from './document.ts';

type Element = ReturnType<typeof readBuiltPage>['elements'][number];

/** Number of data rows, and of works that the figure's table or caption cites. */
const data = [
  { id: 'culture', rows: idsOf('culture'), cites: 1 },
  { id: 'prevalence', rows: idsOf('prevalence'), cites: idsOf('prevalence').length },
  { id: 'evidence-strength', rows: idsOf('effects'), cites: idsOf('effects').length },
];

const words = readDeclared('figureWords', 'src/content');
const built = pages().map((path) => readBuiltPage(path));
const shown = built.map(({ path, elements }) => ({
  path,
  ids: elements.flatMap(
    (element) => /^figure-(.*)/.exec(attribute(element, 'id') ?? '')?.[1] ?? [],
  ),
}));
const figures = [...new Set(shown.flatMap(({ ids }) => ids))].sort();

test('every drawing has a size of its own, so that none fills the window without style', () => {
  const sizeless = built.flatMap(({ path, elements }) =>
    elements
      .filter(({ tagName }) => tagName === 'svg')
      .filter((one) => !attribute(one, 'width') || !attribute(one, 'height'))
      .map((one) => `${path} ${attribute(one, 'class') ?? ''}`),
  );
  expect(sizeless).toEqual([]);
});

test('there are figures, and no page shows one twice', () => {
  expect(figures.length).toBeGreaterThan(0);
  for (const { path, ids } of shown) expect(new Set(ids).size, path).toBe(ids.length);
});

describe.each(figures)('%s', (id) => {
  const inside = within(find(`figure-${id}`));
  const drawings = inside.filter(({ tagName }) => tagName === 'svg');

  test('names and describes each drawing for a person who cannot see it', () => {
    // Decorative drawings are hidden from screen readers.
    const shown = drawings.filter((drawing) => attribute(drawing, 'aria-hidden') !== 'true');
    const hasWords = inside.some(({ tagName }) => ['ol', 'ul', 'table'].includes(tagName));
    expect(shown.length > 0 || hasWords).toBe(true);
    for (const drawing of shown) {
      expect(attribute(drawing, 'role')).toBe('img');
      const name = textOf(find(attribute(drawing, 'aria-labelledby') ?? ''));
      const description = textOf(find(attribute(drawing, 'aria-describedby') ?? ''));
      expect(name.length).toBeGreaterThan(15);
      expect(description.length).toBeGreaterThan(200);
      expect(description).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('has its caption, a paragraph for each that is written', () => {
    const captions = inside.filter(({ tagName }) => tagName === 'figcaption');
    expect(captions.map((caption) => textOf(caption).trim().length > 40)).toEqual([true]);
    const paragraphs = captions.flatMap(within).filter(({ tagName }) => tagName === 'p');
    const written = words
      .find((figure) => figure.id === id)
      ?.data.caption.trim()
      .split(/\n\n+/);
    // The caution has its own paragraph.
    const own = paragraphs.filter((paragraph) => attribute(paragraph, 'class') === undefined);
    expect(own).toHaveLength(written?.length ?? NaN);
  });

  test('is drawn without gradients, filters, pictures, script and inline style', () => {
    const names = drawings.flatMap(within).map(({ tagName }) => tagName);
    const drawn = [
      'svg',
      'title',
      'desc',
      'g',
      'path',
      'rect',
      'circle',
      'ellipse',
      'text',
      'tspan',
    ];
    expect(new Set(names.filter((name) => !drawn.includes(name)))).toEqual(new Set());
    expect(inside.filter((element) => attribute(element, 'style') !== undefined)).toEqual([]);
  });
});

describe.each(data.filter(({ id }) => figures.includes(id)))(
  'the table of $id',
  ({ id, rows, cites }) => {
    const inside = within(find(`figure-${id}`));

    test('has every row of the data, each with a heading', () => {
      const tables = inside.filter(({ tagName }) => tagName === 'table');
      const headings = tables.flatMap(within).filter((cell) => attribute(cell, 'scope') === 'row');
      expect(headings).toHaveLength(rows.length);
      const text = headings.map((heading) => textOf(heading).trim());
      if (id !== 'prevalence') expect(text.sort()).toEqual([...rows].sort());
    });

    test('cites each work once a row, with an anchor to which references link back', () => {
      const links = inside.filter((element) => attribute(element, 'class') === 'sb-cite');
      expect(links).toHaveLength(cites);
      for (const link of links) expect(attribute(link, 'id')).toMatch(/^cite-\d+$/);
    });
  },
);

function idsOf(name: CollectionName): string[] {
  return readDeclared(name, 'src/content').map(({ id }) => id);
}

function find(id: string): Element {
  const element = built
    .flatMap(({ elements }) => elements)
    .find((one) => attribute(one, 'id') === id);
  if (!element) throw new Error(`Nothing has the id "${id}".`);
  return element;
}

function within(element: Element): Element[] {
  const children = element.childNodes.filter((node): node is Element => 'tagName' in node);
  return [element, ...children.flatMap(within)];
}
