/**
 * Makes pages work from a folder or an archive, without a server of their own: browsers refuse
 * modules, `import()` and `fetch` of files there. Runs first on every page of the double-click edition; its build leads the scripts'
 * `import()` to `sbImport` and `import.meta.url` to `sbUrl`.
 */
type Modules = Record<string, () => Promise<unknown>>;

export {};

declare global {
  /** Address of a file of the site, by its path from the root. */
  var sbUrl: (path: string) => string;
  /** Loads a module of the bundle by its address. */
  var sbImport: (address: string | URL) => Promise<unknown>;
  /** Called by the bundle: hands over its modules and runs those the page names. */
  var sbModules: (modules: Modules, run: string) => Promise<void>;
  /** Called by the data script: hands over files as base64, by path. */
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

/** Asked for once, when something is first fetched: it holds the whole search index. */
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

/** Links that scripts have made lead to folders, which a browser would list and an archive lacks. */
function leadToPage(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link?.href.startsWith(root) && link.pathname.endsWith('/')) link.pathname += 'index.html';
}

for (const kind of ['click', 'auxclick', 'pointerdown', 'focusin']) {
  document.addEventListener(kind, leadToPage, true);
}
