import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

/** Gives what was made of an input in an earlier build, or makes it. */
export type Keep<T> = (input: string, make: () => T) => T;

/** What was asked for in this process, by file, and whether any of it was made. */
const inProcess = new Map<string, { used: Record<string, unknown>; isNew: boolean }>();

/**
 * Keeps results on disk between builds, in .cache/`name`, until what they are made from changes. What a
 * build does not ask for is forgotten. While an author edits, the modules that ask are loaded anew after
 * each change, and are given what was made before it.
 * @param code files and folders that what is made depends on beside its input, by path from the project.
 * @param common what all results depend on besides, such as the works that are sorted.
 */
export function keepOnDisk<T>(name: string, code: readonly string[], common?: unknown): Keep<T> {
  const folder = join('.cache', name);
  const file = join(
    folder,
    `${digestFiles([...code, 'package-lock.json'], common).slice(0, 16)}.json`,
  );
  const known = JSON.parse(readOr(file, '{}')) as Record<string, T>;
  const kept = inProcess.get(file) ?? { used: {}, isNew: false };
  inProcess.set(file, kept);
  const used = kept.used as Record<string, T>;
  const save = () => {
    try {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, JSON.stringify(used));
    } catch {
      // Built without a cache next time.
    }
  };
  return (input, make) => {
    const key = createHash('sha256').update(input).digest('hex').slice(0, 32);
    if (key in used) return used[key] as T;
    if (key in known) return (used[key] = known[key] as T);
    const result = make();
    if (!kept.isNew) process.once('exit', save);
    kept.isNew = true;
    return (used[key] = result);
  };
}

/** A digest of files and of all files in folders, by path from `root`, and of what else there is to tell apart. */
export function digestFiles(paths: readonly string[], common?: unknown, root = '.'): string {
  const hash = createHash('sha256').update(JSON.stringify(common) ?? '');
  for (const path of paths.flatMap((one) => filesOf(root, one))) {
    const file = resolve(root, path);
    hash.update(`\0${path}\0`).update(existsSync(file) ? readFileSync(file) : '');
  }
  return hash.digest('hex');
}

function filesOf(root: string, path: string): string[] {
  const folder = resolve(root, path);
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory();
  return isFolder
    ? readdirSync(folder)
        .sort()
        .flatMap((file) => filesOf(root, join(path, file)))
    : [path];
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}
