import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** The mark before the content of each of Pagefind's files. */
const mark = Buffer.from('pagefind_dcd');

/** The content of a file of Pagefind's index. @throws Error when it is none. */
export function unpack(bytes: Buffer): Buffer {
  const content = gunzipSync(bytes);
  if (!content.subarray(0, mark.length).equals(mark)) throw new Error('No file of Pagefind.');
  return content.subarray(mark.length);
}

/** Content as a file of Pagefind's index. */
export function pack(content: Buffer): Buffer {
  return gzipSync(Buffer.concat([mark, content]), { level: 9 });
}

/** A short name for content: the same content has the same name in every build. */
export function nameOf(language: string, content: Buffer): string {
  return `${language}_${createHash('sha256').update(content).digest('hex').slice(0, 7)}`;
}
