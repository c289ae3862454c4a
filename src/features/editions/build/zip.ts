import { strToU8, zipSync, type ZipOptions } from 'fflate';

/** Files by their path in an archive. */
export type Files = Map<string, string | Uint8Array>;

/** The file of an EPUB that says what it is: the first, and stored as it is. */
const kind = 'mimetype';

/** Files are made on Unix and readable by all: without it unpackers there would lock every file. */
const owner: ZipOptions = { os: 3, attrs: 0o100644 * 2 ** 16 };

/**
 * Packs files into a ZIP archive, sorted and with one date, YYYY-MM-DD, so that the same files give the same bytes:
 * by fflate, since Node's zlib is faster but may pack the same bytes otherwise in another version.
 */
export function zip(files: Files, date: string): Uint8Array {
  // ZIP keeps local time: noon by the parts of the date is the same in every time zone.
  const mtime = new Date(`${date}T12:00`);
  const placeOf = (path: string) => (path === kind ? '' : path);
  const sorted = [...files].sort(([a], [b]) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const packed = sorted.map(([path, content]) => {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    const file: [Uint8Array, ZipOptions] = [bytes, { level: path === kind ? 0 : 6 }];
    return [path, file] as const;
  });
  return zipSync(Object.fromEntries(packed), { ...owner, mtime });
}
