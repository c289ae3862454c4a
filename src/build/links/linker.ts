import { folderOf, relativeUrl, splitUrl } from './relative-url.ts';
import type { SiteFiles } from './site-files.ts';

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
  /** Paths that a later step writes; links to them are taken on trust. */
  promised?: readonly string[];
}

/**
 * Makes the function that rewrites every address of one file: rooted ones become relative, relative
 * ones are checked, those with a scheme or a host pass.
 */
export function createLinker({ file, files, report, rooted, promised = [] }: LinkerOptions): Link {
  const folder = folderOf(file);
  return (url) => {
    if (url === '' || url.startsWith('#') || url.startsWith('?') || isElsewhere(url)) return url;
    const [path, tail] = splitUrl(url.startsWith('/') ? url : resolveFrom(folder, url));
    const found = promised.some((start) => path.startsWith(start)) ? path : files.find(path);
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
