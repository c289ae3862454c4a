import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openLibrary, type Library } from '../../../src/features/search/client/library.ts';

/**
 * Opens search over a built site in Node: the engine's `fetch` reads its files from the folder.
 * @param open `openLibrary` of the site's own source, if its language differs.
 */
export async function openBuiltLibrary(folder: string, open = openLibrary): Promise<Library> {
  const web = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== 'file:') return web(input, init);
    url.search = '';
    try {
      return new Response(await readFile(fileURLToPath(url)));
    } catch {
      return new Response('', { status: 404 });
    }
  };
  return open(pathToFileURL(`${resolve(folder)}/`));
}
