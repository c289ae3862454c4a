import { readBibtex } from './bibtex.ts';
import { type NoRecord, readCslJson } from './csl-json.ts';
import type { ReadRecord } from './draft.ts';
import { readRis } from './ris.ts';

/** Kinds of file that can be imported. */
export type RecordFormat = 'bibtex' | 'ris' | 'csl-json';

/** All records of a file, in its order; what is no record says why. */
export type ReadFile = (ReadRecord | NoRecord)[];

/** Text of a file, and its encoding where that is not UTF-8. */
export interface DecodedText {
  text: string;
  encoding?: 'UTF-16' | 'Windows-1252';
}

/**
 * Text of a file in UTF-8 or UTF-16, or else in Windows-1252, which holds Latin-1, as reference
 * managers wrote for long. Line ends become "\n".
 * @throws RangeError on bytes that are no text, such as those of a ZIP file.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  const wide =
    (first === 0xff && second === 0xfe) || (first !== undefined && first !== 0 && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second !== undefined)
        ? 'utf-16be'
        : undefined;
  if (wide) return { text: lines(new TextDecoder(wide).decode(bytes)), encoding: 'UTF-16' };
  if (bytes.subarray(0, 4096).includes(0)) throw new RangeError('it is no text file');
  try {
    return { text: lines(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    // Bytes that stand for nothing in Windows-1252 show that it is another encoding.
    if (bytes.some((byte) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)))
      throw new RangeError('its encoding is not known. Save it as UTF-8 and import it again');
    return { text: lines(new TextDecoder('windows-1252').decode(bytes)), encoding: 'Windows-1252' };
  }
}

function lines(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** The format of a file by its text; undefined when it is none of the three. */
export function detectFormat(text: string): RecordFormat | undefined {
  if (/^\s{0,8}TY {1,2}- ?\S/m.test(text)) return 'ris';
  if (/^\s*(\[\s*([{\]"]|null|\d)|\{)/.test(text)) return 'csl-json';
  return /^[ \t]*@[a-z]+\s*[{(]/im.test(text) ? 'bibtex' : undefined;
}

/** What a file that is none of the three seems to be, and what to do; undefined when nobody can tell. */
export function explainFormat(text: string): string | undefined {
  if (/^PMID- /m.test(text))
    return 'It is PubMed’s own format (.nbib). Choose “Save citation to Zotero” or export RIS from PubMed’s page';
  if (/^FN (Clarivate|Thomson)/m.test(text))
    return 'It is Web of Science’s own format. Export RIS there';
  if (/^%0 /m.test(text)) return 'It is EndNote’s own format. Export RIS or BibTeX there';
  if (/^\s*<\?xml|^\s*<xml>/.test(text)) return 'It is XML. Export RIS, BibTeX or CSL-JSON';
  return undefined;
}

/** Reads a file of references: every record is read, or says why it is none. */
export function readFile(text: string, format: RecordFormat): ReadFile {
  if (format === 'csl-json') return readCslJson(text);
  return format === 'bibtex' ? readBibtex(text) : readRis(text);
}
