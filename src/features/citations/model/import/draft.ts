import type { Reference } from '../../../../content-model/schemas/reference.ts';
import { cslTypes, others, type Name } from '../csl.ts';
import { joinDates, parseDate, readStatus, type ReadDate } from '../dates.ts';
import {
  doiOfUrl,
  parseDoi,
  parseUrl,
  andOthers,
  parseName,
  tidyName,
  cleanText,
} from '../fields.ts';

/** What became of a field that is not in the record as it was written. */
export interface Remark {
  /** Name of the field in the file. */
  field: string;
  /** What of it is meant. */
  value: string;
  /**
   * `lost`: it is not kept and the author may want it; `private`: it is never published; `changed`:
   * it is kept in another form and should be checked; `technical`: it means nothing to readers.
   */
  kind: 'lost' | 'private' | 'changed' | 'technical';
  /** What happened, and what to do about it. */
  why: string;
}

/** A record as it was read, with what became of each field. */
export interface ReadRecord {
  reference: Reference;
  /** What the file calls it: its key, or "record 3". */
  name: string;
  /** Line where it begins, from 1. */
  line: number | undefined;
  remarks: Remark[];
  /** Words that the file keeps from changes of case. */
  keepsCase: string[];
}

/** The date without the parts that were reported already. */
function tell(read: ReadDate): ReadDate {
  const { date, original, status, none } = read;
  return {
    ...(date && { date }),
    ...(original && { original }),
    ...(status && { status }),
    ...(none && { none }),
  };
}

/** What a role written into a name looks like: "Ames (Ed.), Bo". */
const role = /\s*\((eds?|hrsg|trans|dir)\.?\)\s*/i;

/** A record in the making. Every field that goes in comes out in the work or in a remark. */
export class Draft {
  readonly work: Record<string, unknown> = {};
  readonly remarks: Remark[] = [];
  keepsCase: string[] = [];

  /** Keeps text under a CSL variable; a second, different text is named. */
  put(variable: string, text: string, field: string): void {
    // A full stop behind a title is the style's to set.
    const clean = cleanText(text);
    const value = variable === 'title' ? clean.replace(/(?<=\p{Ll}{3})\.$/u, '') : clean;
    if (value === '') return this.lose(field, text);
    const known = this.work[variable];
    if (known === undefined) this.work[variable] = value;
    else if (known !== value) this.lose(field, value, `“${String(known)}” is taken already`);
  }

  /** Names a field that is not kept. */
  lose(field: string, value: string, why = 'no field for it here'): void {
    if (value.trim()) this.remarks.push({ field, value, kind: 'lost', why });
  }

  /** Names a field that is kept in another form. */
  change(field: string, value: string, why: string): void {
    this.remarks.push({ field, value, kind: 'changed', why });
  }

  /** Names a field that is never published: notes, abstracts, keywords. */
  hide(field: string, value: string): void {
    if (value.trim()) this.remarks.push({ field, value, kind: 'private', why: 'never published' });
  }

  /** Names a field of a program or a database, which readers have no use for. */
  skip(field: string, value: string): void {
    if (value.trim())
      this.remarks.push({ field, value, kind: 'technical', why: 'not part of a reference' });
  }

  /** Adds a name, as parts or as text, to those of a role. */
  addName(role: string, name: Name | string, field: string): void {
    const written = typeof name === 'string' ? name : Object.values(name).join(' ');
    const bare = (part: string) => cleanText(part).replace(/[{}]/g, '');
    for (const one of this.#names(name, field)) {
      const list = (this.work[role] ??= []) as Name[];
      const clean = Object.fromEntries(
        Object.entries(one).flatMap(([key, value]) =>
          typeof value === 'string' && bare(value) ? [[key, bare(value)]] : [],
        ),
      );
      if (Object.keys(clean).length === 0) this.lose(field, written);
      else list.push(clean);
    }
  }

