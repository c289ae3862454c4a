/** The parts of a document that tell where the site stands. */
interface Page {
  baseURI: string;
  documentElement: { dataset: Record<string, string | undefined> };
}

/**
 * Address of the folder that the site stands in, for scripts that load a file or make a link. Each
 * built page carries the way there in `<html data-root>`; without it (while editing) it is "/".
 * Undefined on a "not found" page that has not found its site yet.
 */
export function siteRoot({ baseURI, documentElement }: Page): URL | undefined {
  const root = documentElement.dataset['root'];
  return root === '?' ? undefined : new URL(root ?? '/', baseURI);
}

/** Deeper addresses than this are not searched: each folder asked is a request. */
const maxDepth = 12;

/** The folders above an address's path, nearest first: "/a/b" has "/a/" and "/". */
export function foldersAbove(path: string): string[] {
  const names = path.split('/').slice(1, -1);
  return Array.from(
    { length: names.length + 1 },
    (_, index) =>
      `/${names
        .slice(0, names.length - index)
        .map((name) => `${name}/`)
        .join('')}`,
  );
}

/**
 * The nearest folder above `path` that is a site's root, told by asking for a marker in each of them
 * at once; undefined when none has it. Of folders deeper than twelve only the outer twelve are asked.
 */
export async function findRoot(
  path: string,
  isRoot: (folder: string) => Promise<boolean>,
): Promise<string | undefined> {
  const folders = foldersAbove(path).slice(-maxDepth);
  const found = await Promise.all(folders.map((folder) => isRoot(folder).catch(() => false)));
  return folders.find((_, index) => found[index]);
}
