import { readBibtex } from './bibtex.ts';
import { Draft, lineCounter, type ReadRecord } from './draft.ts';
import { readRis } from './ris.ts';
import {
  cslTypes,
  dateFields,
  nameFields,
  privateFields,
  textFields,
  typesBy,
  type Name,
} from '../csl.ts';
import { textOf } from '../fields.ts';
import { isObject } from '../../../../content-model/model/problem.ts';
import { groupBy } from '../../../../lib/text/format.ts';
import { nearest } from '../../../../lib/text/nearest.ts';

/** Kinds of file that can be imported. */
export type RecordFormat = 'bibtex' | 'ris' | 'csl-json';

/** All records of a file in order; an item that is not a record has the reason. */
export type ReadFile = (ReadRecord | { name: string; line: undefined; why: string })[];

/**
 * Decodes a file in UTF-8 or UTF-16, or else in Windows-1252 (a superset of Latin-1), as older
 * reference managers write. Names the encoding if it is not UTF-8. Line ends become "\n".
 * @throws RangeError on bytes that are not text, such as those of a ZIP file.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding?: string } {
  const [first = 1, second = 1] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && bytes.length > 1);
  const decode = (encoding: string) =>
    new TextDecoder(encoding, { fatal: encoding === 'utf-8' })
      .decode(bytes)
      .replace(/\r\n?/g, '\n');
  if (isLittle || isBig)
    return { text: decode(isLittle ? 'utf-16le' : 'utf-16be'), encoding: 'UTF-16' };
  if (bytes.subarray(0, 4096).includes(0)) throw new RangeError('it is no text file');
  try {
    return { text: decode('utf-8') };
  } catch {
    // Bytes that Windows-1252 leaves undefined show that it is another encoding.
    if (bytes.some((byte) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)))
      throw new RangeError('its encoding is not known. Save it as UTF-8 and import it again');
    return { text: decode('windows-1252'), encoding: 'Windows-1252' };
  }
}

/** Detects the format of a file from its text; undefined when it is none of the three. */
export function detectFormat(text: string): RecordFormat | undefined {
  if (/^\s{0,8}TY {1,2}- *\S/m.test(text)) return 'ris';
  if (/^\s*(\[\s*([{\]"]|null|\d)|\{)/.test(text)) return 'csl-json';
  return /^[ \t]*@[a-z][\w-]*\s*[{(]/im.test(text) ? 'bibtex' : undefined;
}

/** Patterns of other formats, each with how to convert it. */
const foreign: [beginning: RegExp, explanation: string][] = [
  [
    /^PMID- /m,
    'It is PubMed’s own format (.nbib). Choose “Save citation to Zotero” or export RIS from PubMed’s page',
  ],
  [/^FN (Clarivate|Thomson)/m, 'It is Web of Science’s own format. Export RIS there'],
  [/^%0 /m, 'It is EndNote’s own format. Export RIS or BibTeX there'],
  [/^\s*<\?xml|^\s*<xml>/, 'It is XML. Export RIS, BibTeX or CSL-JSON'],
];

/** Explains how to convert a file of another known format; undefined if the format is unknown. */
export function explainFormat(text: string): string | undefined {
  return foreign.find(([beginning]) => beginning.test(text))?.[1];
}

/** Reads a file of references: each record, or the reason why it is not one. */
export function readFile(text: string, format: RecordFormat): ReadFile {
  if (format === 'csl-json') return readCslJson(text);
  return format === 'bibtex' ? readBibtex(text) : readRis(text);
}

/** Fields of programs and services that are not part of CSL. */
const technical =
  /^(_.*|citation-key|citation-label|system_id|categories|custom|journalAbbreviation|shortTitle|indexed|reference(s-count|-count)?|is-referenced-by-count|prefix|member|deposited|score|link|resource|created|content-domain|relation|subject|license|funder|alternative-id|update-policy|assertion|published(-\w+)?|source|journal-issue|institution|isbn-type|issn-type|language-\w+|first-reference-note-number|year-suffix|citation-number|id)$/i;

/**
 * Reads every record of a CSL-JSON file, including the variants that doi.org and Zotero write.
 * @throws SyntaxError on invalid JSON, with the line of the error.
 */
function readCslJson(text: string): ReadFile {
  const data = parseJson(text);
  const { items } = (data ?? {}) as { items?: unknown };
  const list: unknown[] = [data, items].find(Array.isArray) ?? [data];
  // Positions of ids by their value, found in one pass, since a large file has thousands.
  const ids = text.matchAll(/"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)/g);
  const places = groupBy(ids, ([, id = '']): unknown => JSON.parse(id));
  const lineOf = lineCounter(text);
  let at = 0;
  return list.map((record, index) => {
    const name = `record ${String(index + 1)}`;
    if (!isObject(record) || Array.isArray(record)) {
      const why = `${JSON.stringify(record)} is no record: a record is an object with a title`;
      return { name, line: undefined, why };
    }
    // The record's line is that of its id; ids occur in the text in the order of the records.
    const place = places.get(record['id'])?.find((one) => one.index >= at);
    if (!place) return toRecord(record, name);
    at = place.index;
    return toRecord(record, name, lineOf(at));
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const [, position = text.length] = /position (\d+)/.exec((cause as Error).message) ?? [];
    const line = String(lineCounter(text)(Number(position)));
    throw new SyntaxError(`it is not valid JSON from line ${line} on. Export it again.`, { cause });
  }
}

function toRecord(record: Record<string, unknown>, number: string, line?: number): ReadRecord {
  const draft = new Draft();
  const id = firstText(record['id']);
  Object.assign(draft.work, { id: id ?? '', type: typeOf(draft, firstText(record['type'])) });
  for (const [field, value] of Object.entries(record)) {
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (field !== 'id' && field !== 'type' && !isEmpty)
      putField(draft, field === 'event' ? 'event-title' : field, value);
  }
  return draft.finish(id ?? number, line);
}

const foreignTypes = typesBy('crossref');

function typeOf(draft: Draft, written: string | undefined): string {
  if (written === undefined) {
    draft.change('type', '', 'it has none, and is read as “document”');
    return 'document';
  }
  const known = cslTypes.has(written) ? written : foreignTypes[written];
  if (known) return known;
  const [guess] = nearest(written, cslTypes, 1);
  draft.change('type', written, `no type of CSL; read as “${guess ?? 'document'}”`);
  return guess ?? 'document';
}

function firstText(value: unknown): string | undefined {
  return textOf([value].flat()[0]);
}

function putField(draft: Draft, field: string, value: unknown): void {
  const text = firstText(value);
  const written = text !== undefined && [value].flat().length === 1 ? text : JSON.stringify(value);
  if (nameFields.has(field)) putNames(draft, field, value);
  else if (dateFields.has(field)) putDate(draft, field, value);
  else if (textFields.has(field) && text !== undefined) {
    draft.put(field, text, field);
    if (Array.isArray(value))
      for (const more of value.slice(1)) draft.lose(field, JSON.stringify(more));
  } else if (privateFields.has(field)) draft.hide(field, written);
  else if (technical.test(field)) draft.skip(field, written);
  else draft.lose(field, written);
}

function putNames(draft: Draft, role: string, value: unknown): void {
  for (const one of [value].flat()) {
    if (typeof one === 'string') {
      draft.change(role, one, 'a name in one piece; CSL has it in parts');
      draft.addName(role, one, role);
      continue;
    }
    const written = (one ?? {}) as Record<string, unknown>;
    const parts: Name = Object.fromEntries(
      Object.entries(written).filter(
        ([key, part]) => nameParts.test(key) && part && typeof part === 'string',
      ),
    );
    const { literal, family, name } = written;
    const whole =
      firstText(literal) ??
      (family === undefined ? firstText(name) : undefined) ??
      (parts.family === undefined ? parts.given : undefined);
    if (whole) draft.addName(role, { literal: whole }, role);
    else if (Object.keys(parts).length > 0) draft.addName(role, parts, role);
    else draft.lose(role, JSON.stringify(one));
  }
}

const nameParts = /^(family|given|suffix|(non-)?dropping-particle)$/;

function putDate(draft: Draft, field: string, value: unknown): void {
  const { 'date-parts': parts, literal, raw, circa, season } = value as Record<string, unknown>;
  const dates = (Array.isArray(parts) ? (parts as unknown[]) : []).flatMap((one) => {
    const numbers = (Array.isArray(one) ? (one as unknown[]) : []).map(Number);
    const isWrong = (part: number, at: number) =>
      !Number.isInteger(part) || part === 0 || (at > 0 && (part < 0 || part > (at > 1 ? 31 : 12)));
    const end = numbers.findIndex(isWrong);
    const valid = end < 0 ? numbers : numbers.slice(0, end);
    if (numbers.slice(valid.length).some((part) => part !== 0))
      draft.lose(field, JSON.stringify(one), 'not all of it is a date');
    return valid.length > 0 ? [valid] : [];
  });
  const text = textOf(value) ?? firstText(raw) ?? firstText(literal);
  if (dates.length > 0)
    draft.work[field] = {
      'date-parts': dates.slice(0, 2),
      ...(circa ? { circa: true } : {}),
      ...(/^[1-4]$/.test(String(season)) && { season: Number(season) }),
    };
  else if (text !== undefined)
    draft.putDate(field, [field, text], { ranges: textOf(value) === undefined });
}
