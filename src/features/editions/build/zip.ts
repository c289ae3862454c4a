import { crc32, deflateRawSync } from 'node:zlib';

/** Files by their path in an archive. */
export type Files = Map<string, string | Uint8Array>;

/** The file of an EPUB that says what it is: the first, and stored as it is. */
const kind = 'mimetype';

/**
 * Packs files into a ZIP archive, sorted and with one date, YYYY-MM-DD, so that the same files give the
 * same bytes on one computer; another's zlib may pack them otherwise. Node's own deflate takes half the time
 * of one in JavaScript.
 */
export function zip(files: Files, date: string): Buffer {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  const placeOf = (path: string) => (path === kind ? '' : path);
  const sorted = [...files].sort(([a], [b]) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const entries: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, content] of sorted) {
    const name = Buffer.from(path);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const packed = path === kind ? bytes : deflateRawSync(bytes);
    const facts = toBytes(
      [20, 2],
      // Names are UTF-8.
      [0x0800, 2],
      [path === kind ? 0 : 8, 2],
      // ZIP keeps local time: noon by the parts of the date is the same in every time zone.
      [12 << 11, 2],
      [((year - 1980) << 9) | (month << 5) | day, 2],
      [crc32(bytes), 4],
      [packed.length, 4],
      [bytes.length, 4],
      [name.length, 2],
      [0, 2],
    );
    // Made on Unix, readable by all: without it unpackers there would lock every file.
    const place = toBytes([0, 2], [0, 2], [0, 2], [0o100644 * 2 ** 16, 4], [offset, 4]);
    directory.push(toBytes([0x02014b50, 4], [(3 << 8) | 20, 2]), facts, place, name);
    const entry = [toBytes([0x04034b50, 4]), facts, name, packed];
    offset += lengthOf(entry);
    entries.push(...entry);
  }
  const end = toBytes(
    [0x06054b50, 4],
    [0, 4],
    [sorted.length, 2],
    [sorted.length, 2],
    [lengthOf(directory), 4],
    [offset, 4],
    [0, 2],
  );
  return Buffer.concat([...entries, ...directory, end]);
}

/** Numbers as ZIP writes them: each in so many bytes, the lowest first. */
function toBytes(...fields: readonly (readonly [value: number, length: 2 | 4])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [, length]) => sum + length, 0));
  let at = 0;
  for (const [value, length] of fields) at = bytes.writeUIntLE(value, at, length);
  return bytes;
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
