import { site } from '../site/site.ts';

const files = import.meta.glob<string>('../content/drawings/*.svg', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** A drawing, ready to be put in a page. */
export interface DrawingSource {
  /** Attributes of its `<svg>`, such as `viewBox`. */
  attributes: Record<string, string>;
  /** What is in its `<svg>`. */
  body: string;
}

/** A drawing's SVG as in its file; undefined where there is none of that name. */
export function readDrawing(name: string | undefined): string | undefined {
  return files[`../content/drawings/${name ?? ''}.svg`];
}

/** A drawing of src/content/drawings by its name; undefined where there is none. */
export function findDrawing(name: string | undefined): DrawingSource | undefined {
  const [, tag, body = ''] = /<svg([^>]*)>(.*)<\/svg>/s.exec(readDrawing(name) ?? '') ?? [];
  if (tag === undefined) return undefined;
  const all = [...tag.matchAll(/([\w-]+)="([^"]*)"/g)];
  const attributes = Object.fromEntries(all.map(([, key = '', value = '']) => [key, value]));
  // Pages are HTML, which needs no namespace.
  delete attributes['xmlns'];
  return { attributes, body: body.trim() };
}

/** Name of the small drawing of a part of the contents, by the part's id; undefined where it has none. */
export function emblemOf(part: string | undefined): string | undefined {
  return site.parts.find(({ id }) => id === part)?.emblem;
}
