/** URLs of other sites, and of places in the same page. */
const elsewhere = /^([a-z][a-z\d+.-]*:|\/\/|[#?]|$)/i;

/**
 * Returns the path that a URL in the file `from` points to, from the site's root and without a leading slash;
 * undefined for URLs of other sites and fragments of the same page.
 */
export function targetOf(from: string, url: string): string | undefined {
  if (elsewhere.test(url)) return undefined;
  return decodeURIComponent(new URL(url, `http://site/${from}`).pathname.slice(1));
}

/**
 * Returns the URL of `to` relative to the folder `from`. Both are paths from the site's root, such as "/faq/";
 * `to` may have a query and a fragment. The result begins with "./" or "../", as a module specifier must, or
 * with "#" for a fragment of the same folder's page.
 */
export function relativeUrl(from: string, to: string): string {
  const [path, tail] = splitUrl(to);
  const here = from.split('/').slice(1, -1);
  const there = path.split('/').slice(1);
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared])
    shared++;
  const ups = here.length - shared;
  const down = there.slice(shared).join('/');
  if (ups === 0 && down === '' && tail.startsWith('#')) return tail;
  return (ups === 0 ? './' : '../'.repeat(ups)) + down + tail;
}

/** The folder of a path, with its trailing slash: "/a/" for "/a/b.css". */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Splits a URL into its path, and its query and fragment. */
export function splitUrl(url: string): [path: string, tail: string] {
  const end = url.search(/[?#]/);
  return end < 0 ? [url, ''] : [url.slice(0, end), url.slice(end)];
}

/** Creates a lookup of files of a built site by their paths from its root, without a leading slash. */
export function createSiteFiles(paths: Iterable<string>) {
  const files = new Set(paths);
  return {
    /** Names of files and folders at the site's root, such as "faq" and "favicon.svg". */
    roots: new Set([...files].map((path) => path.split('/')[0] ?? '')),
    /**
     * Returns the path at which a static server responds without a redirect: "/faq/" for both "/faq" and
     * "/faq/"; undefined if there is no such file. The path may be percent-encoded.
     */
    find: (path: string) => {
      const plain = decodePath(path).replace(/^\//, '');
      if (files.has(plain)) return path;
      if (path.endsWith('/')) return files.has(`${plain}index.html`) ? path : undefined;
      return files.has(`${plain}/index.html`) ? `${path}/` : undefined;
    },
  };
}

/** Decodes percent-encoding; returns the path unchanged if the encoding is invalid. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Rewrites one URL for the file in which it is written. */
export type Link = (url: string) => string;

/** How the URLs of one file are rewritten. */
export interface LinkerOptions {
  /** The file's path from the site's root, such as "/faq/index.html". */
  file: string;
  files: ReturnType<typeof createSiteFiles>;
  /** Called with each URL for which the site has no file. */
  report: (url: string) => void;
  /** Keeps URLs root-relative, for 404.html, which is served at any depth. */
  rooted?: boolean;
  /** Prefixes of paths that a later step writes; links to them are not checked. */
  writtenLater?: readonly string[];
}

/**
 * Creates the link rewriter of one file: makes root-relative URLs relative, checks relative ones, and returns
 * URLs with a scheme or host unchanged.
 */
export function createLinker({
  file,
  files,
  report,
  rooted,
  writtenLater = [],
}: LinkerOptions): Link {
  const folder = folderOf(file);
  return (url) => {
    if (elsewhere.test(url)) return url;
    const [path, tail] = splitUrl(url.startsWith('/') ? url : resolveFrom(folder, url));
    const found = writtenLater.some((start) => path.startsWith(start)) ? path : files.find(path);
    if (found === undefined) {
      report(url);
      return url;
    }
    return rooted ? found + tail : relativeUrl(folder, found + tail);
  };
}

/** Creates a link rewriter for strings that may not be URLs: leaves those alone for which there is no file. */
export function createGuess(options: Omit<LinkerOptions, 'report'>): Link {
  const link = createLinker({ ...options, report: () => undefined });
  return (url) => (url.startsWith('/') ? link(url) : url);
}

function resolveFrom(folder: string, url: string): string {
  const { pathname, search, hash } = new URL(url, `http://site${folder}`);
  return pathname + search + hash;
}
