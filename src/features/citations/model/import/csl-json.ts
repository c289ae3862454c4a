import {
  cslTypes,
  dateFields,
  foreignTypes,
  nameFields,
  type Name,
  privateFields,
  textFields,
} from '../csl.ts';
import { nearest } from '../../../../lib/text/nearest.ts';
import { Draft, type ReadRecord } from './draft.ts';

/** Fields of programs and services that are no part of CSL. */
const technical =
  /^(_.*|citation-key|citation-label|system_id|categories|custom|journalAbbreviation|shortTitle|indexed|reference(s-count|-count)?|is-referenced-by-count|prefix|member|deposited|score|link|resource|created|content-domain|relation|subject|license|funder|alternative-id|update-policy|assertion|published(-\w+)?|source|journal-issue|institution|isbn-type|issn-type|language-\w+|first-reference-note-number|year-suffix|citation-number|id)$/i;

/** Something of a file that is no record at all. */
export interface NoRecord {
  name: string;
  why: string;
}

/**
 * Reads every record of a CSL-JSON file, or of what doi.org and Zotero make of it.
 * @throws SyntaxError on text that is no JSON, with the line where it stops to be any.
 */
export function readCslJson(text: string): (ReadRecord | NoRecord)[] {
  const data = parseJson(text);
  const inside = (data as { items?: unknown } | null) ?? {};
  const list = Array.isArray(data)
    ? (data as unknown[])
    : Array.isArray(inside.items)
      ? (inside.items as unknown[])
      : [data];
  let [at, line] = [0, 1];
  return list.map((record, index) => {
    const name = `record ${String(index + 1)}`;
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      const why = `${JSON.stringify(record)} is no record: a record is an object with a title`;
      return { name, why };
    }
    // The record's line is that of its id, which stands in the text in the order of the records.
    const { id } = record as { id?: unknown };
    const written = JSON.stringify(id);
    const places = [`"id":${written}`, `"id": ${written}`].map((form) => text.indexOf(form, at));
    const next = Math.min(...places.filter((place) => place >= 0), text.length);
    if (next < text.length) {
      line += text.slice(at, next).split('\n').length - 1;
      at = next;
    }
    return toRecord(record as Record<string, unknown>, name, next < text.length ? line : undefined);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, position] = /position (\d+)/.exec((error as Error).message) ?? [];
    const upTo = text.slice(0, position === undefined ? text.length : Number(position));
    const line = String(upTo.split('\n').length);
    throw new SyntaxError(`it is no sound JSON from line ${line} on. Export it again.`, {
      cause: error,
    });
  }
}

function toRecord(
  record: Record<string, unknown>,
  number: string,
  line: number | undefined,
): ReadRecord {
  const draft = new Draft();
  const id = textOf(record['id']);
  draft.work['id'] = id ?? '';
  draft.work['type'] = typeOf(draft, textOf(record['type']));
  for (const [field, value] of Object.entries(record)) {
    if (field === 'id' || field === 'type' || isEmpty(value)) continue;
    putField(draft, field === 'event' ? 'event-title' : field, value);
  }
  return draft.finish(id ?? number, line);
}

function typeOf(draft: Draft, written: string | undefined): string {
  if (written === undefined) {
    draft.change('type', '', 'it has none, and is read as “document”');
    return 'document';
  }
  if (cslTypes.has(written)) return written;
  const known = foreignTypes[written];
  if (known) return known;
  const [guess] = nearest(written, cslTypes, 1);
  draft.change('type', written, `no type of CSL; read as “${guess ?? 'document'}”`);
  return guess ?? 'document';
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return textOf(value[0]);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function putField(draft: Draft, field: string, value: unknown): void {
  const text = textOf(value);
  const written = text ?? JSON.stringify(value);
  if (nameFields.has(field)) putNames(draft, field, value);
  else if (dateFields.has(field)) putDate(draft, field, value);
  else if (field === 'DOI') draft.putDoi(written, field);
  else if (field === 'URL') draft.putUrl(written, field);
  else if (field === 'genre' && /^(phd|master)s?thesis$/i.test(written))
    draft.put('genre', /^phd/i.test(written) ? 'Doctoral dissertation' : 'Master’s thesis', field);
  else if (textFields.has(field) && text !== undefined) {
    draft.put(field, text, field);
    if (Array.isArray(value))
      for (const more of value.slice(1)) draft.lose(field, JSON.stringify(more));
  } else if (privateFields.has(field)) draft.hide(field, written);
  else if (technical.test(field)) draft.skip(field, written);
  else draft.lose(field, written);
}

function putNames(draft: Draft, role: string, value: unknown): void {
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  for (const one of list) {
    if (typeof one === 'string') {
      draft.change(role, one, 'a name in one piece; CSL has it in parts');
      draft.addName(role, one, role);
      continue;
    }
    const { family, given, literal, name, suffix, ...rest } = (one ?? {}) as Record<
      string,
      unknown
    >;
    const whole = textOf(literal) ?? (family === undefined ? textOf(name) : undefined);
    const parts: Name = whole
      ? { literal: whole }
      : Object.fromEntries(
          Object.entries({ family, given, suffix, ...rest }).filter(
            ([key, part]) =>
              typeof part === 'string' &&
              part &&
              /^(family|given|suffix|(non-)?dropping-particle)$/.test(key),
          ),
        );
    if (parts.given !== undefined && parts.family === undefined)
      draft.addName(role, { literal: parts.given }, role);
    else if (Object.keys(parts).length > 0) draft.addName(role, parts, role);
    else draft.lose(role, JSON.stringify(one));
  }
}

function putDate(draft: Draft, field: string, value: unknown): void {
  if (typeof value === 'string' || typeof value === 'number') {
    draft.putDate(field, [field, String(value)]);
    return;
  }
  const { 'date-parts': parts, literal, raw, circa, season } = value as Record<string, unknown>;
  const numbers = (Array.isArray(parts) ? (parts as unknown[]) : []).flatMap((one) => {
    const list = (Array.isArray(one) ? (one as unknown[]) : []).map(Number);
    const end = list.findIndex(
      (part, at) =>
        !Number.isInteger(part) ||
        part === 0 ||
        (at > 0 && part < 0) ||
        (at === 1 && part > 12) ||
        (at === 2 && part > 31),
    );
    const sound = end < 0 ? list : list.slice(0, end);
    if (sound.length < list.length && list.slice(sound.length).some((part) => part !== 0))
      draft.lose(field, JSON.stringify(one), 'not all of it is a date');
    return sound.length > 0 ? [sound] : [];
  });
  if (numbers.length > 0) {
    draft.work[field] = {
      'date-parts': numbers.slice(0, 2),
      ...(circa ? { circa: true } : {}),
      ...(/^[1-4]$/.test(String(season)) && { season: Number(season) }),
    };
    return;
  }
  const text = textOf(raw) ?? textOf(literal);
  if (text !== undefined) draft.putDate(field, [field, text], { ranges: true });
}
