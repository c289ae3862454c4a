import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build, type PluginBuild } from 'esbuild';
import { decodeEntities } from '../../../lib/text/html.ts';
import { rewriteCss } from '../../../build/links/rewrite.ts';
import { targetOf, folderOf, relativeUrl } from '../../../build/links/linker.ts';
import { createHash } from 'node:crypto';
import type { BuiltSite } from '../../../build/built-site.ts';
import type { BuildStep } from '../../../build/run-steps.ts';
import { site as facts } from '../../../site/site.ts';
import { formatSize, removeOffers } from '../model/offers.ts';
import { folderStyle, toClassic, toFolderPage } from '../model/folder-page.ts';
import { bundleScript } from '../../../build/bundle-script.ts';
import { editionDate } from './editions.ts';
import { zip, type Files } from './zip.ts';

/** Data that scripts fetch: it is embedded, since no file can be fetched over file://. */
const fetched = /^(pagefind|quiz)\/(?!wasm\.unknown\.).*\.(json|pf_\w+|pagefind|txt|bin)$/;

/** Scripts that are loaded by an address made at run time. */
const loadedByAddress = ['pagefind/pagefind.js', 'pagefind/pagefind-highlight.js'];

/** Attributes that say what a page shows, loads or links to, and which modules it and its islands run. */
const addresses =
  /\s(href|src|srcset|poster|action|data-run|(?:component|renderer|before-hydration)-url)="([^"]*)"/g;

/** Makes the double-click edition, of pages with relative links and without a policy, which it cannot keep. */
export const folder: BuildStep = {
  name: 'folder',
  run: async ({ site, src }) => {
    const files = [...(await makeFolder(site))];
    const named = new Map(files.map(([path, content]) => [`${facts.id}/${path}`, content]));
    const archive = zip(named, editionDate(src));
    site.write(`editions/${facts.id}.zip`, archive);
    return `Made the double-click edition: ${formatSize(archive.length)}`;
  },
};

/** The files of the edition: every page, with what it shows, links to or runs. */
async function makeFolder(site: BuiltSite): Promise<Files> {
  const all = new Set(site.paths);
  const pages = new Set(site.pages.filter((path) => path !== '404.html'));
  const files: Files = new Map();
  const modules = new Set(loadedByAddress.filter((path) => all.has(path)));
  const inline = new Map<string, string>();
  const needed = new Set<string>();

  const add = (path: string): void => {
    if (files.has(path) || pages.has(path) || !all.has(path)) return;
    files.set(path, path.endsWith('.css') ? sheet(path, site.readText(path)) : site.read(path));
  };

  /** A style sheet with its fonts as data: browsers differ in whether they load them over file://. */
  const sheet = (path: string, css: string): string =>
    rewriteCss(css, (url) => {
      const target = targetOf(path, url);
      if (target?.endsWith('.woff2'))
        return `data:font/woff2;base64,${site.read(target).toString('base64')}`;
      if (target !== undefined) add(target);
      return url;
    });

  for (const path of pages) {
    const lift = (kind: 'js' | 'css', text: string) => {
      // Addresses in it are as seen from this page; in the lifted file they are seen from there.
      const placed = rebase(kind, text, path);
      const hash = createHash('sha256').update(placed).digest('hex').slice(0, 8);
      const name = `_astro/inline-${hash}.${kind}`;
      if (kind === 'js') inline.set(name, placed);
      else if (!files.has(name)) files.set(name, sheet(name, placed));
      return name;
    };
    const toRoot = relativeUrl(folderOf(`/${path}`), '/');
    const page = toFolderPage(removeOffers(site.readText(path)), toRoot, lift);
    files.set(path, page);
    for (const [, name = '', value = ''] of page.matchAll(addresses)) {
      const urls = decodeEntities(value).split(/\s+[\d.]+[wx]\b|,?\s+/);
      for (const url of urls) {
        const target = name === 'data-run' ? url : targetOf(path, url);
        if (!target) continue;
        if (/^data-run$|-url$/.test(name)) modules.add(target);
        else needed.add(target);
      }
    }
  }
  needed.forEach(add);

  const data = site.paths
    .filter((path) => fetched.test(path))
    .map((path) => [path, site.read(path).toString('base64')]);
  const script = await bundleScript(new URL('../client/folder.ts', import.meta.url));
  files
    .set('_astro/modules.js', await bundleModules(site.root, modules, inline))
    .set('_astro/folder.css', folderStyle)
    .set('_astro/folder.js', script.trim())
    .set('_astro/files.js', `sbFiles(${JSON.stringify(Object.fromEntries(data))})`);
  const missing = [...needed].find((path) => !files.has(path));
  if (missing)
    throw new Error(`The double-click edition leads to ${missing}, and has no such file.`);
  return files;
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

/** Lists of a module's chunks and style sheets that Vite loads ahead; over file:// only sheets can be. */
const preloads =
  /(\bm\.f\s*\|\|\s*\(m\.f\s*=\s*)(\[[^\]]*\])(.*?\bi\.map\((?:i|\(i\))\s*=>\s*d\[i\]\))/s;

/**
 * Bundles modules of dist/ into one classic script that runs each when it is asked for, so that all
 * share what they import. `modules` are paths from `root`; `inline` has the texts of those that are no
 * files.
 */
async function bundleModules(
  root: string,
  modules: ReadonlySet<string>,
  inline: ReadonlyMap<string, string>,
): Promise<string> {
  const entry = [...modules].sort().map((path) => {
    const name = JSON.stringify(path);
    return `${name}: () => import(${JSON.stringify(`./${path}`)}),`;
  });
  const readDist = (bundler: PluginBuild) => {
    bundler.onResolve({ filter: /^\.\/_astro\/inline-/ }, ({ path }) => ({
      path: join(root, path),
    }));
    bundler.onLoad({ filter: /\.js$/ }, async ({ path }) => {
      const own = relative(root, path).replaceAll('\\', '/');
      return { contents: prepare(inline.get(own) ?? (await readFile(path, 'utf8')), own) };
    });
  };
  const { outputFiles } = await build({
    stdin: {
      contents: `sbModules({${entry.join('\n')}}, document.currentScript.dataset.run);`,
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logOverride: { 'empty-import-meta': 'silent' },
    plugins: [{ name: 'from-dist', setup: readDist }],
  });
  return toClassic(outputFiles[0]?.text ?? '');
}

/** A module that is told its address, and that there are no workers over file://. */
function prepare(code: string, path: string): string {
  const placed = code
    .replaceAll('import.meta.url', `sbUrl(${JSON.stringify(path)})`)
    .replace(preloads, (_, before: string, list: string, after: string) => {
      const sheets = list.replace(/"[^"]*(?<!\.css)"/g, 'null');
      return `${before}${sheets}${after}.filter(Boolean)`;
    });
  return path.startsWith('pagefind/') ? `const Worker = undefined;${placed}` : placed;
}
