import type { Precache } from './precache.ts';

/** A pack with the list that tells what is in it. */
export interface PackedFiles {
  precache: Precache;
  bytes: Uint8Array;
}

/** One file of a pack; undefined when the pack has none of that path or is too short. */
export function slicePack({ precache, bytes }: PackedFiles, path: string): Uint8Array | undefined {
  let start = 0;
  for (const [name, length] of precache.pack.entries) {
    if (name === path)
      return start + length <= bytes.length ? bytes.slice(start, start + length) : undefined;
    start += length;
  }
  return undefined;
}

/**
 * The files of a new pack that an older one holds unchanged, by digest; what is not among them has
 * to be fetched.
 */
export function takeUnchanged(fresh: Precache, older: PackedFiles): Map<string, Uint8Array> {
  const known = new Map<string, Uint8Array>();
  let start = 0;
  for (const [path, length] of older.precache.pack.entries) {
    const digest = older.precache.files[path];
    if (digest !== undefined) known.set(digest, older.bytes.subarray(start, start + length));
    start += length;
  }
  return new Map(
    fresh.pack.entries.flatMap(([path]) => {
      const bytes = known.get(fresh.files[path] ?? '');
      return bytes ? [[path, bytes] as const] : [];
    }),
  );
}

/** A pack put together from its files. @throws RangeError when one is missing or has another size. */
export function joinPack({ pack }: Precache, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const whole = new Uint8Array(pack.entries.reduce((sum, [, length]) => sum + length, 0));
  let start = 0;
  for (const [path, length] of pack.entries) {
    const bytes = files.get(path);
    if (bytes?.length !== length) throw new RangeError(`The pack lacks ${path}.`);
    whole.set(bytes, start);
    start += length;
  }
  return whole;
}
