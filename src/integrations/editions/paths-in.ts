import { decodeEntities } from '../../lib/text/html.ts';
import { mapHtml } from '../../build/links/map-html.ts';
import { rewriteCss } from '../../build/links/rewrite.ts';
import { targetOf } from '../../build/links/linker.ts';

/** Files of the site that a page needs, by path from the root. */
export interface PagePaths {
  /** What it shows, loads or links to. */
  shown: Set<string>;
  /** Modules it runs: by name, and those of its islands. */
  run: Set<string>;
}

/** Reads from a page of the double-click edition which files it needs. */
export function pathsIn(html: string, page: string): PagePaths {
  const shown = new Set<string>();
  const run = new Set<string>();
  const add = (set: Set<string>) => (url: string) => {
    const target = targetOf(page, decodeEntities(url));
    if (target !== undefined) set.add(target);
    return url;
  };
  mapHtml(html, {
    attribute: (_, name, value) => {
      if (/^(component|renderer|before-hydration)-url$/.test(name)) add(run)(value);
      else if (/^(href|src|poster|action)$/.test(name)) add(shown)(value);
      else if (name === 'srcset')
        for (const part of value.split(/,\s+/)) add(shown)(part.split(' ')[0] ?? '');
      else if (name === 'data-run')
        for (const path of value.split(' ').filter(Boolean)) run.add(path);
      else if (name === 'style') rewriteCss(value, add(shown));
      return value;
    },
    text: (tag, text) => (tag.name === 'style' ? rewriteCss(text, add(shown)) : text),
  });
  return { shown, run };
}
