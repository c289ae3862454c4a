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
