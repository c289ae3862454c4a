import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listFiles } from './list-files.ts';

/** Returns the cached result for an input, or computes and caches it. */
export type Cached<T> = (input: string, make: () => T) => T;

/** Results used in this process, by cache file, and whether any of them is new. */
const inProcess = new Map<string, { used: Record<string, unknown>; isNew: boolean }>();

/**
 * Caches results on disk between builds, in .cache/`name`, until the code or data behind them changes.
 * Results that a build does not use are dropped. The development server reloads modules after each
 * change; a reloaded module gets the results of its earlier calls.
 * @param code files and folders that the results depend on, by path from the project's root.
 * @param common other data that all results depend on, such as the works to sort.
 */
export function cacheOnDisk<T>(name: string, code: readonly string[], common?: unknown): Cached<T> {
  const folder = join('.cache', name);
  const file = join(
    folder,
    `${digestFiles([...code, 'package-lock.json'], common).slice(0, 16)}.json`,
  );
  const known = JSON.parse(existsSync(file) ? readFileSync(file, 'utf8') : '{}') as Record<
    string,
    T
  >;
  const entry = inProcess.get(file) ?? { used: {}, isNew: false };
  inProcess.set(file, entry);
  const used = entry.used as Record<string, T>;
  const save = () => {
    try {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, JSON.stringify(used));
    } catch {
      // A cache that cannot be written only makes the next build slower.
    }
  };
  return (input, make) => {
    const key = createHash('sha256').update(input).digest('hex').slice(0, 32);
    if (key in used) return used[key] as T;
    if (key in known) return (used[key] = known[key] as T);
    const result = make();
    if (!entry.isNew) process.once('exit', save);
    entry.isNew = true;
    return (used[key] = result);
  };
}

/** A digest of `common` and of files and folders, given by path from `root`; missing files count as empty. */
export function digestFiles(paths: readonly string[], common?: unknown, root = '.'): string {
  const hash = createHash('sha256').update(JSON.stringify(common) ?? '');
  for (const path of paths.flatMap((one) => filesOf(root, one))) {
    const file = resolve(root, path);
    hash.update(`\0${path}\0`).update(existsSync(file) ? readFileSync(file) : '');
  }
  return hash.digest('hex');
}

function filesOf(root: string, path: string): string[] {
  const file = resolve(root, path);
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory();
  return isFolder ? listFiles(file).map((one) => `${path}/${one}`) : [path];
}
