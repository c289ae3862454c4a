import { decodeEntities } from '../../../lib/text/html.ts';
import { mapHtml } from '../../../build/links/map-html.ts';
import { rewriteCss } from '../../../build/links/rewrite.ts';
import { targetOf, folderOf, relativeUrl } from '../../../build/links/linker.ts';
import { zipSync, strToU8 } from 'fflate';
import { createHash } from 'node:crypto';
import type { BuiltSite } from '../../../build/built-site.ts';
import { removeOffers } from '../model/offers.ts';
import { folderStyle, toFolderPage } from '../model/folder-page.ts';
import { bundleScript } from '../../../build/bundle-script.ts';
import { bundleModules } from './bundle-modules.ts';

/** Files of the site that a page needs, by path from the root. */
interface PagePaths {
  /** What it shows, loads or links to. */
  shown: Set<string>;
  /** Modules it runs: by name, and those of its islands. */
  run: Set<string>;
}

/** Reads from a page of the double-click edition which files it needs. */
function pathsIn(html: string, page: string): PagePaths {
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

/**
 * Packs files into a ZIP archive below one folder, sorted and with one date, so that the same files
 * always give the same bytes.
 */
export function zip(folder: string, files: Files, date: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  // ZIP keeps local time: noon by the parts of the date is the same in every time zone.
  const mtime = new Date(year, month - 1, day, 12);
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted.map(([path, bytes]) => [`${folder}/${path}`, bytes])), {
    level: 6,
    mtime,
    // Made on Unix, readable by all: without it unpackers there would lock every file.
    os: 3,
    attrs: (0o100644 << 16) >>> 0,
  });
}

/** Files of the double-click edition by their path in it. */
export type Files = Map<string, Uint8Array>;

/** Data that scripts fetch: it is embedded, since no file can be fetched over file://. */
const fetched = /^(pagefind|quiz)\/.*\.(json|pf_\w+|pagefind|txt|bin)$/;
const unused = /^pagefind\/wasm\.unknown\./;

/** Scripts that are loaded by an address made at run time. */
const loadedByAddress = ['pagefind/pagefind.js', 'pagefind/pagefind-highlight.js'];

/**
 * Makes the double-click edition from dist/: every page, with what it shows, links to or runs.
 * @throws Error naming a page and the address in it that the edition would lack.
 */
export async function makeFolder(site: BuiltSite): Promise<Files> {
  const { paths, root } = site;
  const all = new Set(paths);
  const files: Files = new Map();
  const lifted = new Map<string, string>();
  const modules = new Set(loadedByAddress.filter((path) => all.has(path)));
  const read = (path: string) => site.read(path);

  const add = (path: string, from: string): void => {
    if (files.has(path) || lifted.has(path)) return;
    if (!all.has(path))
      throw new Error(`The double-click edition lacks ${path}, which ${from} needs.`);
    files.set(path, path.endsWith('.css') ? sheet(path, read(path).toString()) : read(path));
  };

  /** A style sheet with its fonts as data: browsers differ in whether they load them over file://. */
  const sheet = (path: string, css: string): Uint8Array =>
    strToU8(
      rewriteCss(css, (url) => {
        const target = targetOf(path, url);
        if (target === undefined) return url;
        if (target.endsWith('.woff2'))
          return `data:font/woff2;base64,${read(target).toString('base64')}`;
        add(target, path);
        return url;
      }),
    );

  const pages = paths.filter((path) => path.endsWith('.html') && path !== '404.html');
  const finished = new Map<string, string>();
  for (const path of pages) {
    const lift = (kind: 'js' | 'css', text: string) => {
      // Addresses in it are as seen from this page; in the lifted file they are seen from there.
      const placed = rebase(kind, text, path);
      const hash = createHash('sha256').update(placed).digest('hex').slice(0, 8);
      const name = `_astro/inline-${hash}.${kind}`;
      lifted.set(name, placed);
      return name;
    };
    const page = toFolderPage(removeOffers(site.readText(path)), {
      root: relativeUrl(folderOf(`/${path}`), '/'),
      lift,
    });
    finished.set(path, page);
  }
  for (const [path, text] of lifted) if (path.endsWith('.css')) files.set(path, sheet(path, text));
  for (const [path, page] of finished) {
    files.set(path, strToU8(page));
    const { shown, run } = pathsIn(page, path);
    for (const target of shown)
      if (!finished.has(target) && !/^_astro\/(folder\.css|(folder|modules)\.js)$/.test(target))
        add(target, path);
    for (const target of run) modules.add(target);
  }

  const inline = new Map([...lifted].filter(([path]) => path.endsWith('.js')));
  for (const path of modules) if (!all.has(path) && !inline.has(path)) add(path, 'a page');
  const known = [...modules].filter((path) => !inline.has(path));
  files.set('_astro/modules.js', strToU8(await bundleModules(root, known, inline)));
  files.set('_astro/folder.css', strToU8(folderStyle));
  const script = (await bundleScript(new URL('../client/folder.ts', import.meta.url))).trim();
  files.set('_astro/folder.js', strToU8(script));
  files.set('_astro/files.js', strToU8(embed(paths, read)));
  return files;
}

/** A classic script that hands over files as base64, by path. */
function embed(paths: readonly string[], read: (path: string) => Buffer): string {
  const entries = paths
    .filter((path) => fetched.test(path) && !unused.test(path))
    .map((path) => [path, read(path).toString('base64')]);
  return `sbFiles(${JSON.stringify(Object.fromEntries(entries))})`;
}

/** Text of the page `from` with its addresses as seen from a file in _astro/. */
function rebase(kind: 'js' | 'css', text: string, from: string): string {
  const link = (url: string) => {
    const target = targetOf(from, url);
    return target === undefined ? url : relativeUrl('/_astro/', `/${target}`);
  };
  if (kind === 'css') return rewriteCss(text, link);
  return text.replace(
    /((?:\bimport|\bfrom)\s*\(?\s*)(["'])(\.[^"']*)\2/g,
    (_, before: string, quote: string, url: string) => before + quote + link(url) + quote,
  );
}
