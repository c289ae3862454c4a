import { readFileSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type {
  Engine,
  EngineModule,
  Fragment,
} from '../../../src/features/search/client/library.ts';

/** Opens a Pagefind index in a folder without a browser; `fetch` reads from disk. */
export async function openPagefind(folder: string): Promise<Engine> {
  const base = pathToFileURL(`${folder}/`).href;
  const web = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    if (typeof input !== 'string' || !input.startsWith(base)) return web(input, init);
    return Promise.resolve(new Response(readFileSync(new URL(input.replace(/\?.*/, '')))));
  };
  const address = `${base}pagefind.js`;
  const module = (await import(/* @vite-ignore */ address)) as EngineModule;
  return module.createInstance({ noWorker: true });
}

/** All documents of an index. */
export function readFragments(folder: string): (Fragment & { url: string })[] {
  return readdirSync(`${folder}/fragment`).map((name) => {
    const content = gunzipSync(readFileSync(`${folder}/fragment/${name}`));
    return JSON.parse(content.subarray('pagefind_dcd'.length).toString()) as Fragment & {
      url: string;
    };
  });
}
