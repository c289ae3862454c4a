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
