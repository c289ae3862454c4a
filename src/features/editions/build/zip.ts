import { strToU8, zipSync, type ZipOptions } from 'fflate';

/** Files by path in an archive. */
export type Files = Map<string, string | Uint8Array>;

/** The file with the media type of an EPUB, which must be first and uncompressed. */
const mediaTypeFile = 'mimetype';

/** Host system (Unix) and permissions (0644): without them Unix unpackers make files unreadable. */
const permissions: ZipOptions = { os: 3, attrs: 0o100644 * 2 ** 16 };

/**
 * Packs files into a ZIP archive, sorted and with one date, YYYY-MM-DD, so that the same files give the same
 * bytes. Node's zlib is faster than fflate, but its output may differ between versions.
 */
export function zip(files: Files, date: string): Uint8Array {
  // ZIP stores local time: noon, built from the parts of the date, is the same in every time zone.
  const mtime = new Date(`${date}T12:00`);
  const sortKeyOf = (path: string) => (path === mediaTypeFile ? '' : path);
  const sorted = [...files].sort(([a], [b]) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1));
  const packed = sorted.map(([path, content]) => {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    const file: [Uint8Array, ZipOptions] = [bytes, { level: path === mediaTypeFile ? 0 : 6 }];
    return [path, file] as const;
  });
  return zipSync(Object.fromEntries(packed), { ...permissions, mtime });
}
