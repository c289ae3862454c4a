import { parseSvg } from '../lib/text/html.ts';
import { site } from '../site/site.ts';

const files = import.meta.glob<string>('../content/drawings/*.svg', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** A drawing's SVG as in its file; undefined where there is none of that name. */
export function readDrawing(name: string | undefined): string | undefined {
  return files[`../content/drawings/${name ?? ''}.svg`];
}

/** A drawing of src/content/drawings by its name; undefined where there is none. */
export function findDrawing(name: string | undefined) {
  const svg = readDrawing(name);
  return svg === undefined ? undefined : parseSvg(svg);
}

/** Name of the small drawing of a part of the contents, by the part's id; undefined where it has none. */
export function emblemOf(part: string | undefined): string | undefined {
  return site.parts.find(({ id }) => id === part)?.emblem;
}
