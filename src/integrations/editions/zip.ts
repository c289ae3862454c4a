import { zipSync } from 'fflate';
import type { Files } from './folder.ts';

/**
 * Packs files into a ZIP archive below one folder, sorted and with one date, so that the same files
 * always give the same bytes.
 */
export function zip(folder: string, files: Files, date: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  // ZIP keeps local time: noon by the parts of the date is the same in every time zone.
  const mtime = new Date(year, month - 1, day, 12);
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted.map(([path, bytes]) => [`${folder}/${path}`, bytes])), {
    level: 9,
    mtime,
    // Made on Unix, readable by all: without it unpackers there would lock every file.
    os: 3,
    attrs: (0o100644 << 16) >>> 0,
  });
}
