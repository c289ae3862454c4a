import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { toClassic } from '../model/folder-page.ts';

/** Lists of a module's chunks and style sheets that Vite loads ahead; over file:// only sheets can be. */
const preloads =
  /(\bm\.f\s*\|\|\s*\(m\.f\s*=\s*)(\[[^\]]*\])(.*?\bi\.map\((?:i|\(i\))\s*=>\s*d\[i\]\))/s;

/**
 * Bundles modules of dist/ into one classic script that runs each when it is asked for, so that all
 * share what they import. `modules` are paths from `root`; `inline` are modules of text by path.
 */
export async function bundleModules(
  root: string,
  modules: readonly string[],
  inline: ReadonlyMap<string, string>,
): Promise<string> {
  const entry = [...modules, ...inline.keys()].sort().map((path) => {
    const name = JSON.stringify(path);
    return `${name}: () => import(${JSON.stringify(`./${path}`)}),`;
  });
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
    plugins: [fromDist(root, inline)],
  });
  return toClassic(outputFiles[0]?.text ?? '');
}

/** Reads modules, telling each its address and that there are no workers over file://. */
function fromDist(root: string, inline: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'from-dist',
    setup: (build) => {
      build.onResolve({ filter: /^\./ }, ({ path }) => {
        const own = path.replace(/^\.\//, '');
        return inline.has(own) ? { path: own, namespace: 'inline' } : undefined;
      });
      build.onLoad({ filter: /.*/, namespace: 'inline' }, ({ path }) => ({
        contents: inline.get(path) ?? '',
        resolveDir: root,
      }));
      build.onLoad({ filter: /\.js$/, namespace: 'file' }, async ({ path }) => {
        const own = relative(root, path).replaceAll('\\', '/');
        return { contents: prepare(await readFile(path, 'utf8'), own) };
      });
    },
  };
}

function prepare(code: string, path: string): string {
  const placed = code
    .replaceAll('import.meta.url', `sbUrl(${JSON.stringify(path)})`)
    .replace(preloads, (_, before: string, list: string, after: string) => {
      const sheets = (JSON.parse(list) as string[]).map((one) =>
        one.endsWith('.css') ? one : null,
      );
      return `${before}${JSON.stringify(sheets)}${after}.filter(Boolean)`;
    });
  return path.startsWith('pagefind/') ? `const Worker = undefined;${placed}` : placed;
}
