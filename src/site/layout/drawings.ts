import { site } from '../site.ts';

const files = import.meta.glob<string>('../../content/drawings/*.svg', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** A drawing, ready to stand in a page. */
export interface DrawingSource {
  viewBox: string;
  /** What stands in its `<svg>`. */
  body: string;
}

/** A drawing of src/content/drawings by its name; undefined where there is none. */
export function findDrawing(name: string | undefined): DrawingSource | undefined {
  const svg = files[`../../content/drawings/${name ?? ''}.svg`];
  const [, tag = '', body = ''] = /<svg([^>]*)>(.*)<\/svg>/s.exec(svg ?? '') ?? [];
  const viewBox = /\bviewBox="([^"]*)"/.exec(tag)?.[1];
  return viewBox === undefined ? undefined : { viewBox, body: body.trim() };
}

/** What a part's emblem is drawn with: its name, and how it looks. */
export function emblemOf(part: string | undefined) {
  const name = site.parts.find(({ id }) => id === part)?.emblem;
  return { name, class: 'sb-drawing sb-emblem', 'aria-hidden': 'true' } as const;
}
