import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { Reference } from '../../../schemas/reference.ts';
import { mendRecord } from './mend-record.ts';
import { bibtexStrings, type RawRecord, splitBibtex, splitRis } from './split-records.ts';

/** Kinds of file that can be imported. */
export type RecordFormat = 'bibtex' | 'ris' | 'csl-json';

/** A record as it was read: not checked yet. */
export interface ReadRecord {
  reference: Reference;
  /** What the file calls it. */
  name: string;
  line: number | undefined;
}

/** A record that cannot be read. */
export interface UnreadRecord {
  name: string;
  line: number | undefined;
  why: string;
}

/** All records of a file: those that could be read, and those that could not. */
export interface ReadFile {
  records: ReadRecord[];
  unread: UnreadRecord[];
}

/** The format of a file by its text; undefined when it is none of the three. */
export function detectFormat(text: string): RecordFormat | undefined {
  if (/^\s*[[{]/.test(text)) return 'csl-json';
  if (/^TY {2}- /m.test(text)) return 'ris';
  return /^[ \t]*@[a-z]+\s*[{(]/im.test(text) ? 'bibtex' : undefined;
}

/** Reads a file of references, one record at a time, so that a broken one is named and alone. */
export function readRecords(text: string, format: RecordFormat): ReadFile {
  if (format === 'csl-json') return readJson(text);
  const strings = format === 'bibtex' ? bibtexStrings(text) : '';
  const forceType = format === 'bibtex' ? '@biblatex/text' : '@ris/file';
  const file: ReadFile = { records: [], unread: [] };
  for (const record of format === 'bibtex' ? splitBibtex(text) : splitRis(text)) {
    const { name, line } = record;
    try {
      file.records.push({ reference: readOne(record, strings, forceType), name, line });
    } catch (error) {
      file.unread.push({ name, line, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return file;
}

function readOne({ text }: RawRecord, strings: string, forceType: string): Reference {
  const [data, ...more] = new Cite(`${strings}\n${text}`, { forceType }).data;
  if (!data || more.length > 0) throw new Error('it is not one record');
  // citation-js has no date of access for web pages in RIS.
  const accessed = forceType === '@ris/file' && /^Y2 {2}- (\d{4})\/?(\d*)\/?(\d*)/m.exec(text);
  if (accessed)
    data['accessed'] = { 'date-parts': [accessed.slice(1).filter(Boolean).map(Number)] };
  return mendRecord(data) as Reference;
}

function readJson(text: string): ReadFile {
  const data = JSON.parse(text) as unknown;
  const list = Array.isArray(data) ? data : ((data as { items?: unknown }).items ?? [data]);
  const file: ReadFile = { records: [], unread: [] };
  (list as unknown[]).forEach((record, at) => {
    const name = `record ${String(at + 1)}`;
    if (typeof record !== 'object' || record === null) {
      file.unread.push({ name, line: undefined, why: 'it is not an object' });
      return;
    }
    const { id } = record as { id?: unknown };
    const called = id === undefined ? name : String(id as string);
    file.records.push({ reference: record as Reference, name: called, line: undefined });
  });
  return file;
}