  #names(name: Name | string, field: string): Name[] {
    const written = typeof name === 'string' ? name : name.literal;
    if (typeof name !== 'string' && written === undefined) {
      const whole = [name.given, name['non-dropping-particle'], name.family]
        .filter(Boolean)
        .join(' ');
      if (role.test(whole)) {
        this.change(field, whole, 'the role in brackets is no part of a name');
        const bare = (part = '') => part.replace(role, ' ').trim();
        return [tidyName({ ...name, family: bare(name.family), given: bare(name.given) })];
      }
      if (andOthers.test(whole)) return [{ literal: others }];
      return [tidyName(name)];
    }
    const text = (written ?? '').trim();
    if (andOthers.test(text)) return [{ literal: others }];
    if (typeof name !== 'string') return [{ literal: text }];
    const bare = text.replace(role, ' ').trim();
    if (bare !== text) this.change(field, text, 'the role in brackets is no part of a name');
    if (/;\s*\S/.test(bare)) {
      this.change(field, text, 'read as several names, parted by semicolons');
      return bare
        .split(/\s*;\s*/)
        .filter(Boolean)
        .map(parseName);
    }
    const parts = bare.split(/\s*,\s*/);
    if (parts.length > 3 && parts.length % 2 === 0) {
      this.change(
        field,
        text,
        `read as ${String(parts.length / 2)} names; part them with “and” if that is right`,
      );
      return parts.flatMap((family, at) =>
        at % 2 ? [] : [tidyName({ family, given: parts[at + 1] ?? '' })],
      );
    }
    return [parseName(bare)];
  }

  /**
   * Keeps a date under a CSL variable. `more` is a second field that may add month and day to the
   * year of the first.
   */
  putDate(
    variable: string,
    [field, text]: [string, string],
    { ranges = false, more }: { ranges?: boolean; more?: [string, string] | undefined } = {},
  ): void {
    let read = parseDate(text, { ranges });
    if (
      read.unread === text ||
      (read.unread !== undefined && read.date?.['date-parts'][0]?.[0] === 0)
    )
      this.lose(field, text, 'this is no date that can be read; write a year, as in 2008');
    else if (read.unread !== undefined)
      this.lose(field, read.unread, `the rest of “${text}” is kept`);
    if (read.date?.['date-parts'][0]?.[0] === 0) {
      if (read.unread === undefined) this.lose(field, text, 'it names no year');
      read = { unread: text };
    }
    if (more) {
      const before = read;
      const second = parseDate(more[1]);
      read = joinDates(tell(read), second, more[1]);
      if (read.unread !== undefined)
        this.lose(
          more[0],
          more[1],
          before.date ? `it does not fit “${text}”` : 'no date can be read',
        );
    }
    if (read.none && text.trim()) this.change(field, text, 'read as “no date”');
    if (read.date) this.#keepDate(variable, read.date, field, text);
    if (read.original) {
      this.#keepDate('original-date', read.original, field, text);
      this.change(field, text, 'read as first publication and reprint');
    }
    if (read.status) this.put('status', read.status, field);
    if (read.date?.circa && !/^-?\d{4}[~?%]$/.test(text))
      this.change(field, text, 'kept as an uncertain date (“ca.”)');
    if (/^\d{4}[a-z]$/.test(text.trim()))
      this.change(field, text, 'the letter is left out; letters are worked out anew');
  }

  #keepDate(variable: string, date: ReadDate['date'], field: string, text: string): void {
    if (this.work[variable] === undefined) this.work[variable] = date;
    else if (JSON.stringify(this.work[variable]) !== JSON.stringify(date)) this.lose(field, text);
  }

  /** Keeps a DOI in the nearest true form. */
  putDoi(text: string, field: string): void {
    if (!text.trim()) return;
    const { doi, url, unread } = parseDoi(text);
    const known = this.work['DOI'];
    if (doi && known === undefined) this.work['DOI'] = doi;
    else if (doi && String(known).toLowerCase() !== doi.toLowerCase())
      this.lose(field, doi, `the DOI ${String(known)} is taken already`);
    if (url) {
      this.change(field, text, 'a short DOI, kept as its address; put the full DOI in if you can');
      this.putUrl(url, field);
    }
    if (unread) this.lose(field, unread, doi ? 'a second DOI' : 'this is no DOI (10.…/…)');
  }

  /** Keeps a web address; that of a DOI is kept as the DOI. */
  putUrl(text: string, field: string): void {
    if (!text.trim()) return;
    const doi = doiOfUrl(text.trim());
    if (doi) {
      this.putDoi(doi, field);
      return;
    }
    const { url, unread } = parseUrl(text);
    if (url && this.work['URL'] === undefined) {
      this.work['URL'] = url;
      if (url !== text.trim() && !unread) this.change(field, text, `kept as ${url}`);
    } else if (url && this.work['URL'] !== url)
      this.lose(field, url, `the address ${String(this.work['URL'])} is taken already`);
    if (unread)
      this.lose(
        field,
        unread,
        url ? 'a second address' : 'this is no address of the web (https://…)',
      );
  }

  /** Keeps "in press" and the like. */
  putStatus(text: string, field: string): void {
    const status = readStatus(text);
    if (status) this.put('status', status, field);
    else this.lose(field, text, 'no state of publication that readers know');
  }

  /** The finished record. */
  finish(name: string, line: number | undefined): ReadRecord {
    const { work } = this;
    if (typeof work['type'] !== 'string' || !cslTypes.has(work['type'])) work['type'] = 'document';
    if (
      work['status'] !== undefined &&
      work['issued'] !== undefined &&
      work['status'] === 'in press'
    )
      this.change(
        'year',
        JSON.stringify(work['issued']),
        'there is a year and “in press”; readers see “in press”',
      );
    if (typeof work['page'] === 'string') {
      work['page'] = work['page'].replace(/\s*[-–—]+\s*/g, '-');
      if (/^0+(-0+)?$|^-+$/.test(work['page'] as string)) {
        this.lose('pages', work['page'] as string, 'no page has the number 0');
        delete work['page'];
      }
    }
    // APA 7 §10.4 names a report's series with its number: "(OPRE Report No. 2016-46)".
    if (work['type'] === 'report' && work['number'] && work['collection-title'] && !work['genre']) {
      work['genre'] = work['collection-title'];
      delete work['collection-title'];
    }
    if (typeof work['edition'] === 'string') work['edition'] = ordinal(work['edition']);
    return {
      reference: work as Reference,
      name,
      line,
      remarks: this.remarks,
      keepsCase: this.keepsCase,
    };
  }
}

const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** "Second" and "2nd ed." as "2", which styles write in their own way; other words stay. */
function ordinal(edition: string): string {
  const bare = edition.replace(/[,\s]*\b(ed\.?|edn\.?|edition)$/i, '').trim();
  const at = ordinals.indexOf(bare.toLowerCase());
  if (at >= 0) return String(at + 1);
  return /^(\d+)(st|nd|rd|th)\.?$/i.exec(bare)?.[1] ?? (bare || edition);
}
