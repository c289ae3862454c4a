import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build, type PluginBuild } from 'esbuild';
import { decodeEntities } from '../../../lib/text/html.ts';
import { rewriteCss, rewriteUrls, urlPatterns } from '../../../build/links/rewrite.ts';
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

/** Data that scripts fetch. It is embedded, since browsers fetch nothing over file://. */
const fetchedData = /^(pagefind|quiz)\/(?!wasm\.unknown\.).*\.(json|pf_\w+|pagefind|txt|bin)$/;

/** Scripts whose address is computed at run time. */
const dynamicScripts = ['pagefind/pagefind.js', 'pagefind/pagefind-highlight.js'];

/** Attributes with the URLs of files that a page loads or links to, and of the modules that it runs. */
const urlAttributes =
  /\s(href|src|srcset|poster|action|data-run|(?:component|renderer|before-hydration)-url)="([^"]*)"/g;

/** Build step: makes the double-click edition. It reads pages with relative links and without a policy. */
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

/** The files of the edition: all pages, and all files that they load or link to. */
async function makeFolder(site: BuiltSite): Promise<Files> {
  const all = new Set(site.paths);
  const pages = new Set(site.pages.filter((path) => path !== '404.html'));
  const files: Files = new Map();
  const modules = new Set(dynamicScripts.filter((path) => all.has(path)));
  const inline = new Map<string, string>();
  const needed = new Set<string>();

  const add = (path: string): void => {
    if (files.has(path) || pages.has(path) || !all.has(path)) return;
    files.set(
      path,
      path.endsWith('.css') ? embedFonts(path, site.readText(path)) : site.read(path),
    );
  };

  /** Embeds a style sheet's fonts, which not all browsers load over file://, and adds its other files. */
  const embedFonts = (path: string, css: string): string =>
    rewriteCss(css, (url) => {
      const target = targetOf(path, url);
      if (target?.endsWith('.woff2'))
        return `data:font/woff2;base64,${site.read(target).toString('base64')}`;
      if (target !== undefined) add(target);
      return url;
    });

  for (const path of pages) {
    const extract = (kind: 'js' | 'css', text: string) => {
      // URLs are relative to this page, and become relative to the new file.
      const rebased = rebase(kind, text, path);
      const hash = createHash('sha256').update(rebased).digest('hex').slice(0, 8);
      const name = `_astro/inline-${hash}.${kind}`;
      if (kind === 'js') inline.set(name, rebased);
      else if (!files.has(name)) files.set(name, embedFonts(name, rebased));
      return name;
    };
    const toRoot = relativeUrl(folderOf(`/${path}`), '/');
    const page = toFolderPage(removeOffers(site.readText(path)), toRoot, extract);
    files.set(path, page);
    for (const [, name = '', value = ''] of page.matchAll(urlAttributes)) {
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
    .filter((path) => fetchedData.test(path))
    .map((path) => [path, site.read(path).toString('base64')]);
  const script = await bundleScript(new URL('../client/folder.ts', import.meta.url));
  files
    .set('_astro/modules.js', await bundleModules(site.root, modules, inline))
    .set('_astro/folder.css', folderStyle)
    .set('_astro/folder.js', script.trim())
    .set('_astro/files.js', `sbFiles(${JSON.stringify(Object.fromEntries(data))})`);
  const missing = [...needed].find((path) => !files.has(path));
  if (missing)
    throw new Error(`The double-click edition links to ${missing}, which it does not contain.`);
  return files;
}

/** Makes the relative URLs in a script or style of the page `from` relative to _astro/. */
function rebase(kind: 'js' | 'css', text: string, from: string): string {
  const link = (url: string) => {
    const target = targetOf(from, url);
    return target === undefined ? url : relativeUrl('/_astro/', `/${target}`);
  };
  return kind === 'css' ? rewriteCss(text, link) : rewriteUrls(text, urlPatterns.imports, link);
}

/** Vite's lists of chunks and style sheets to preload; over file:// only style sheets can be. */
const preloads =
  /(\bm\.f\s*\|\|\s*\(m\.f\s*=\s*)(\[[^\]]*\])(.*?\bi\.map\((?:i|\(i\))\s*=>\s*d\[i\]\))/s;

/**
 * Bundles modules of dist/ into one classic script that runs each on demand, so that shared imports are
 * evaluated once. `modules` are paths from `root`; `inline` has the code of those that are not files.
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
      const name = relative(root, path).replaceAll('\\', '/');
      return { contents: adaptModule(inline.get(name) ?? (await readFile(path, 'utf8')), name) };
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

/** Replaces `import.meta.url` and preloads in a module, and disables Pagefind's worker. */
function adaptModule(code: string, path: string): string {
  const adapted = code
    .replaceAll('import.meta.url', `sbUrl(${JSON.stringify(path)})`)
    .replace(preloads, (_, before: string, list: string, after: string) => {
      const sheets = list.replace(/"[^"]*(?<!\.css)"/g, 'null');
      return `${before}${sheets}${after}.filter(Boolean)`;
    });
  return path.startsWith('pagefind/') ? `const Worker = undefined;${adapted}` : adapted;
}
