/**
 * Makes pages of the double-click edition work over file://, where browsers refuse modules, `import()` and
 * `fetch`. Runs before all other scripts of a page. The build replaces `import()` by `sbImport` and
 * `import.meta.url` by `sbUrl`.
 */
type Modules = Record<string, () => Promise<unknown>>;

export {};

declare global {
  /** URL of a file of the site by its path from the root. */
  var sbUrl: (path: string) => string;
  /** Loads a module of the bundle by its URL. */
  var sbImport: (address: string | URL) => Promise<unknown>;
  /** Called by the bundle: registers its modules and runs those that the page lists. */
  var sbModules: (modules: Modules, run: string) => Promise<void>;
  /** Called by the data script: registers files by path, encoded as base64. */
  var sbFiles: (files: Record<string, string>) => void;
}

const root = new URL('../', (document.currentScript as HTMLScriptElement).src).href;

const pathOf = (address: string | URL) => {
  const { href } = new URL(address, document.baseURI);
  return decodeURI(href.replace(/[?#].*/, '')).slice(decodeURI(root).length);
};

globalThis.sbUrl = (path) => root + path;

const modules = new Promise<Modules>((resolve) => {
  globalThis.sbModules = async (all, run) => {
    resolve(all);
    for (const name of run.split(' ').filter(Boolean)) await all[name]?.();
  };
});

globalThis.sbImport = async (address) => {
  const path = pathOf(address);
  const load = (await modules)[path];
  if (!load) throw new TypeError(`This edition has no module ${path}.`);
  return load();
};

/** Loaded once, at the first fetch, since it contains the whole search index. */
let files: Promise<Record<string, string>> | undefined;

function loadFiles(): Promise<Record<string, string>> {
  files ??= new Promise((resolve, reject) => {
    globalThis.sbFiles = resolve;
    const script = document.createElement('script');
    script.src = `${root}_astro/files.js`;
    script.onerror = () => {
      files = undefined;
      reject(new TypeError('The files of this edition could not be read.'));
    };
    document.head.append(script);
  });
  return files;
}

const fetchFromServer = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const address = new URL(input instanceof Request ? input.url : input, document.baseURI);
  if (!address.href.startsWith(root)) return fetchFromServer(input, init);
  const text = (await loadFiles())[pathOf(address)];
  if (text === undefined) return new Response(null, { status: 404 });
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const isJson = address.pathname.endsWith('.json');
  return new Response(bytes, { headers: isJson ? { 'content-type': 'application/json' } : {} });
};

/** Makes links that scripts create point to index.html: browsers list a folder, and archives lack it. */
function linkToIndexFile(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link?.href.startsWith(root) && link.pathname.endsWith('/')) link.pathname += 'index.html';
}

for (const kind of ['click', 'auxclick', 'pointerdown', 'focusin']) {
  document.addEventListener(kind, linkToIndexFile, true);
}
