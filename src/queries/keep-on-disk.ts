import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keeps results on disk between builds, in .cache/`name`: a function that gives what it made of an input
 * in an earlier build, or makes it.
 * @param code files that what is made depends on beside its input; a change in one starts anew.
 */
export function keepOnDisk<T>(
  name: string,
  code: readonly string[],
): (input: string, make: () => T) => T {
  const folder = join('.cache', name);
  const hash = createHash('sha256');
  for (const file of [...code, 'package-lock.json']) hash.update(readOr(file, ''));
  const file = join(folder, `${hash.digest('hex').slice(0, 16)}.json`);
  const known = JSON.parse(readOr(file, '{}')) as Record<string, T>;
  const used: Record<string, T> = {};
  let isNew = false;
  // What this build did not ask for is forgotten.
  const save = () => {
    if (!isNew) return;
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
    const result = known[key];
    if (result !== undefined) return (used[key] = result);
    if (!isNew) process.once('exit', save);
    isNew = true;
    return (used[key] = make());
  };
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}
