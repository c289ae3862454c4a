/**
 * Path, from the site's root and without a leading slash, of what an address in the file `from` leads
 * to; undefined where it leads out of the site or to a place on the same page.
 */
export function targetOf(from: string, url: string): string | undefined {
  if (/^([a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(url)) return undefined;
  return decodeURIComponent(new URL(url, `http://site/${from}`).pathname.slice(1));
}

/**
 * The address of `to` as seen from a file in the folder `from`. Both are paths from the site's root,
 * such as "/faq/"; `to` may carry a query and a fragment. The result begins with "./", "../" or, for
 * a place in the same folder's page, "#", so that it also serves as a module specifier.
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

/** An address parted into its path and its query and fragment. */
export function splitUrl(url: string): [path: string, tail: string] {
  const end = url.search(/[?#]/);
  return end < 0 ? [url, ''] : [url.slice(0, end), url.slice(end)];
}

/** The files of a built site, asked by address. */
export interface SiteFiles {
  /**
   * The address under which a static server answers a path without a redirect: "/faq" and "/faq/"
   * give "/faq/". Undefined when no file stands there. Percent-encoding is understood.
   */
  find(path: string): string | undefined;
  /** Names at the site's root, such as "faq" and "favicon.svg". */
  roots: ReadonlySet<string>;
}

/** Looks files up by their paths from the site's root, written with "/" and without one in front. */
export function createSiteFiles(paths: Iterable<string>): SiteFiles {
  const files = new Set(paths);
  const roots = new Set([...files].map((path) => path.split('/')[0] ?? ''));
  return {
    roots,
    find: (path) => {
      const plain = decodePath(path).replace(/^\//, '');
      if (files.has(plain)) return path;
      if (path.endsWith('/')) return files.has(`${plain}index.html`) ? path : undefined;
      return files.has(`${plain}/index.html`) ? `${path}/` : undefined;
    },
  };
}

/** A path with its percent-encoding read; as it is where the encoding is broken. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Rewrites one address for the file it stands in. */
export type Link = (url: string) => string;

/** How addresses of one file are rewritten. */
export interface LinkerOptions {
  /** The file's path from the site's root, such as "/faq/index.html". */
  file: string;
  files: SiteFiles;
  /** Told each address that leads to no file of the site. */
  report: (url: string) => void;
  /** Keeps addresses rooted: for the one page that is served at any depth. */
  rooted?: boolean;
  /** Starts of paths that a later step writes; links to them are not checked. */
  writtenLater?: readonly string[];
}

/**
 * Makes the function that rewrites every address of one file: rooted ones become relative, relative
 * ones are checked, those with a scheme or a host pass.
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
    if (url === '' || url.startsWith('#') || url.startsWith('?') || isElsewhere(url)) return url;
    const [path, tail] = splitUrl(url.startsWith('/') ? url : resolveFrom(folder, url));
    const found = writtenLater.some((start) => path.startsWith(start)) ? path : files.find(path);
    if (found === undefined) {
      report(url);
      return url;
    }
    return rooted ? found + tail : relativeUrl(folder, found + tail);
  };
}

/** As `link`, but leaves text alone that leads to no file: for strings that may be no addresses. */
export function createGuess(options: Omit<LinkerOptions, 'report'>): Link {
  const link = createLinker({ ...options, report: () => undefined });
  return (url) => (url.startsWith('/') ? link(url) : url);
}

function isElsewhere(url: string): boolean {
  return url.startsWith('//') || /^[a-z][a-z\d+.-]*:/i.test(url);
}

function resolveFrom(folder: string, url: string): string {
  const { pathname, search, hash } = new URL(url, `http://site${folder}`);
  return pathname + search + hash;
}
