import { parseAttributes, parseSvg } from '../../lib/text/html.ts';
import { drawText, toSvg, type Drawing } from './model/chart.ts';
import type { FigureText, Words } from './model/words.ts';

const files = import.meta.glob<string>('./drawings/**/*.svg', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Markup of the symbols that drawings share, by their ids in drawings/people.svg. */
const symbols = new Map(
  [
    ...(files['./drawings/people.svg'] ?? '').matchAll(
      /<symbol id="([\w-]+)">\s*(.*?)\s*<\/symbol>/gs,
    ),
  ].map(([, id = '', body = '']) => [id, body]),
);

/**
 * Reads the drawings of a figure, one for each layout or one for both, from drawings/. A `<text>` is
 * filled with the texts of the figure that it names: `data-title` a heading, `data-lines` the lines below
 * it, `data-label` both; the lines of a label have its name with "More" at the end.
 */
export function readFigureDrawings(text: FigureText): Drawing[] {
  return (['wide', 'narrow', 'only'] as const).flatMap((layout) => {
    const svg = parseSvg(files[`./drawings/${layout}/${text.id}.svg`] ?? '');
    if (!svg) return [];
    const [, , width = 0, height = 0] = (svg.attributes['viewBox'] ?? '').split(' ').map(Number);
    const words = layout === 'only' ? text : text.of[layout];
    const body = placeSymbols(svg.body)
      .replace(/>\s+</g, '><')
      .replace(/<text [^>]*data-[^>]*>/g, (tag) => drawNamedText(tag, words));
    return [{ layout, width, height, body }];
  });
}

/** Returns the markup of a symbol in drawings/people.svg, empty where there is none. */
export function readSymbol(id: string): string {
  return placeSymbols(symbols.get(id) ?? '');
}

/** Replaces each `<use>` with its symbol, so that pages do not load another file. */
function placeSymbols(svg: string): string {
  return svg.replace(/<use ([^>]*)\/>/g, (_, tag: string) => {
    const { href = '', transform } = parseAttributes(tag);
    const body = readSymbol(href.replace(/.*#/, ''));
    return transform === undefined ? body : `<g transform="${transform}">${body}</g>`;
  });
}

/** Draws the texts that a `<text>` tag names: a heading, the lines below it, or both. */
function drawNamedText(tag: string, words: Words): string {
  const {
    'data-label': label = '',
    'data-title': heading = label,
    'data-lines': below = label && `${label}More`,
    'data-leading': ownLeading,
    ...attributes
  } = parseAttributes(tag);
  const title = heading ? words.lines(heading) : [];
  const lines = below ? words.lines(below) : [];
  const leading = Number(ownLeading ?? (title.length > 0 ? 19 : 18));
  const y = Number(attributes['y']) + (title.length > 0 ? leading * title.length + 1 : 0);
  return toSvg([
    ...drawText(title, { ...attributes, class: 'sb-strong' }, leading),
    ...drawText(lines, { ...attributes, y }, leading),
  ]);
}
