import { parseAttributes, parseSvg } from '../../lib/text/html.ts';
import { setLines, toSvg, type Drawing } from './model/chart.ts';
import type { FigureText, Words } from './model/words.ts';

const files = import.meta.glob<string>('./drawings/**/*.svg', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** The people and things that several drawings show, by their ids in drawings/people.svg. */
const symbols = new Map(
  [
    ...(files['./drawings/people.svg'] ?? '').matchAll(
      /<symbol id="([\w-]+)">\s*(.*?)\s*<\/symbol>/gs,
    ),
  ].map(([, id = '', body = '']) => [id, body]),
);

/**
 * The drawings of a figure, one for each layout or one for both, from its files in drawings/. Where a
 * `<text>` names words of the figure, they are set there: `data-title` a heading, `data-lines` what is
 * below it, and `data-label` both, the second by the same name with "More" at its end.
 */
export function readFigureDrawings(text: FigureText): Drawing[] {
  return (['wide', 'narrow', 'only'] as const).flatMap((layout) => {
    const svg = parseSvg(files[`./drawings/${layout}/${text.id}.svg`] ?? '');
    if (!svg) return [];
    const [, , width = 0, height = 0] = (svg.attributes['viewBox'] ?? '').split(' ').map(Number);
    const words = layout === 'only' ? text : text.of[layout];
    const body = placeSymbols(svg.body)
      .replace(/>\s+</g, '><')
      .replace(/<text [^>]*data-[^>]*>/g, (tag) => setWords(tag, words));
    return [{ layout, width, height, body }];
  });
}

/** What a symbol of drawings/people.svg shows. */
export function readSymbol(id: string): string {
  return placeSymbols(symbols.get(id) ?? '');
}

/** Puts symbols in the place of each `<use>`: pages hold every drawing whole, and need no other file. */
function placeSymbols(svg: string): string {
  return svg.replace(/<use ([^>]*)\/>/g, (_, tag: string) => {
    const { href = '', transform } = parseAttributes(tag);
    const body = readSymbol(href.replace(/.*#/, ''));
    return transform === undefined ? body : `<g transform="${transform}">${body}</g>`;
  });
}

/** An element of a drawing with the words that it names: a heading, the lines below it, or both. */
function setWords(tag: string, words: Words): string {
  const {
    'data-label': label = '',
    'data-title': heading = label,
    'data-lines': below = label && `${label}More`,
    'data-leading': given,
    ...look
  } = parseAttributes(tag);
  const title = heading ? words.lines(heading) : [];
  const lines = below ? words.lines(below) : [];
  const leading = Number(given ?? (title.length > 0 ? 19 : 18));
  const y = Number(look['y']) + (title.length > 0 ? leading * title.length + 1 : 0);
  return toSvg([
    ...setLines(title, { ...look, class: 'sb-strong' }, leading),
    ...setLines(lines, { ...look, y }, leading),
  ]);
}
