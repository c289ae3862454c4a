import { parseSvg } from '../lib/text/html.ts';
import { site } from '../site/site.ts';

const files = import.meta.glob<string>('../content/drawings/*.svg', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** The SVG source of a drawing; undefined if there is none with that name. */
export function readDrawing(name: string | undefined): string | undefined {
  return files[`../content/drawings/${name ?? ''}.svg`];
}

/** The attributes and content of a drawing's `<svg>`; undefined if there is none with that name. */
export function findDrawing(name: string | undefined) {
  const svg = readDrawing(name);
  return svg === undefined ? undefined : parseSvg(svg);
}

/** Name of the drawing of a part of the contents; undefined if it has none. */
export function emblemOf(part: string | undefined): string | undefined {
  return site.parts.find(({ id }) => id === part)?.emblem;
}
