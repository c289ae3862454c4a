import { parseAttributes, parseSvg } from '../../lib/text/html.ts';
import type { Layout } from './model/layout.ts';

const files = import.meta.glob<string>('./drawings/**/*.svg', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** The people and things that several drawings show, by their ids in drawings/people.svg. */
const symbols = new Map(
  [...read('people').body.matchAll(/<symbol id="([\w-]+)">(.*?)<\/symbol>/gs)].map(
    ([, id = '', body = '']) => [id, body],
  ),
);

/** A drawing of a figure in one layout. */
export interface FigureDrawing {
  width: number;
  height: number;
  /** What is in it, in order: markup, or the attributes of an element that gets words. */
  parts: (string | Record<string, string>)[];
}

/**
 * The drawing of a figure, from its file in drawings/. Where a `<text>` names words of the figure, in
 * `data-title` (a heading), `data-lines` or `data-label` (both), the words are set there.
 * @param curves paths for the places that the file leaves open, such as `d="{{adult}}"`.
 */
export function readFigureDrawing(
  id: string,
  layout: Layout,
  curves: Record<string, string> = {},
): FigureDrawing {
  const { attributes, body } = read(`${layout}/${id}`);
  const [, , width = 0, height = 0] = (attributes['viewBox'] ?? '').split(' ').map(Number);
  const drawn = placeSymbols(body)
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => curves[name] ?? '')
    .replace(/>\s+</g, '><');
  const parts = drawn
    .split(/(<text [^>]*data-[^>]*>)/)
    .map((part, at) => (at % 2 === 1 ? parseAttributes(part) : part));
  return { width, height, parts };
}

/** Puts symbols in the place of each `<use>`: pages hold every drawing whole, and need no other file. */
function placeSymbols(svg: string): string {
  return svg.replace(/<use ([^>]*)\/>/g, (_, tag: string) => {
    const { href = '', transform } = parseAttributes(tag);
    const body = placeSymbols(symbols.get(href.replace(/.*#/, '')) ?? '').trim();
    return transform === undefined ? body : `<g transform="${transform}">${body}</g>`;
  });
}

function read(name: string) {
  const drawing = parseSvg(files[`./drawings/${name}.svg`] ?? '');
  if (!drawing) throw new Error(`There is no drawing src/features/figures/drawings/${name}.svg.`);
  return drawing;
}
